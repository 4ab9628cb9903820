"""Saving a record that others may be editing too: the database itself refuses to write over a newer version."""

from collections.abc import Iterable

from django.db.models import F

from vardevei.core.models import Versioned
from vardevei.opendata.problem import Problem


def save(record: Versioned, fields: Iterable[str], version: int | None = None) -> None:
    """Write these fields of the record over the version that was seen: the record's own when not said.

    A record that is not in the database yet is put there. Raises `changed-meanwhile` when the version is no longer the
    one that stands, and has then written nothing.
    """
    if record.pk is None:
        record.version = 1
        record.save(force_insert=True)
        return
    seen = record.version if version is None else version
    values = {name: getattr(record, name) for name in fields}
    model = record.__class__  # the person of a request is a stand-in, and only this asks what it stands in for
    standing = model._default_manager.filter(pk=record.pk, version=seen)
    if not standing.update(**values, version=F("version") + 1):
        raise Problem(
            "changed-meanwhile",
            "Somebody else has saved this while you were writing.",
            f"You wrote over version {seen}, which is no longer the newest.",
            "Open it again: your text is kept, and both are shown.",
        )
    record.version = seen + 1
