"""The names of the register through time, ready to be looked up by key, by lenient key and by one wrong letter."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from vardevei.opendata import places
from vardevei.opendata.linking import normalise
from vardevei.opendata.linking.decision import Decision
from vardevei.opendata.register import BUILT_IN, rows
from vardevei.opendata.units import Place

FIRST_YEAR, LAST_YEAR = 2002, places.LAST_YEAR
YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
KOMMUNE, FYLKESKOMMUNE = "kommune", "fylkeskommune"


@cache
def _plain(kind: str, code: str, place_id: str) -> Decision:
    return Decision(kind, code, place_id, "self", "place-and-kind", 1.0)


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """One name of one place, with the years (both included) in which it was the name."""

    kind: str
    place_id: str
    spelling: str
    first: int
    last: int
    areas: frozenset[str]
    codes: dict[int, str]

    def code(self, year: int) -> str:
        """The number in the year; outside its life, the nearest it had."""
        return self.codes.get(year) or self.codes[FIRST_YEAR if year < FIRST_YEAR else LAST_YEAR]

    def as_decision(self, year: int) -> Decision:
        """That a name is this place and says nothing more. The same object for years with the same number."""
        return _plain(self.kind, self.code(year), self.place_id)

    def years_away(self, year: int) -> int:
        if year < self.first:
            return self.first - year
        return year - self.last if year > self.last else 0


class Names:
    """All names of one kind."""

    def __init__(self) -> None:
        self.exact: dict[str, tuple[Named, ...]] = {}
        self.lenient: dict[str, tuple[Named, ...]] = {}
        self.settled: dict[str, dict[int, Decision]] = {}
        self._shortened: dict[str, tuple[str, ...]] = {}

    def add(self, spelled: str, named: Named) -> None:
        key = normalise.key(spelled)
        loose = normalise.lenient(key)
        self.exact[key] = (*self.exact.get(key, ()), named)
        self.lenient[loose] = (*self.lenient.get(loose, ()), named)
        for way in {key, loose}:
            for shorter in (way, *_without_one(way)):
                self._shortened[shorter] = tuple({*self._shortened.get(shorter, ()), loose})

    def settle(self) -> None:
        """Find the names that need no more looking: the one place, year by year, unless others have shared the name."""
        for key, found in self.exact.items():
            self.settled[key] = decided = {}
            for year in YEARS:
                now = {one.place_id: one for one in found if not one.years_away(year)}
                _, named = now.popitem() if len(now) == 1 else ("", None)
                if named and not homonyms(named, found):
                    decided[year] = named.as_decision(year)

    def one_letter_away(self, *keys: str) -> set[str]:
        """Lenient keys that may be one wrong, missing, extra or swapped letter away (a few are two away)."""
        found: set[str] = set()
        for key in keys:
            for shorter in self._shortened.keys() & {key, *_without_one(key)}:
                found.update(self._shortened[shorter])
        return found


def homonyms(named: Named, found: Iterable[Named]) -> list[Named]:
    """The other places of the same name, now or before: not those it was made of or became."""
    return [one for one in found if not one.areas & named.areas]


def _without_one(key: str) -> list[str]:
    return [key[:at] + key[at + 1 :] for at in range(len(key))]


class Index:
    """`names` by kind; and the keys of all names of a place, to tell what else in a name is the place itself."""

    def __init__(self) -> None:
        self.names = {KOMMUNE: Names(), FYLKESKOMMUNE: Names()}
        self.keys_of: dict[str, set[str]] = defaultdict(set)
        self.by_id: dict[str, list[Named]] = defaultdict(list)
        self.county_areas = _county_areas()
        self._earlier = rows(BUILT_IN / "linking_before_2013.csv")
        self._directions = {r["norwegian"]: r["english"] for r in rows(BUILT_IN / "linking_directions.csv")}
        self._forms = self._other_forms()
        for place in (*places.all_places(), *places.all_places("county")):
            self._add_place(place)
        for row in self._earlier:
            self._add_earlier(row)
        for names in self.names.values():
            names.settle()

    def _other_forms(self) -> dict[tuple[str, str], list[str]]:
        forms: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in rows(BUILT_IN / "linking_names.csv"):
            forms[row["kind"], row["of"]] += row["names"].split("|")
        return forms

    def _add_place(self, place: Place) -> None:
        areas = place.areas if place.kind == "municipality" else self.county_areas[place.id]
        kind = KOMMUNE if place.kind == "municipality" else FYLKESKOMMUNE
        codes = {year: _number(place, year) for year in YEARS}
        if place.id == "03":
            return  # Oslo has no county council: the municipality is found under both kinds
        for name in place.names:
            first = name.period.start.year if name.period.start else self._begins(place)
            last = name.period.end.year if name.period.end else LAST_YEAR
            named = Named(kind, place.id, normalise.spelled(name.text).replace(" ", ""), first, last, areas, codes)
            self._add(named, self._ways_to_write(place.kind, name.text))
            if name.language == "norwegian":
                self.by_id[place.id].append(named)

    def _begins(self, place: Place) -> int:
        """The first year of what was there before the register begins, unless it was made by a merger before."""
        return max([int(r["until"]) + 1 for r in self._earlier if r["now"] == place.id], default=FIRST_YEAR)

    def _add_earlier(self, row: dict[str, str]) -> None:
        """A municipality that was gone before the register begins stands for the place it became."""
        now = self.by_id[row["now"]][0]
        spelling = normalise.spelled(row["name"])
        codes = dict.fromkeys(YEARS, row["number"])
        named = Named(KOMMUNE, now.place_id, spelling, FIRST_YEAR, int(row["until"]), now.areas, codes)
        self._add(named, [row["name"]])
        if spelling == now.spelling:
            self.by_id[row["now"]].append(named)  # the name and the organisation lived on

    def of_place(self, place_id: str, year: int) -> Named:
        """The place in the year, or nearest to it. KeyError when there is no such place."""
        if place_id not in self.by_id:
            raise KeyError(place_id)
        return min(self.by_id[place_id], key=lambda named: named.years_away(year))

    def _add(self, named: Named, ways: Iterable[str]) -> None:
        kinds = (KOMMUNE, FYLKESKOMMUNE) if named.place_id == "0301" else (named.kind,)
        for way in ways:
            self.keys_of[named.place_id] |= {normalise.key(way), *normalise.canonical(way).split()}
            for kind in kinds:
                self.names[kind].add(way, named)

    def _ways_to_write(self, kind: str, name: str) -> list[str]:
        """The name, forms in other languages, and English words for the points of the compass."""
        first, _, rest = name.replace("-", " ").partition(" ")
        english = self._directions.get(first.lower())
        return [name, *self._forms.get((kind, name), ()), *([f"{english} {rest}"] if english and rest else [])]


def _number(place: Place, year: int) -> str:
    first = place.numbers[0]
    before = first.period.start is not None and year < first.period.start.year
    return first.number if before else place.number(date(year, 7, 1))


def _county_areas() -> dict[str, frozenset[str]]:
    """County id -> the areas of all municipalities that ever lay in it."""
    found: dict[str, set[str]] = defaultdict(set)
    for county in places.all_places("county"):
        found[county.id] = set()
    for year in range(places.FIRST_YEAR, places.LAST_YEAR + 1):
        day = date(year, 1, 1)
        for place in places.on(day):
            found[places.county_of(place, day).id] |= place.areas
    return {county: frozenset(areas) for county, areas in found.items()}


@cache
def index() -> Index:
    """Built once, on first use (about a tenth of a second)."""
    return Index()
