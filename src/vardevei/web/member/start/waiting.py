"""What waits for a person, from all rooms: overdue first, then by due date, then what has waited longest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from vardevei.core.models import Person
from vardevei.core.waiting import Waiting
from vardevei.web.member.start import sources

SHOWN = 3  # of one kind; the rest is a press away, so that one kind of work does not hide another


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do, with the address where it is done."""

    sentence: str
    href: str
    due: date | None
    since: date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Things of one kind, in order; `rest` are those beyond the first few."""

    kind: str
    first: list[Line]
    rest: list[Line]


def for_person(person: Person) -> list[Waiting]:
    """All that waits, the most pressing first."""
    found = [waiting for source in sources.SOURCES for waiting in source(person)]
    return sorted(found, key=_pressing)


def grouped(found: Iterable[Waiting], today: date | None = None) -> list[Group]:
    """By kind, in the order of the most pressing of each."""
    lines: dict[str, list[Line]] = {}
    for waiting in found:
        lines.setdefault(waiting.kind, []).append(_line(waiting, today or timezone.localdate()))
    return [Group(kind, all_of[:SHOWN], all_of[SHOWN:]) for kind, all_of in lines.items()]


def _pressing(waiting: Waiting) -> tuple[date, date]:
    """What is overdue has the earliest due date; what has none comes after, the oldest first."""
    return waiting.due or date.max, waiting.since or date.max


def _line(waiting: Waiting, today: date) -> Line:
    overdue = waiting.due is not None and waiting.due < today
    return Line(str(waiting.sentence), address_of(waiting), waiting.due, waiting.since, overdue)


def address_of(waiting: Waiting) -> str:
    """Where it is done; nothing when that page is not there."""
    name = sources.ADDRESSES.get(waiting.kind)
    try:
        return reverse(name, args=[waiting.about] if waiting.about else []) if name else ""
    except NoReverseMatch:
        return ""
