"""Writing the log and reading it aloud: `log.write("role-given", _("{who} ble {role}."), by=..., who=...)`."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext, override

from vardevei.core.models import LogEntry, Person
from vardevei.core.models.log import subject_of


def write(
    act: str,
    text: str | Promise,
    *,
    by: Person | None,
    about: models.Model | str | None = None,
    place: str = "",
    why: str = "",
    **values: object,
) -> LogEntry:
    """Add one line. `text` is the bokmål sentence, marked for translation, with holes in braces for `values`."""
    with override("nb"):
        sentence = str(text)
    return LogEntry.objects.create(
        act=act,
        text=sentence,
        by=by,
        subject=subject_of(about),
        place=place,
        why=why,
        values={name: _kept(value) for name, value in values.items()},
    )


def _kept(value: object) -> Any:
    if isinstance(value, Person):
        return {"person": value.pk}
    if isinstance(value, datetime | date):
        return {"day": value.isoformat()[:10]}
    if isinstance(value, Promise):
        with override("nb"):
            return {"word": str(value)}
    return value if isinstance(value, int | float | bool | None) else str(value)


def sentences(entries: Iterable[LogEntry]) -> list[tuple[LogEntry, str]]:
    """Each entry with its sentence in the language in use. One question to the database for all names."""
    kept = list(entries)
    keys = {value["person"] for entry in kept for value in entry.values.values() if _is_person(value)}
    people = Person.objects.in_bulk(keys)
    return [(entry, _sentence(entry, people)) for entry in kept]


def _sentence(entry: LogEntry, people: dict[int, Person]) -> str:
    said = {name: _said(value, people) for name, value in entry.values.items()}
    try:
        return gettext(entry.text).format(**said)
    except (KeyError, IndexError):  # a sentence whose holes have changed since
        return entry.text


def _is_person(value: object) -> bool:
    return isinstance(value, dict) and "person" in value


def _said(value: Any, people: dict[int, Person]) -> str:
    if _is_person(value):
        return str(people.get(value["person"], gettext("en slettet person")))
    if isinstance(value, dict) and "day" in value:
        return date_format(date.fromisoformat(value["day"]))
    if isinstance(value, dict) and "word" in value:
        return gettext(value["word"])
    return "" if value is None else str(value)
