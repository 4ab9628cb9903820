"""Participation by hand, source files uploaded in the browser, and doubtful names."""
