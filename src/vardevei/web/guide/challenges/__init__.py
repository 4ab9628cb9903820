"""A municipality's challenge: written, matched, judged, followed, and what its county suggests."""
