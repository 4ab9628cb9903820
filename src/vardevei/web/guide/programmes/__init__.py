"""The programme guide: what there is, whether Norway is in, and whether my municipality may use it."""
