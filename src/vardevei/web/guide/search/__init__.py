"""One search over everything, what nobody found in it, and the words that editors add."""
