"""May this municipality or county council use the programme, in that year? An answer always says why.

First whether Norway is in, then the years, then the area. A programme text names counties as they were in some year; a
place is carried to the borders of that year through the register, so a municipality of any year gets an answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

import yaml

from vardevei.opendata import places
from vardevei.opendata.places import Place
from vardevei.opendata.programmes import FOLDER, LANGUAGES, Area, Programme, Words

Verdict = Literal["yes", "no", "partly", "unknown"]


@dataclass(frozen=True, slots=True)
class Answer:
    """ "partly": it cannot be settled here, or only a part of the place or of the programme is in."""

    verdict: Verdict
    because: Words


def for_place(programme: Programme, place: Place, year: int) -> Answer:
    """May the place use it; and what to mind first, such as that the Norwegian money has run out before."""
    answer = _for_place(programme, place, year)
    if answer.verdict not in ("yes", "partly"):
        return answer
    minded = [fact.words for fact in programme.about("mind")]
    return Answer(
        answer.verdict, {form: " ".join(one[form] for one in (answer.because, *minded)) for form in LANGUAGES}
    )


def _for_place(programme: Programme, place: Place, year: int) -> Answer:
    if programme.norway in ("no", "not-listed", "unknown"):
        return _answer("unknown" if programme.norway == "unknown" else "no", programme.norway, programme)
    if not (programme.start or year) <= year <= (programme.end or year):
        return _answer("no", "years", programme, year=str(year))
    if programme.area is None:
        return _answer("unknown", "no-area", programme)
    if programme.area.everywhere:
        return _everywhere(programme)
    return _in_area(programme, programme.area, place)


def counties(area: Area, year: int) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """The counties of 1 January of the year that lie wholly in the area, and those that do so only in part."""
    there = places.on_borders_of(year).counties()
    if area.everywhere:
        return there, ()
    found = {county: _found(county, area) for county in there}
    whole = tuple(county for county, how in found.items() if how.keys() == {"whole"})
    return whole, tuple(county for county, how in found.items() if county not in whole and how.keys() != {"out"})


def years(programme: Programme) -> str:
    return f"{programme.start or ''}–{programme.end or ''}" if programme.start or programme.end else ""


def _everywhere(programme: Programme) -> Answer:
    if programme.norway == "partly":
        return _answer("partly", "partly", programme)
    return _answer("yes", programme.norway if programme.norway in ("partner", "national") else "country", programme)


def _in_area(programme: Programme, area: Area, place: Place) -> Answer:
    found = _found(place, area)
    inside = list(dict.fromkeys(one for how in ("whole", "part") for one in found.get(how, ())))
    names = {"place": place.name(), "area": ", ".join(places.by_id(one).name() for one in inside)}
    if not inside:
        return _answer("no", "outside", programme, (), **names)
    more = [limit.words for limit in area.limits if set(limit.places) & set(inside)]
    if found.keys() == {"whole"}:
        return _answer("yes", "inside", programme, more, **names)
    reason = "part" if found.keys() == {"part"} else "straddles"
    return _answer("partly", "limited" if reason == "part" and more else reason, programme, more, **names)


def _found(place: Place, area: Area) -> dict[str, list[str]]:
    """How the parts of the place stand to the area: "whole", "part" or "out", each with the named places."""
    found: dict[str, list[str]] = {}
    for municipality in _municipalities(place, area.borders):
        how, named = _standing(municipality, area)
        found.setdefault(how, []).append(named)
    return found


def _standing(municipality: Place, area: Area) -> tuple[str, str]:
    county = places.county_of(municipality, date(area.borders, 1, 1)).id
    for how, named in (("whole", area.whole), ("part", area.part)):
        for one in (municipality.id, county):
            if one in named:
                return how, one
    return "out", municipality.id


@cache
def _municipalities(place: Place, year: int) -> tuple[Place, ...]:
    """The municipalities of 1 January of the year that hold the place's territory; a county is its municipalities."""
    register, day = places.register(), date(year, 1, 1)
    areas = place.areas
    if place.kind == "county":
        if place.exists(day):
            return tuple(one for one in places.on(day) if places.county_of(one, day) is place)
        lived = _a_day_of(place)
        members = (one for one in places.on(lived) if places.county_of(one, lived) is place)
        areas = frozenset().union(*(one.areas for one in members))
    return register.holding(areas, day, "municipality")


def _a_day_of(place: Place) -> date:
    return place.period.end or max(place.period.start or date.min, date(places.FIRST_YEAR, 1, 1))


def _answer(verdict: Verdict, reason: str, programme: Programme, more: Iterable[Words] = (), **values: str) -> Answer:
    words = {}
    for form in LANGUAGES:
        filled = _reasons()[reason][form].format(name=programme.name[form], years=years(programme), **values)
        words[form] = " ".join([filled, *(one[form] for one in more)])
    return Answer(verdict, words)


@cache
def _reasons() -> dict[str, Words]:
    reasons: dict[str, Words] = yaml.safe_load((FOLDER / "_reasons.yaml").read_text("utf-8"))["reasons"]
    return reasons
