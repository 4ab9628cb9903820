"""The pages of figures: the list, one figure with its choices, and its files."""
