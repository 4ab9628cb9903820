"""Staff roles, as the administrator gives and ends them."""
