"""SVG, one drawing a file: plain functions from facts to markup. No style attributes, so the content policy holds."""
