"""Participations to count: the built-in grants, the whole real file, and made ones."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from vardevei.opendata import attributes, places
from vardevei.opendata.figures import tables
from vardevei.opendata.figures.tables import ParticipationRow
from vardevei.opendata.sources import forskningsradet
from vardevei.opendata.sources.built_in import built_in
from vardevei.opendata.sources.rows import Grant


def row(unit: str, year: int | None = 2019, **other: object) -> ParticipationRow:
    """One made participation. The family is Horizon 2020, the role participant, the source made up."""
    places.by_id(unit)  # a place that does not exist would be counted nowhere, and prove nothing
    told = {"project_id": f"made/{unit}/{year}", "family": "horizon-2020", "part": "", "role": "participant",
            "source": "made", "amount": 1000.0}  # fmt: skip
    return ParticipationRow(unit_id=unit, year=year, **{**told, **other})  # type: ignore[arg-type]


def from_grants(grants: Iterable[Grant]) -> list[ParticipationRow]:
    """Only by organisation number, which is enough here: the unit that held it in the grant's year, else the last."""
    rows = []
    for grant in grants:
        units = attributes.places_of_number(grant.organisation_number)
        if units:
            day = date(grant.year or 2020, 1, 1)
            unit = next((unit for unit in units if places.by_id(unit).exists(day)), units[-1])
            number = f"{grant.family}/{grant.project_number}"
            told = (number, unit, grant.family, grant.programme_part, grant.year, grant.role, "forskningsradet")
            rows.append(ParticipationRow(*told, amount=grant.amount))
    return rows


@cache
def built_in_rows() -> tuple[ParticipationRow, ...]:
    return tuple(from_grants(built_in().rows))


def real_rows(shared: Path) -> list[ParticipationRow]:
    file = shared / "participation" / "forskningsradet_h2020.csv"
    return from_grants(forskningsradet.SOURCE.read(file).rows)


@cache
def _places() -> dict[str, list[tables.Row]]:
    return tables.place_tables()


def content(rows: Iterable[ParticipationRow]) -> dict[str, list[tables.Row]]:
    """The mart's tables; the register's part is made once for all tests."""
    return tables.tables(rows, place_part=_places())
