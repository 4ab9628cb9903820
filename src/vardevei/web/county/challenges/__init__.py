"""What municipalities would like to do something about, as their county sees it."""
