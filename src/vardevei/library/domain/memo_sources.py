"""The sources of the memo: what its sections, figures and examples rest on, each once."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vardevei.core import translated

Source = dict[str, str]


def of(content: dict[str, Any], form: str) -> list[Source]:
    """Title, address, and the day it was read or what it says of itself; in the order they are met."""
    found: dict[tuple[str, str], Source] = {}
    for section in content["sections"]:
        for source in [*_own(section, form), *_figure(section["figure"]), *_examples(section, form)]:
            found.setdefault((source["title"], source["address"]), source)
    return list(found.values())


def _own(section: dict[str, Any], form: str) -> Iterator[Source]:
    for one in section["sources"]:
        yield _source(_words(one["title"], form), one.get("address", ""), _read(one.get("read", "")))


def _figure(figure: dict[str, Any] | None) -> Iterator[Source]:
    for one in figure["sources"] if figure else []:
        title = ", ".join(part for part in (one["publisher"], one["title"], one["licence"]) if part)
        yield _source(title, one["address"], _read((one["fetched"] or "")[:10]))


def _examples(section: dict[str, Any], form: str) -> Iterator[Source]:
    for example in section["examples"]:
        if example["source"]:
            yield _source(translated.said(example["source"], form, example["original"]), "", "")
        for one in [*example["evidence"], *example["links"]]:
            if one.get("address"):
                title = _words(one.get("source") or one.get("title") or one["address"], form)
                yield _source(title, one["address"], "")


def _words(words: Any, form: str) -> str:
    return translated.said(words, form, "nb") if isinstance(words, dict) else str(words)


def _read(day: str) -> str:
    """As people say the day; one that is not whole stays as it stands."""
    said = date_format(date.fromisoformat(day), "j. F Y") if len(day) == 10 else day
    return _("lest {day}").format(day=said) if day else ""


def _source(title: str, address: str, read: str) -> Source:
    return {"title": title, "address": address, "read": read}
