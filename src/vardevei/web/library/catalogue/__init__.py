"""The list of examples: found by words and filters, told in lines, taken away as files, followed as a feed."""
