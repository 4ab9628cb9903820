"""What the county does together with others: the doors to begin something, then what goes on."""
