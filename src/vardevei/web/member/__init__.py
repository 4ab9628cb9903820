"""Pages for a person who is signed in: /min-side/."""
