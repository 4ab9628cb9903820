"""The mart's tables as plain rows: what every figure's SQL reads, whichever engine runs it.

Only texts and whole numbers (amounts in cents), so that every engine holds and adds them alike. `borders` is the year
whose 1 January is meant. "As it was" needs no table of its own: it is the borders of each participation's own year.
"""

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, replace
from decimal import Decimal

from vardevei.opendata import attributes, families, places
from vardevei.opendata.borders import Borders
from vardevei.opendata.figures import reference
from vardevei.opendata.units import Place

Value = str | int | float | None
Row = tuple[Value, ...]
TEXT, WHOLE, CENTS = "varchar(1000)", "integer", "bigint"
FIRST_YEAR, LAST_YEAR = 1990, places.LAST_YEAR + 4  # the years a period may be chosen from
OURS = ("self", "subunit")
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
                      "source": TEXT, "amount": CENTS, "relation": TEXT, "counted": WHOLE},
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

    `unit_id` is a place's id, `amount` euro; None where the source does not say. Counted are the relations "self" and
    "subunit" (a school, a department). Kept to be told, and not counted: "enterprise", "implicit", "doubtful" (nobody
    has said who it is; `unit_id` is then empty), and what another source has told already (`repeated`).
    """

    project_id: str
    unit_id: str
    family: str
    part: str
    year: int | None
    role: str
    source: str
    amount: Decimal | float | None
    relation: str = "self"
    repeated: bool = False


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


def tables(
    rows: Iterable[ParticipationRow],
    sources: Iterable[SourceRow] = (),
    place_part: Mapping[str, list[Row]] | None = None,
) -> dict[str, list[Row]]:
    """Every table of the mart, in the order of TABLES' columns. `place_part` saves making `place_tables()` again."""
    rows = list(rows)
    size_classes = [code for code, _ in attributes.SIZE_CLASSES] + [attributes.UNKNOWN_SIZE]
    return {
        **(place_part or place_tables()),
        "participation": [_participation(row) for row in rows],
        "family": _families({row.family for row in rows}),
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


def _families(met: set[str]) -> list[Row]:
    """Ours, and those a county has named in a list of its own: they count among all programmes."""
    ours: list[Row] = [(family.code, family.group) for family in families.families()]
    return ours + [(code, "other") for code in sorted(met - {family.code for family in families.families()})]


def _participation(row: ParticipationRow) -> Row:
    counted = row.relation in OURS and not row.repeated
    cents = None if row.amount is None else round(row.amount * 100)
    return (*astuple(replace(row, amount=cents))[:-1], int(counted))
