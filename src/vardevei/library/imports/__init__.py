"""How what lies in files becomes records: the built-in memo."""
