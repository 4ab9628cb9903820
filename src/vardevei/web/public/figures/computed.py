"""A figure for the choices in an address, computed once for each mart and kept in memory."""

from dataclasses import dataclass
from functools import lru_cache

from django.http import QueryDict
from django.utils.translation import get_language

from vardevei.figures.domain import mart
from vardevei.opendata import calculate
from vardevei.opendata.calculate import Choices, Result
from vardevei.opendata.figures import store
from vardevei.opendata.figures.choices import NAMES, THEN
from vardevei.opendata.hexagons import FIRST_MUNICIPAL_MAP


@dataclass(frozen=True, slots=True)
class Computed:
    """`found` and `unsure` are municipalities for the map, empty where the year has a map of counties only."""

    result: Result
    found: frozenset[str]
    unsure: frozenset[str]
    build: str

    @property
    def has_municipal_map(self) -> bool:
        return has_municipal_map(self.result.choices)


def has_municipal_map(choices: Choices) -> bool:
    return choices.borders != THEN and int(choices.borders) >= FIRST_MUNICIPAL_MAP


def of(name: str, query: QueryDict) -> Computed:
    """Choices that are not known are refused with a Problem; others in the address are left alone."""
    definition = calculate.definition(name)
    given = tuple((key, query[key]) for key in NAMES if query.get(key) and key in definition.choices)
    return _of(name, given, store.manifest(mart.folder()).build)


@lru_cache(maxsize=256)
def _of(name: str, given: tuple[tuple[str, str], ...], build: str) -> Computed:
    folder = mart.folder()
    with store.connect(folder) as connection:
        result = calculate.run(name, connection, read_at=store.manifest(folder).read_at, **dict(given))
        found, unsure = set[str](), set[str]()
        if has_municipal_map(result.choices):
            found, unsure = calculate.found_municipalities(connection, result.choices)
    return Computed(result, frozenset(found), frozenset(unsure), build)


def language() -> str:
    return get_language() or "nb"
