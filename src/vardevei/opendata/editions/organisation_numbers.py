"""Which unit in Enhetsregisteret is which municipality or county council. What is uncertain is set aside, with why."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from vardevei.opendata.editions.enhetsregisteret import Unit
from vardevei.opendata.editions.succeeding import Line, shown
from vardevei.opendata.editions.tables import Row, Tables
from vardevei.opendata.finding import fold
from vardevei.opendata.units import Kind


@dataclass(slots=True)
class Matched:
    """`place_of` is organisation number -> place. `aside` is unit and reason."""

    place_of: dict[str, str] = field(default_factory=dict)
    aside: list[tuple[Unit, str]] = field(default_factory=list)


def match(tables: Tables, kind: Kind, units: Iterable[Unit], day: date) -> Matched:
    """A unit is a place when the name says so, and the address where two places share a name."""
    number_of = {place: number for number, place in tables.existing(kind, day).items()}
    names = {place: [_words(row["name"]) for row in tables.names(place, day)] for place in number_of}
    found: dict[str, list[Unit]] = defaultdict(list)
    matched = Matched()
    for unit in units:
        named = _named(names, unit)
        here = {place for place in named if unit.municipality.startswith(number_of[place])}
        certain = here if len(here) == 1 else named
        if len(certain) == 1:
            found[certain.pop()].append(unit)
        else:
            reason = "its name is that of several places" if certain else "no place today has its name"
            matched.aside.append((unit, reason))
    for place, claimants in found.items():
        if len(claimants) == 1:
            matched.place_of[claimants[0].organisation_number] = place
        else:
            matched.aside += [(unit, f"several units answer to {shown(tables, place, day)}") for unit in claimants]
    return matched


def _named(names: dict[str, list[set[str]]], unit: Unit) -> set[str]:
    """The places one of whose names is in the unit's name; the longest names only ("Vestfold og Telemark")."""
    words, lengths = _words(unit.name), {}
    for place, called in names.items():
        inside = [len(name) for name in called if name and name <= words]
        if inside:
            lengths[place] = max(inside)
    return {place for place, length in lengths.items() if length == max(lengths.values())}


def _words(name: str) -> set[str]:
    return set(fold(name).split())


def record(tables: Tables, matched: Matched, day: date) -> tuple[list[Line], int]:
    """Writes what was seen into the tables: the lines of the difference, and how many were known already."""
    known = {(row["id"], row["organisation_number"]): row for row in tables.rows["organisation_numbers"]}
    has_one = {place for place, _ in known}
    lines, confirmed, source = [], 0, f"Enhetsregisteret {day.year}"
    for number, place in sorted(matched.place_of.items(), key=lambda pair: pair[1]):
        if row := known.get((place, number)):
            confirmed += 1
            _seen_again(row, str(day.year), source)
            continue
        tables.add("organisation_numbers", id=place, organisation_number=number, seen=str(day.year), source=source)
        what = "changed number" if place in has_one else "new number"
        lines.append(Line(what, f"{shown(tables, place, day)}: organisation number {number}"))
    return lines, confirmed


def _seen_again(row: Row, year: str, source: str) -> None:
    if year not in row["seen"].split():
        row["seen"] = f"{row['seen']} {year}".strip()
        row["source"] = f"{row['source']}; {source}"
