"""What county, region, post code and town tell: which of several places of one name is meant.

A clue is a set of areas (the municipalities of 2013, as the register's territories count). A place fits a clue when it
holds some of them, so that a post code of today finds the municipality of 2015 as well.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from vardevei.opendata import places
from vardevei.opendata.linking import normalise
from vardevei.opendata.linking.index import FYLKESKOMMUNE, KOMMUNE, Named, index
from vardevei.opendata.register import BUILT_IN, rows

Areas = frozenset[str]
_POST_CODE = re.compile(r"\b\d{4}\b")
_NUTS = re.compile(r"^NO[0-9A-Z]{1,3}$")
LONGEST = 4  # words in the longest name of a town or county ("Våler i Solør", "Sogn og Fjordane")


class Clues:
    """Keys of counties, districts, towns, municipalities and post places -> the areas each may mean."""

    def __init__(self) -> None:
        self.by_name: dict[str, list[Areas]] = defaultdict(list)
        self.post_codes: dict[str, Areas] = {}
        self._add_names(FYLKESKOMMUNE)
        self._add_districts()
        self._add_towns()
        self._add_names(KOMMUNE)
        self._add_post()
        self.nuts = {row["code"]: self._county(row["county"]) for row in rows(BUILT_IN / "linking_nuts.csv")}

    def _add(self, name: str, areas: Areas) -> None:
        self.by_name[normalise.key(name)].append(areas)

    def _add_names(self, kind: str) -> None:
        for key, found in index().names[kind].exact.items():
            self.by_name[key].append(frozenset().union(*(named.areas for named in found)))

    def _county(self, name: str) -> Areas:
        return self.by_name[normalise.key(name)][0]

    def _add_districts(self) -> None:
        for row in rows(BUILT_IN / "linking_districts.csv"):
            self._add(row["district"], frozenset().union(*(_county_2013(n) for n in row["counties_2013"].split())))

    def _add_towns(self) -> None:
        for row in rows(BUILT_IN / "linking_towns.csv"):
            place = places.by_number(row["number_2013"], date(2013, 1, 1))
            assert place is not None, row
            self._add(row["town"], place.areas)

    def _add_post(self) -> None:
        towns: dict[str, set[str]] = defaultdict(set)
        for row in rows(BUILT_IN / "linking_post.csv"):
            place = places.by_number(row["number"], date(2025, 1, 1))
            assert place is not None, row
            self.post_codes |= dict.fromkeys(row["post_codes"].split(), place.areas)
            for town in row["post_places"].split("|"):
                towns[town] |= place.areas
        for town, areas in towns.items():
            self._add(town, frozenset(areas))

    def of(self, text: str, besides: str = "") -> Iterator[Areas]:
        """All clues in a text, the longest names first; `besides` is the place's own name, which tells nothing."""
        words = [word for word in normalise.canonical(text).split() if word != normalise.BOUNDARY]
        for length in range(min(LONGEST, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                key = "".join(words[start : start + length])
                if key != besides:
                    yield from self.by_name.get(key, ())

    def of_codes(self, post_code: str, nuts: str, hint: str) -> Iterator[Areas]:
        for code in (*_POST_CODE.findall(post_code), *_POST_CODE.findall(hint)):
            if code in self.post_codes:
                yield self.post_codes[code]
        for code in (nuts.strip().upper(), hint.strip().upper()):
            if _NUTS.match(code):
                yield frozenset().union(*(areas for known, areas in self.nuts.items() if known.startswith(code)))


def _county_2013(number: str) -> Areas:
    county = places.by_number(number, date(2013, 1, 1))
    assert county is not None, number
    return index().county_areas[county.id]


@cache
def clues() -> Clues:
    return Clues()


def narrow(candidates: list[Named], clues_in_order: Iterable[Areas]) -> list[Named]:
    """The candidates that fit. A clue that fits none, or all, tells nothing."""
    for areas in clues_in_order:
        fitting = [named for named in candidates if named.areas & areas]
        if fitting:
            candidates = fitting
        if len(candidates) == 1:
            break
    return candidates
