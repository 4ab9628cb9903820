"""Compute a published figure: the same numbers for the web, the terminal and a notebook.

    from vardevei.opendata import calculate
    with calculate.open_mart() as mart:
        result = calculate.run("participation-by-county", mart, borders="2024", family="horizon-2020")
    result.rows[0]            # {"county_number": "03", "county": "Oslo", "municipalities_found": 1, ...}
    result.units["municipality"].not_placed

A figure is a reviewed definition and one SQL text in `figures/`. The same text also runs on a SQLite or psycopg
connection that holds the same tables. Errors: `Problem`, naming the values that are allowed.
"""

from decimal import Decimal
from typing import Any

from vardevei.opendata import families, places
from vardevei.opendata.figures import reference, store
from vardevei.opendata.figures.choices import Choices, check
from vardevei.opendata.figures.definitions import (
    Definition,
    accounting,
    definition,
    definitions,
    municipalities_found,
)
from vardevei.opendata.figures.dialects import query
from vardevei.opendata.figures.results import Account, LeftOut, Result, Row, Unplaced
from vardevei.opendata.figures.tables import SourceRow
from vardevei.opendata.places import FIRST_YEAR, LAST_YEAR
from vardevei.opendata.problem import Problem

__all__ = [
    "Choices",
    "Definition",
    "Result",
    "choose",
    "definition",
    "definitions",
    "found_municipalities",
    "open_mart",
    "run",
]

open_mart = store.connect_default


def run(name: str, connection: Any, read_at: str = "", **given: Any) -> Result:
    """The figure for the choices given by name: family, from, to, borders, role, size.

    `from` is a word of Python's own, so in a call it is written `**{"from": 2014}`. `read_at` is kept in the result.
    """
    figure = definition(name)
    choices = choose(figure, connection, **given)
    values = choices.parameters()
    found = query(connection, figure.sql, values)
    rows = tuple(_row(figure, row) for row in found if row["section"] == "row")
    total = next((_total(row) for row in found if row["section"] == "total"), {})
    told = {**_account(connection, choices), **_loaded(connection, choices)}
    return Result(figure, choices, rows, total, **told, read_at=read_at)


def found_municipalities(connection: Any, choices: Choices) -> tuple[set[str], set[str]]:
    """For a map on the borders of a year: ids of the municipalities found, and of those that a place found may be.

    The second holds what cannot be told apart: Ålesund and Haram, for a project of the Ålesund that was split.
    """
    rows = query(connection, municipalities_found(), choices.parameters())
    found = {row["municipality_id"] for row in rows if row["municipality_id"]}
    borders = places.on_borders_of(int(choices.borders))
    unsure = [borders.place(places.by_id(row["unit_id"])) for row in rows if not row["municipality_id"]]
    return found, {candidate.id for placing in unsure for candidate in placing.candidates} - found


def choose(figure: Definition, connection: Any, **given: Any) -> Choices:
    """The choices checked, with the figure's own borders and the period that has data where nothing is given."""
    spans = query(connection, "select min(year) as first, max(year) as last from participation where counted = 1", {})
    first, last = spans[0]["first"], spans[0]["last"]
    return check(given, figure.choices, (first, last) if first else (FIRST_YEAR, LAST_YEAR), figure.borders)


def _row(figure: Definition, found: Row) -> Row:
    """The definition's columns; what is printed in a reference figure is taken from the facts."""
    found = _plain(found)
    if "county_council_found" in found and not found["has_council"]:
        found["county_council_found"] = None
    if "statement" in (column.name for column in figure.columns):
        found |= reference.printed(found["code"])
        found["found_in_loaded"] = found.pop("computed") if found["loaded"] else None
    found["share"] = _share(found)
    return {column.name: found[column.name] for column in figure.columns}


def _total(found: Row) -> Row:
    total = {name: value for name, value in _plain(found).items() if name in _ADDED}
    return {**total, "share": _share(total)}


_ADDED = ("municipalities_found", "municipalities", "participations", "not_placed", "amount", "without_amount",
          "not_placed_in_municipality", "county_council_found", "has_council")  # fmt: skip


def _share(row: Row) -> float | None:
    return row["municipalities_found"] / row["municipalities"] if row.get("municipalities") else None


def _plain(found: Row) -> Row:
    """Whole numbers (PostgreSQL sums them to a decimal), and euro from the cents that add up alike in every engine."""
    row = {name: int(value) if isinstance(value, Decimal) else value for name, value in found.items()}
    if row.get("amount") is not None:
        row["amount"] /= 100
    return row


def _account(connection: Any, choices: Choices) -> dict[str, Any]:
    found = query(connection, accounting(), choices.parameters())
    counties = _county_names(connection)
    parts: dict[str, list[Row]] = {name: [] for name in ("units", "participations", "unplaced", "left out")}
    for row in found:
        parts[row["section"]].append(_plain(row))
    unplaced = tuple(_unplaced(row, counties) for row in parts["unplaced"])
    units, participations = _accounts(parts["units"]), _accounts(parts["participations"])
    for kind in units:
        _must_add_up(choices, kind, units[kind], participations[kind], [row for row in unplaced if row.kind == kind])
    left_out = tuple(LeftOut(row["kind"], row["reason"], row["total"]) for row in parts["left out"])
    return {"units": units, "participations": participations, "unplaced": unplaced, "left_out": left_out}


def _accounts(rows: list[Row]) -> dict[str, Account]:
    nothing = {kind: Account(0, 0, 0) for kind in ("municipality", "county")}
    return nothing | {row["kind"]: Account(row["placed"], row["total"] - row["placed"], row["total"]) for row in rows}


def _unplaced(row: Row, counties: dict[str, str]) -> Unplaced:
    candidates = tuple(name for name in row["candidates"].split("; ") if name)
    county = counties.get(row["county_id"], "")
    about = (row["kind"], row["unit_id"], row["name"], row["reason"], candidates, county)
    return Unplaced(*about, participations=row["total"], also_placed=bool(row["placed"]))


def _county_names(connection: Any) -> dict[str, str]:
    return {row["unit_id"]: row["name"] for row in query(connection, "select unit_id, name from unit", {})}


def _must_add_up(choices: Choices, kind: str, units: Account, participations: Account, listed: list[Unplaced]) -> None:
    """The list of what could not be placed is counted on its own, and must come to the same."""
    not_placed = {row.unit_id for row in listed if not row.also_placed}
    if (len(not_placed), sum(row.participations for row in listed)) != (units.not_placed, participations.not_placed):
        raise Problem(
            "figure-does-not-add-up",
            f"The figure does not add up for {kind} with {choices.as_dict()}.",
            "Placed and not placed do not come to the total. The number is not shown.",
            "Build the mart again (vardevei mart), and report this if it comes back.",
        )


def _loaded(connection: Any, choices: Choices) -> dict[str, Any]:
    """The deliveries that are loaded, and the chosen families that none of them holds."""
    held = {row["family"] for row in query(connection, "select distinct family from participation", {})}
    sources = query(connection, "select * from source order by code", {})
    missing = tuple(family for family in families.within(choices.family) if family.code not in held)
    return {"sources": tuple(SourceRow(**row) for row in sources), "missing": missing}
