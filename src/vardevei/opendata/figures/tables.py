"""The mart's tables as plain rows: what every figure's SQL reads, whichever engine runs it.

Only texts, whole numbers and one amount, so DuckDB, SQLite, PostgreSQL and Spark hold them alike. `borders` is the year
whose 1 January is meant. "As it was" needs no table of its own: it is the borders of each participation's own year.
"""

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass

from vardevei.opendata import attributes, places
from vardevei.opendata.borders import Borders
from vardevei.opendata.figures import families, reference
from vardevei.opendata.units import Place

Value = str | int | float | None
Row = tuple[Value, ...]
TEXT, WHOLE, AMOUNT = "varchar(1000)", "integer", "double precision"
FIRST_YEAR, LAST_YEAR = 1990, places.LAST_YEAR + 4  # the years a period may be chosen from
OSLO = "03"  # the county whose tasks a municipality has, so it has no county council

TABLES: dict[str, dict[str, str]] = {
    "unit": {"unit_id": TEXT, "kind": TEXT, "name": TEXT, "start_day": TEXT, "end_day": TEXT,
             "organisation_number": TEXT},
    "lies_in": {"borders": WHOLE, "unit_id": TEXT, "kind": TEXT, "municipality_id": TEXT, "county_id": TEXT,
                "reason": TEXT, "candidates": TEXT},
    "municipality_on": {"borders": WHOLE, "municipality_id": TEXT, "number": TEXT, "name": TEXT, "county_id": TEXT,
                        "size_class": TEXT, "population": WHOLE},
    "county_on": {"borders": WHOLE, "county_id": TEXT, "number": TEXT, "name": TEXT, "has_council": WHOLE},
    "participation": {"project_id": TEXT, "unit_id": TEXT, "family": TEXT, "part": TEXT, "year": WHOLE, "role": TEXT,
                      "source": TEXT, "amount": AMOUNT, "relation": TEXT, "counted": WHOLE},
    "family": {"code": TEXT, "family_group": TEXT},
    "size_class": {"code": TEXT, "position": WHOLE},
    "calendar": {"year": WHOLE},
    "reference_figure": {"code": TEXT, "position": WHOLE, "family_group": TEXT, "measure": TEXT},
    "source": {"code": TEXT, "title": TEXT, "publisher": TEXT, "licence": TEXT, "address": TEXT, "fetched": TEXT,
               "as_of": TEXT, "participations": WHOLE},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ParticipationRow:
    """One municipality's or county council's part in one project, as one source has it.

    `unit_id` is a place's id, `amount` euro; None where the source does not say. The same project has the same
    `project_id` in every source. `relation` is "self", "subunit", "implicit" or "enterprise" (a municipal enterprise,
    which is not the municipality: kept, and not counted).
    """

    project_id: str
    unit_id: str
    family: str
    part: str
    year: int | None
    role: str
    source: str
    amount: float | None
    relation: str = "self"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A delivery that is loaded, the newest of its source. Days are ISO texts, empty where not known."""

    code: str
    title: str
    publisher: str
    licence: str
    address: str
    fetched: str
    as_of: str
    participations: int


def tables(rows: Iterable[ParticipationRow], sources: Iterable[SourceRow] = ()) -> dict[str, list[Row]]:
    """Every table of the mart, in the order of TABLES' columns."""
    size_classes = [code for code, _ in attributes.SIZE_CLASSES] + [attributes.UNKNOWN_SIZE]
    return {
        **place_tables(),
        "participation": list(_participations(list(rows))),
        "family": [(family.code, family.group) for family in families.families()],
        "size_class": [(code, position) for position, code in enumerate(size_classes)],
        "calendar": [(year,) for year in range(FIRST_YEAR, LAST_YEAR + 1)],
        "reference_figure": [(f.code, i, f.family_group, f.measure) for i, f in enumerate(reference.figures())],
        "source": [astuple(source) for source in sources],
    }


def place_tables() -> dict[str, list[Row]]:
    """The register's part of the mart: units, where each lies on each year's borders, and what could be found."""
    units = (*places.all_places("municipality"), *places.all_places("county"))
    every = [places.on_borders_of(year) for year in range(places.FIRST_YEAR, places.LAST_YEAR + 1)]
    return {
        "unit": [_unit(place) for place in units],
        "lies_in": [_placing(borders, place) for borders in every for place in units],
        "municipality_on": [_municipality(borders, place) for borders in every for place in borders.municipalities()],
        "county_on": [_county(borders, place) for borders in every for place in borders.counties()],
    }


def _unit(place: Place) -> Row:
    numbers = attributes.organisation_numbers(place)
    start, end = (day.isoformat() if day else "" for day in (place.period.start, place.period.end))
    return place.id, place.kind, place.name(), start, end, numbers[-1].number if numbers else ""


def _placing(borders: Borders, place: Place) -> Row:
    placing = borders.place(place)
    candidates = "; ".join(found.name(borders.day) for found in placing.candidates) if placing.reason else ""
    municipality, county = (found.id if found else None for found in (placing.municipality, placing.county))
    return borders.year, place.id, place.kind, municipality, county, placing.reason, candidates


def _municipality(borders: Borders, place: Place) -> Row:
    county = places.county_of(place, borders.day)
    size, persons = attributes.size_class(place, borders.year), attributes.population(place, borders.year)
    return borders.year, place.id, place.number(borders.day), place.name(borders.day), county.id, size, persons


def _county(borders: Borders, place: Place) -> Row:
    return borders.year, place.id, place.number(borders.day), place.name(borders.day), int(place.id != OSLO)


def _participations(rows: list[ParticipationRow]) -> Iterator[Row]:
    """Marks what counts: not enterprises, and of a part that two sources have, the rows of one of them."""
    chosen: dict[tuple[str, str], tuple[bool, bool, str]] = {}
    for row in rows:
        if row.relation != "enterprise":
            part = (row.project_id, row.unit_id)
            chosen[part] = min(chosen.get(part, _preference(row)), _preference(row))
    for row in rows:
        counted = row.relation != "enterprise" and chosen[row.project_id, row.unit_id][-1] == row.source
        yield (*astuple(row), int(counted))


def _preference(row: ParticipationRow) -> tuple[bool, bool, str]:
    return row.year is None, row.amount is None, row.source
