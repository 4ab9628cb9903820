"""What must be true of an edition on every day it covers. An edition that breaks one of these is never put in use."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from vardevei.opendata.register import Register
from vardevei.opendata.units import Kind, Period, Place

KINDS: tuple[Kind, ...] = ("municipality", "county")


def faults(register: Register) -> list[str]:
    """Sentences about what is wrong; [] when nothing is."""
    return [*_places(register), *_days(register), *_successions(register)]


def days(register: Register) -> list[date]:
    """Every day on which something began, and the first and last 1 January: between them nothing changes."""
    first, last = date(register.first_year, 1, 1), date(register.last_year, 1, 1)
    begun: set[date | None] = set()
    for place in register.places.values():
        begun |= {entry.period.start for entry in place.numbers} | {name.period.start for name in place.names}
    return sorted({first, last, *(day for day in begun if day and day >= first)})


def _days(register: Register) -> Iterator[str]:
    for kind in KINDS:
        places = [place for place in register.places.values() if place.kind == kind]
        everything = set().union(*(place.areas for place in places))
        for day in days(register):
            there = [place for place in places if place.exists(day)]
            held = Counter(area for place in there for area in place.areas)
            yield from _wrong(f"areas held twice on {day}", [area for area, count in held.items() if count > 1])
            yield from _wrong(f"areas nobody holds on {day}", everything - set(held))
            numbers = Counter(place.number(day) for place in there)
            yield from _wrong(
                f"numbers held twice on {day}", [number for number, count in numbers.items() if count > 1]
            )
            if kind == "municipality":
                counties = {p.number(day) for p in register.places.values() if p.kind == "county" and p.exists(day)}
                yield from _wrong(
                    f"municipalities without a county on {day}", {n for n in numbers if n[:2] not in counties}
                )


def _wrong(what: str, which: list[str] | set[str]) -> Iterator[str]:
    if which:
        yield f"{what}: {', '.join(sorted(which)[:10])}"


def _places(register: Register) -> Iterator[str]:
    for place in register.places.values():
        if not place.areas:
            yield f"{place.id} has no territory"
        if not _covers(place, [entry.period for entry in place.numbers]):
            yield f"{place.id} does not have one number at a time for its whole life"
        if not _covers(place, [name.period for name in place.names if name.order == 1]):
            yield f"{place.id} does not have one first name at a time for its whole life"


def _covers(place: Place, periods: list[Period]) -> bool:
    """Whether the periods follow each other without hole or overlap, from the place's first day to its last."""
    ordered = sorted(periods, key=lambda period: period.start or date.min)
    if not ordered or ordered[0].start != place.period.start or ordered[-1].end != place.period.end:
        return False
    return all(old.end is not None and new.start == old.end + timedelta(days=1) for old, new in pairwise(ordered))


def _successions(register: Register) -> Iterator[str]:
    first = date(register.first_year, 1, 1)
    for step in register.successions:
        before, after = register.places.get(step.before), register.places.get(step.after)
        if before is None or after is None:
            yield f"{step.before} -> {step.after}: one of them does not exist"
        elif after.period.start != step.day or before.period.end != step.day - timedelta(days=1):
            yield f"{step.before} -> {step.after}: the day {step.day} is not the end of one and the start of the other"
        elif not before.areas & after.areas or (step.kind == "merged") != (before.areas <= after.areas):
            yield f"{step.before} -> {step.after}: the territories do not fit the kind {step.kind}"
    for place in register.places.values():
        came = set().union(*(register.places[s.before].areas for s in register.predecessors(place)))
        went = set().union(*(register.places[s.after].areas for s in register.successors(place)))
        if place.period.start and place.period.start > first and not place.areas <= came:
            yield f"{place.id} has territory that came from nowhere"
        if place.period.end and not place.areas <= went:
            yield f"{place.id} has territory that went nowhere"
