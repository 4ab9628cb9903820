"""Pages for a county council: /fylke/."""
