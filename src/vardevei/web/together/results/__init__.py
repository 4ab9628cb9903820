"""What came of a survey: on a page, and to take away."""
