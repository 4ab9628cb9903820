"""The share of municipalities that an international strategy is found of. A live figure: the register as it stands now
is put beside today's municipalities, and one SQL text counts."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import duckdb
from django.utils import timezone

from vardevei.library.models import Strategy
from vardevei.opendata import attributes, places
from vardevei.opendata.figures import dialects
from vardevei.organisations.domain import lineage

SQL = Path(__file__).parents[1] / "strategy-share.sql"
By = Literal["county", "size"]
TABLES = """
create table municipality(
  municipality_id varchar, county_number varchar, county varchar, size_class varchar, size_position varchar);
create table adopted(organisation_id varchar, kind varchar, adopted_on date, valid_until date);
create table became(organisation_id varchar, municipality_id varchar);
"""


@dataclass(frozen=True, slots=True)
class Line:
    """A county or a size of municipality: how many of its municipalities it is found of, of how many."""

    code: str
    name: str
    found: int
    municipalities: int

    @property
    def share(self) -> float:
        return self.found / self.municipalities if self.municipalities else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """`as_of`: the register was read then, and the municipalities are those of that day."""

    by: By
    lines: tuple[Line, ...]
    total: Line
    as_of: date


def compute(by: By = "county", day: date | None = None) -> Share:
    """The figure on a day: today when not said."""
    as_of = day or timezone.localdate()
    with duckdb.connect(":memory:") as connection:
        connection.execute(TABLES)
        _fill(connection, as_of)
        rows = dialects.query(connection, SQL.read_text("utf-8"), {"by": by, "day": as_of.isoformat()})
    lines = [Line(row["code"], row["name"], int(row["found"]), int(row["municipalities"])) for row in rows]
    total = next(line for line, row in zip(lines, rows, strict=True) if row["section"] == "total")
    return Share(by, tuple(line for line in lines if line is not total), total, as_of)


def _fill(connection: duckdb.DuckDBPyConnection, day: date) -> None:
    adopted = Strategy.objects.standing().values_list("organisation", "kind", "adopted_on", "valid_until")
    today = places.on(day)
    became = [(old, new) for old, many in lineage.of_each(today).items() for new in many]
    _put(connection, "municipality", _municipalities(day))
    _put(connection, "adopted", list(adopted))
    _put(connection, "became", became)


def _municipalities(day: date) -> list[tuple[str, str, str, str, str]]:
    year = min(day.year, places.LAST_YEAR)
    order = [code for code, _least in attributes.SIZE_CLASSES]
    found = []
    for place in places.on(day):
        county, size = places.county_of(place, day), attributes.size_class(place, year)
        position = order.index(size) if size in order else len(order)
        found.append((place.id, county.number(day), county.name(day), size, f"{position:02}"))
    return found


def _put(connection: duckdb.DuckDBPyConnection, table: str, rows: list[tuple]) -> None:
    if rows:
        holes = ", ".join("?" * len(rows[0]))
        connection.executemany(f"insert into {table} values ({holes})", rows)
