"""Asking to join, inviting, and the people of one municipality."""
