"""Partner requests: sent in by anyone, passed on by a county, answered by municipalities."""
