"""What is known of a place: population, size class, organisation numbers, centrality, language form, website.

A gap is None: nothing is estimated. Sources: facts/README.md.
"""

from dataclasses import dataclass
from functools import cache

from vardevei.opendata.register import folder_in_use, rows
from vardevei.opendata.units import Place

POPULATION_YEARS = range(2005, 2027)
SIZE_CLASSES = (("0-1999", 0), ("2000-4999", 2000), ("5000-9999", 5000), ("10000-19999", 10000), ("20000-49999", 20000),
                ("50000-", 50000))  # fmt: skip
UNKNOWN_SIZE = "unknown"


@dataclass(frozen=True, slots=True)
class OrganisationNumber:
    """A number in Enhetsregisteret. `seen` are the years of the lists that hold it."""

    number: str
    seen: tuple[int, ...]
    source: str


@cache
def _table(name: str) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in rows(folder_in_use() / name)}


def _value(table: str, place: Place, column: str) -> str | None:
    return _table(table).get(place.id, {}).get(column) or None


def population(place: Place, year: int) -> int | None:
    """Persons living on the place's territory on 1 January of the year (2005-2026), or None.

    Today's places have the whole series, also for the years before they were made: the count on today's borders. A
    place made by a split has none before it, unless it is whole old municipalities: see facts/README.md.
    """
    value = _value("population.csv", place, str(year))
    return int(value) if value else None


def size_class(place: Place, year: int) -> str:
    """The class of the population on 1 January of the year: "0-1999" ... "50000-", or "unknown"."""
    persons = population(place, year)
    if persons is None:
        return UNKNOWN_SIZE
    return max(SIZE_CLASSES, key=lambda size: (persons >= size[1], size[1]))[0]


def centrality(place: Place, year: int) -> int | None:
    """Statistics Norway's centrality class, 1 (most central) to 6, for 2022-2024; None elsewhere."""
    value = _value("centrality.csv", place, str(year))
    return int(value) if value else None


def language_form(place: Place) -> str | None:
    """ "bokmål", "nynorsk" or "neutral" as resolved by the municipality, in 2025; None for places that are gone."""
    return _value("language_forms.csv", place, "language_form")


def website(place: Place) -> str | None:
    """The municipality's address on the web in 2025, without https; None for places that are gone."""
    return _value("websites.csv", place, "website")


def centre(place: Place) -> str | None:
    """The seat of the municipality's administration in 2025; None for places that are gone."""
    return _value("websites.csv", place, "centre")


@cache
def _organisation_numbers() -> dict[str, tuple[OrganisationNumber, ...]]:
    found: dict[str, tuple[OrganisationNumber, ...]] = {}
    for row in rows(folder_in_use() / "organisation_numbers.csv"):
        years = tuple(int(year) for year in row["seen"].split())
        entry = OrganisationNumber(row["organisation_number"], years, row["source"])
        found[row["id"]] = (*found.get(row["id"], ()), entry)
    return found


def organisation_numbers(place: Place) -> tuple[OrganisationNumber, ...]:
    """The organisation numbers seen for the municipality or county council; empty when no list holds one."""
    return _organisation_numbers().get(place.id, ())


def places_of_number(organisation_number: str) -> tuple[str, ...]:
    """The ids of all places that have had the number, oldest first (a merger may keep the number of one part)."""
    return _by_organisation_number().get(organisation_number, ())


@cache
def _by_organisation_number() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for place_id, entries in _organisation_numbers().items():
        for entry in entries:
            found[entry.number] = tuple(sorted((*found.get(entry.number, ()), place_id), key=_start))
    return found


def _start(place_id: str) -> str:
    return _table("places.csv")[place_id]["start"]


def forget() -> None:
    """Drop what was read, after a new edition was written."""
    for cached in (_table, _organisation_numbers, _by_organisation_number):
        cached.cache_clear()
