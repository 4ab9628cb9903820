"""The slow twin: every figure counted again in plain loops, straight from the rows and the register.

It shares nothing with the SQL, the mart or `places.on_borders_of`: it looks at which areas a place is made of, and at
who holds those areas on the day. Slow is fine; obvious is the point.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from vardevei.opendata import attributes, places
from vardevei.opendata.families import families
from vardevei.opendata.figures import reference
from vardevei.opendata.figures.tables import ParticipationRow
from vardevei.opendata.units import Place


@dataclass
class Twin:
    rows: list[dict[str, Any]]
    total: dict[str, Any] = field(default_factory=dict)


def selected(rows: Iterable[ParticipationRow], c: dict[str, Any]) -> list[ParticipationRow]:
    codes = {family.code for family in families() if c["family"] in (family.code, family.group)}
    return [
        row
        for row in rows
        if row.relation in ("self", "subunit")
        and not row.repeated
        and row.year is not None
        and c["from"] <= row.year <= c["to"]
        and (c["role"] == "all" or row.role == c["role"])
        and (c["family"] == "all" or row.family in codes)
    ]


def borders_of(row: ParticipationRow, c: dict[str, Any]) -> int | None:
    """The year whose borders the row is placed on; None where the register has none."""
    year = row.year if c["borders"] == "then" else int(c["borders"])
    return year if 2013 <= year <= 2026 else None


@cache
def holders(place: Place, year: int) -> list[Place]:
    day = date(year, 1, 1)
    return [other for other in places.all_places(place.kind) if other.exists(day) and other.areas & place.areas]


def where(place: Place, year: int | None) -> Place | None:
    found = holders(place, year) if year else []
    return found[0] if len(found) == 1 else None


@cache
def county_on(municipality: Place, year: int) -> Place:
    """The county whose number the municipality's number began with on the day."""
    day = date(year, 1, 1)
    number = municipality.number(day)[:2]
    return next(county for county in places.all_places("county") if county.exists(day) and county.number(day) == number)


def county_of_all(place: Place, year: int | None) -> Place | None:
    """The county that all of the place's territory lies in, also when its municipality cannot be told."""
    if year is None:
        return None
    counties = {h.id: h for h in (county_on(holder, year) for holder in holders(place, year))}
    return next(iter(counties.values())) if len(counties) == 1 else None


def years_of(c: dict[str, Any]) -> list[int]:
    years = range(c["from"], c["to"] + 1) if c["borders"] == "then" else [int(c["borders"])]
    return [year for year in years if 2013 <= year <= 2026]


def existing(c: dict[str, Any]) -> list[tuple[int, Place]]:
    """Every municipality on each of the borders that count, with their year."""
    return [
        (year, place)
        for year in years_of(c)
        for place in places.all_places("municipality")
        if place.exists(date(year, 1, 1)) and in_size(place, year, c)
    ]


def in_size(place: Place, year: int, c: dict[str, Any]) -> bool:
    return c["size"] == "all" or attributes.size_class(place, year) == c["size"]


def placed_municipalities(
    rows: Iterable[ParticipationRow], c: dict[str, Any]
) -> list[tuple[int, Place, ParticipationRow]]:
    found = []
    for row in selected(rows, c):
        place, year = places.by_id(row.unit_id), borders_of(row, c)
        if place.kind == "municipality" and year and (there := where(place, year)) and in_size(there, year, c):
            found.append((year, there, row))
    return found


def share(found: int, every: int | None) -> float | None:
    return found / every if every else None


def by_county(rows: list[ParticipationRow], c: dict[str, Any]) -> Twin:
    found, there = placed_municipalities(rows, c), existing(c)
    lines = []
    for county in places.all_places("county"):
        held = [year for year in years_of(c) if county.exists(date(year, 1, 1))]
        if not held:
            continue
        numerator = {place.id for year, place, _ in found if county_on(place, year) is county}
        denominator = {place.id for year, place in there if county_on(place, year) is county}
        lines.append(
            {
                "county_number": county.number(date(held[-1], 1, 1)),
                "county": county.name(date(held[-1], 1, 1)),
                "first_borders": held[0],
                "last_borders": held[-1],
                "municipalities_found": len(numerator),
                "municipalities": len(denominator),
                "share": share(len(numerator), len(denominator)),
                "not_placed_in_municipality": len(county_only(rows, c, county)),
                "county_council_found": None if county.id == "03" else int(council_found(rows, c, county)),
            }
        )
    numerator, denominator = {p.id for _, p, _ in found}, {p.id for _, p in there}
    total = {
        "municipalities_found": len(numerator),
        "municipalities": len(denominator),
        "share": share(len(numerator), len(denominator)),
    }
    return Twin(sorted(lines, key=lambda line: line["county_number"]), total)


def council_found(rows: list[ParticipationRow], c: dict[str, Any], county: Place) -> bool:
    units = [(places.by_id(row.unit_id), borders_of(row, c)) for row in selected(rows, c)]
    return any(unit.kind == "county" and where(unit, year) is county for unit, year in units)


