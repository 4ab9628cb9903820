"""Letters to the municipalities: write, preview, send, see the answers."""
