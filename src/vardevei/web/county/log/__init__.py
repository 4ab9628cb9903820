"""What was done, and long work."""
