"""The published figures: a reviewed definition (YAML) and one SQL text each. `opendata.calculate` runs them."""
