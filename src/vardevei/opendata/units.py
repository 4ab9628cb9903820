"""A place, its names and numbers through time, and what it came from."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["municipality", "county"]
Language = Literal["norwegian", "sami", "kven"]


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` to and with `end`; None means before the first edition, or still."""

    start: date | None
    end: date | None

    def holds(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Number:
    number: str
    period: Period


@dataclass(frozen=True, slots=True)
class Name:
    """One official name. `order` is its place in the full name ("Gáivuotna - Kåfjord - Kaivuono")."""

    text: str
    language: Language
    order: int
    period: Period
    note: str = ""


@dataclass(frozen=True, slots=True)
class Succession:
    """`before` gave all (merged) or part (split) of its territory to `after` on the day. `area` names the part."""

    before: str
    after: str
    day: date
    kind: Literal["merged", "split"]
    area: dict[str, str]
    area_source: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A municipality or county with one territory. `areas` are the indivisible parts it is made of."""

    id: str
    kind: Kind
    period: Period
    numbers: tuple[Number, ...]
    names: tuple[Name, ...]
    areas: frozenset[str]

    def exists(self, day: date) -> bool:
        return self.period.holds(day)

    def number(self, on: date | None = None) -> str:
        """The number on the day; without a day, or on a day it did not exist, the last one."""
        held = [entry.number for entry in self.numbers if on and entry.period.holds(on)]
        return held[0] if held else self.numbers[-1].number

    def names_on(self, day: date | None = None) -> tuple[Name, ...]:
        """Its official names on the day in official order; else the last ones."""
        held = [name for name in self.names if day and name.period.holds(day)]
        last = self.names[-1].period
        return tuple(held or [name for name in self.names if name.period == last])

    def name(self, on: date | None = None) -> str:
        """The Norwegian name, the one people search for."""
        names = self.names_on(on)
        return next((name.text for name in names if name.language == "norwegian"), names[0].text)

    def official_name(self, on: date | None = None) -> str:
        """All official names in official order, as Statistics Norway prints them."""
        return " - ".join(name.text for name in self.names_on(on))

    def __str__(self) -> str:
        return f"{self.name()} ({self.id})"
