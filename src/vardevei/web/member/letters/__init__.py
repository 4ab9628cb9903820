"""One letter as it was sent."""
