"""Pages about municipalities and counties through time."""
