"""Municipalities and counties through time: what existed on a day, what it became, where it lies on other borders.

A *place* is one municipality or county as long as its territory is the same. It keeps its identity through a new number
or a new name (Halden 0101, 3001, 3101) and becomes another place by merger or split (Rissa and Leksvik became Indre
Fosen on 1 January 2018). So a territory can be carried to the borders of any year exactly, without weights.

    from vardevei.opendata import places
    places.on(date(2016, 6, 1))                          # 428 municipalities
    lillestrom = places.by_number("3030", on=date(2021, 1, 1))
    places.on_borders_of(2014).place(lillestrom)         # no municipality, but the county Akershus

Numbers are texts ("0301"). Complete from 1 January 2013; what was there before has no start. Errors: asking for a year
outside the edition raises `Problem("year-without-register")`. Sources: facts/README.md.
"""

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from vardevei.opendata import attributes
from vardevei.opendata.borders import Borders
from vardevei.opendata.register import Register, load
from vardevei.opendata.units import Kind, Name, Place, Succession

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "Borders",
    "Kind",
    "Name",
    "Place",
    "Register",
    "Succession",
    "all_places",
    "by_id",
    "by_number",
    "county_of",
    "forget",
    "on",
    "on_borders_of",
    "predecessors",
    "register",
    "successors",
]


FIRST_YEAR: int
LAST_YEAR: int

if not TYPE_CHECKING:  # the edition in use says which years it covers

    def __getattr__(name: str) -> int:
        if name in ("FIRST_YEAR", "LAST_YEAR"):
            return getattr(register(), name.lower())
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


@cache
def register() -> Register:
    """The newest edition at hand: the one `vardevei update register` wrote, else the built-in one."""
    return load()


def all_places(kind: Kind = "municipality") -> tuple[Place, ...]:
    """Every place of the kind that existed at some time since 1 January 2013, in the order of ids."""
    return tuple(place for place in register().places.values() if place.kind == kind)


def on(day: date, kind: Kind = "municipality") -> tuple[Place, ...]:
    """The places that existed on the day, in the order of their numbers then."""
    return register().on(day, kind)


def by_id(place_id: str) -> Place:
    """The place with this id ("0101", "3030-2020"); KeyError when there is none."""
    return register().places[place_id]


def by_number(number: str, on: date | None = None) -> Place | None:
    """The place that had the number on the day; without a day, the latest that ever had it. None when there is none."""
    return register().by_number(number, on)


def county_of(place: Place, on: date) -> Place:
    """The county the municipality lay in on the day (a county is its own)."""
    return register().county_of(place, on)


def predecessors(place: Place) -> tuple[Succession, ...]:
    """What the place was made of, by merger or split; empty for what existed in 2013."""
    return register().predecessors(place)


def successors(place: Place) -> tuple[Succession, ...]:
    """What the place became, by merger or split; empty for what still exists."""
    return register().successors(place)


@cache
def on_borders_of(year: int) -> Borders:
    """Counting on the borders of 1 January of the year: see `Borders.place`."""
    return Borders(register(), year)


def forget() -> None:
    """Drop what was read, after a new edition was written. A running site reads it when it is started again."""
    register.cache_clear()
    on_borders_of.cache_clear()
    attributes.forget()
