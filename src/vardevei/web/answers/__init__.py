"""Pages that a link in a letter leads to: they work without an account."""
