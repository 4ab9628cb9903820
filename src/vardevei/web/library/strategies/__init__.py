"""Strategies and resolutions: the list of who has one, the page of each, and registering."""
