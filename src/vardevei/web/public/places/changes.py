"""What changed when: mergers, splits, new numbers and new names, year by year, newest first."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from vardevei.opendata import places
from vardevei.opendata.places import Place
from vardevei.web.public.places import descent
from vardevei.web.public.places.addresses import link
from vardevei.web.tables import Link


@dataclass
class Year:
    """`happened` are mergers and splits in words; the rest are pairs of a place and what it got."""

    day: date
    municipalities: int
    counties: int
    happened: list[tuple[Link, str]] = field(default_factory=list)
    numbers: list[tuple[Link, str, str]] = field(default_factory=list)
    names: list[tuple[Link, str, str]] = field(default_factory=list)


def by_year() -> list[Year]:
    found: dict[date, Year] = {}

    def of(day: date) -> Year:
        if day not in found:
            found[day] = Year(day, len(places.on(day)), len(places.on(day, "county")))
        return found[day]

    for place in [*places.all_places("county"), *places.all_places()]:
        for held, following in zip(place.numbers, place.numbers[1:], strict=False):
            if following.period.start:
                of(following.period.start).numbers.append((link(place), held.number, following.number))
        for day in sorted({name.period.start for name in place.names if name.period.start} - {place.period.start}):
            of(day).names.append((link(place), _name_before(place, day), place.official_name(day)))
    for day, sentence in _successions().items():
        of(day).happened.extend(sentence)
    return sorted(found.values(), key=lambda year: year.day, reverse=True)


def _name_before(place: Place, day: date) -> str:
    return place.official_name(date(day.year - 1, 12, 31))


def _successions() -> dict[date, list[tuple[Link, str]]]:
    """A merger is told by what was made, a split by what was divided: each once."""
    told: dict[date, dict[str, tuple[Link, str]]] = defaultdict(dict)
    for step in places.register().successions:
        key = step.after if step.kind == "merged" else step.before
        place = places.by_id(key)
        told[step.day][key] = (link(place), " ".join(_told(place, step.kind)))
    return {day: list(lines.values()) for day, lines in told.items()}


def _told(place: Place, kind: str) -> list[str]:
    return descent.made_of(place) if kind == "merged" else descent.became(place)