def county_only(rows: list[ParticipationRow], c: dict[str, Any], county: Place) -> set[str]:
    ours = [row for row in selected(rows, c) if places.by_id(row.unit_id).kind == "municipality"]
    somewhere = {row.unit_id for row in ours if where(places.by_id(row.unit_id), borders_of(row, c))}
    return {
        row.unit_id
        for row in ours
        if row.unit_id not in somewhere and county_of_all(places.by_id(row.unit_id), borders_of(row, c)) is county
    }


def by_size(rows: list[ParticipationRow], c: dict[str, Any]) -> Twin:
    found, there = placed_municipalities(rows, c), existing(c)
    lines = []
    for code in [code for code, _ in attributes.SIZE_CLASSES] + ["unknown"]:
        numerator = {place.id for year, place, _ in found if attributes.size_class(place, year) == code}
        denominator = {place.id for year, place in there if attributes.size_class(place, year) == code}
        if c["size"] in ("all", code) and (code != "unknown" or denominator):
            line = {"size_class": code, "municipalities_found": len(numerator), "municipalities": len(denominator)}
            lines.append({**line, "share": share(len(numerator), len(denominator))})
    numerator, denominator = {p.id for _, p, _ in found}, {p.id for _, p in there}
    total = {"municipalities_found": len(numerator), "municipalities": len(denominator)}
    return Twin(lines, {**total, "share": share(len(numerator), len(denominator))})


def over_time(rows: list[ParticipationRow], c: dict[str, Any]) -> Twin:
    lines = [_year(rows, {**c, "from": year, "to": year}, year) for year in range(c["from"], c["to"] + 1)]
    every = {place.id for _, place in existing(c)}
    found = {place.id for _, place, _ in placed_municipalities(rows, c)}
    kept = _kept(rows, c)
    total = {
        "municipalities_found": len(found),
        "municipalities": len(every),
        "share": share(len(found), len(every)),
        "participations": len(kept),
        "not_placed": sum(1 for row in kept if not where(places.by_id(row.unit_id), borders_of(row, c))),
        "amount": _amount(kept),
        "without_amount": sum(1 for row in kept if row.amount is None),
    }
    return Twin(lines, total)


def _year(rows: list[ParticipationRow], c: dict[str, Any], year: int) -> dict[str, Any]:
    kept, every = _kept(rows, c), {place.id for _, place in existing(c)}
    found = {place.id for _, place, _ in placed_municipalities(rows, c)}
    return {
        "year": year,
        "municipalities_found": len(found),
        "municipalities": len(every) or None,
        "share": share(len(found), len(every)),
        "participations": len(kept),
        "not_placed": sum(1 for row in kept if not where(places.by_id(row.unit_id), borders_of(row, c))),
        "amount": _amount(kept),
        "without_amount": sum(1 for row in kept if row.amount is None),
    }


def _kept(rows: list[ParticipationRow], c: dict[str, Any]) -> list[ParticipationRow]:
    """Municipalities' participations of the size, and those whose municipality (and so size) cannot be told."""
    kept = []
    for row in selected(rows, c):
        place, year = places.by_id(row.unit_id), borders_of(row, c)
        if place.kind == "municipality":
            there = where(place, year)
            if there is None or in_size(there, year or 0, c):
                kept.append(row)
    return kept


def _amount(rows: list[ParticipationRow]) -> float | None:
    cents = [round(row.amount * 100) for row in rows if row.amount is not None]
    return sum(cents) / 100 if cents else None


def memo(rows: list[ParticipationRow], c: dict[str, Any]) -> Twin:
    lines = []
    for figure in reference.figures():
        groups = {family.code for family in families() if figure.family_group in ("all", family.group)}
        ours = [row for row in selected(rows, c) if row.family in groups]
        wanted = "county" if figure.measure == "county_councils" else "municipality"
        units = [(places.by_id(row.unit_id), borders_of(row, c)) for row in ours]
        found = {there.id for unit, year in units if unit.kind == wanted and (there := where(unit, year))}
        lines.append({"code": figure.code, "loaded": len(ours), "found_in_loaded": len(found) if ours else None})
    return Twin(lines)


def accounts(rows: list[ParticipationRow], c: dict[str, Any], kind: str) -> dict[str, tuple[int, int]]:
    """Units and participations of a kind: how many are placed, and how many there are."""
    kept = []
    for row in selected(rows, c):
        place, year = places.by_id(row.unit_id), borders_of(row, c)
        there = where(place, year)
        if place.kind == kind and (kind == "county" or there is None or in_size(there, year or 0, c)):
            kept.append((row.unit_id, there))
    units = ({unit for unit, there in kept if there}, {unit for unit, _ in kept})
    return {
        "units": (len(units[0]), len(units[1])),
        "participations": (sum(1 for _, there in kept if there), len(kept)),
    }


FIGURES = {
    "participation-by-county": by_county,
    "participation-by-size": by_size,
    "participation-over-time": over_time,
    "memo-figures": memo,
}
