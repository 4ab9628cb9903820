"""The programmes that come with the program, put into the database. Safe to repeat."""

from vardevei.opendata import programmes
from vardevei.programmes.models import Programme

FIELDS = ("family", "name", "start", "end", "address", "norway", "in_full")


def load() -> int:
    """Writes every built-in programme anew. One that is no longer built in stays: something may point to it."""
    rows = [
        Programme(code=one.code, **{field: getattr(one, field) for field in FIELDS})
        for one in programmes.programmes().values()
    ]
    Programme.objects.bulk_create(rows, update_conflicts=True, unique_fields=["code"], update_fields=FIELDS)
    return len(rows)
