"""What was agreed on: lists, one, a new one, and how it ended."""
