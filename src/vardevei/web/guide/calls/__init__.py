"""Calls and their deadlines: what is open, what has changed, and feeds of both."""
