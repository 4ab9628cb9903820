"""Sign-up to events: one's own, with or without an account, and the organiser's list."""
