"""Writing the log and reading it aloud: `log.write("role-given", _("{who} ble {role}."), by=..., who=...)`."""

from collections.abc import Iterable

from django.db import models

from vardevei.core.domain import sentences as kept_sentences
from vardevei.core.models import LogEntry, Person
from vardevei.core.models.log import subject_of
from vardevei.core.words import Words


def write(
    act: str,
    text: Words,
    *,
    by: Person | None,
    about: models.Model | str | None = None,
    place: str = "",
    why: str = "",
    **values: object,
) -> LogEntry:
    """Add one line. `text` is the bokmål sentence, marked for translation, with holes in braces for `values`."""
    return LogEntry.objects.create(
        act=act,
        text=kept_sentences.keep(text),
        by=by,
        subject=subject_of(about),
        place=place,
        why=why,
        values=kept_sentences.keep_values(values),
    )


def sentences(entries: Iterable[LogEntry]) -> list[tuple[LogEntry, str]]:
    """Each entry with its sentence in the language in use. One question to the database for all names."""
    lines = list(entries)
    said = kept_sentences.read((entry.text, entry.values) for entry in lines)
    return list(zip(lines, said, strict=True))
