"""Making a survey, asking, and following who has answered."""
