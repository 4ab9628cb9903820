"""Names that nobody could place: gathered by name and country, the most frequent first, with what they may be."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from vardevei.core.models import Person
from vardevei.opendata import places
from vardevei.opendata.places import Place
from vardevei.projects import rules
from vardevei.projects.models import Alias, Participation, Unsure
from vardevei.projects.models.alias import fold


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place the name may mean, and what points to it: "address", or nothing."""

    place: Place
    number: str
    county: Place | None
    clues: tuple[str, ...]


@dataclass(slots=True)
class WaitingName:
    """One name in one country, with all rows that carry it."""

    name: str
    country: str
    rows: list[Participation] = field(default_factory=list)
    unsure: list[Unsure] = field(default_factory=list)

    @property
    def folded(self) -> str:
        return fold(self.name)

    @property
    def key(self) -> int:
        """The oldest row: an address for the name that stays the same while it waits."""
        return min(row.pk for row in self.rows)

    @property
    def rule(self) -> str:
        return Counter(row.link_rule for row in self.rows).most_common(1)[0][0]

    @property
    def candidates(self) -> list[Candidate]:
        """Each place once, those with most clues first."""
        found: dict[str, Candidate] = {}
        for row in self.rows:
            for place in rules.places_of(row):
                found.setdefault(place.id, _candidate(place, row))
        return sorted(found.values(), key=lambda one: (-len(one.clues), one.number))


def waiting(person: Person | None) -> list[WaitingName]:
    """Names that the person may judge, the most frequent first; those that somebody was unsure of come last."""
    doubtful = Participation.objects.doubtful().select_related("project").order_by("pk")
    named = _gathered(doubtful)
    mine = [name for name in named if rules.may_about(person, rules.JUDGE_NAMES, name.rows)]
    return sorted(mine, key=lambda name: (bool(name.unsure), -len(name.rows), name.folded))


def of_row(row: Participation) -> WaitingName | None:
    """The name of this row with all rows that wait under it; None when it no longer waits."""
    doubtful = Participation.objects.doubtful().filter(country=row.country).select_related("project").order_by("pk")
    return next((name for name in _gathered(doubtful) if name.folded == fold(row.name)), None)


def verdicts(county: str | None = None) -> list[Alias]:
    """What people have said that names mean, the newest first; of one county when asked."""
    told = Alias.objects.select_related("organisation", "by", "on_behalf_of").order_by("-on", "-pk")
    return list(told.filter(on_behalf_of=county) if county else told)


def _gathered(rows: Iterable[Participation]) -> list[WaitingName]:
    found: dict[tuple[str, str], WaitingName] = {}
    for row in rows:
        name = found.setdefault((fold(row.name), row.country), WaitingName(row.name, row.country))
        name.rows.append(row)
    for unsure in Unsure.objects.select_related("by", "on_behalf_of"):
        if (unsure.name, unsure.country) in found:
            found[unsure.name, unsure.country].unsure.append(unsure)
    return list(found.values())


def _candidate(place: Place, row: Participation) -> Candidate:
    day = date(row.year, 7, 1) if row.year else None
    then = day if day and place.exists(day) else place.period.end or date.today()
    county = places.county_of(place, then) if place.kind == "municipality" else None
    return Candidate(place, place.number(then), county, tuple(_clues(place, row, then)))


def _clues(place: Place, row: Participation, day: date) -> Iterable[str]:
    if row.address_municipality and places.by_number(row.address_municipality, day) is place:
        yield "address"
