"""Sentences that are kept in bokmål with holes, and read in the language of whoever reads them."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext, override

from vardevei.core.models import Person
from vardevei.core.words import Words

Kept = tuple[str, Mapping[str, Any]]


def keep(text: Words) -> str:
    """The bokmål text, which is also the key to its translations."""
    with override("nb"):
        return str(text)


def keep_values(values: Mapping[str, object]) -> dict[str, Any]:
    """What fills the holes, as JSON: a person by her key, so that an erased person's name is gone here too."""
    return {name: _kept(value) for name, value in values.items()}


def read(kept: Iterable[Kept]) -> list[str]:
    """Each sentence in the language in use. One question to the database for all names."""
    pairs = list(kept)
    keys = {value["person"] for _text, values in pairs for value in values.values() if _is_person(value)}
    people = Person.objects.in_bulk(keys) if keys else {}
    return [_sentence(text, values, people) for text, values in pairs]


def read_values(values: Mapping[str, Any]) -> dict[str, str]:
    """Only what fills the holes, each as a reader sees it."""
    people = Person.objects.in_bulk({value["person"] for value in values.values() if _is_person(value)})
    return {name: _said(value, people) for name, value in values.items()}


def _kept(value: object) -> Any:
    if isinstance(value, Person):
        return {"person": value.pk}
    if isinstance(value, datetime | date):
        return {"day": value.isoformat()[:10]}
    if isinstance(value, Promise):
        return {"word": keep(value)}
    return value if isinstance(value, int | float | bool | None) else str(value)


def _sentence(text: str, values: Mapping[str, Any], people: dict[int, Person]) -> str:
    said = {name: _said(value, people) for name, value in values.items()}
    try:
        return gettext(text).format(**said) if text else ""
    except (KeyError, IndexError):  # a sentence whose holes have changed since
        return text


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
