"""What is kept about me: see it, take it out, ask for it to be erased."""
