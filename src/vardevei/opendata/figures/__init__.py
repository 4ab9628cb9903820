"""The published figures: one reviewed definition (YAML) and one SQL text each. `vardevei.opendata.calculate` runs them."""
