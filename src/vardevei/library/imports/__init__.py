"""How what lies in files becomes records: built-in examples, strategies and the memo, and lists of examples."""
