"""A figure's rows as a table, the shares as bars, and years as a line."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from vardevei.opendata import places
from vardevei.opendata.calculate import Result
from vardevei.opendata.figures import words
from vardevei.opendata.figures.definitions import Column as Defined
from vardevei.web.drawing.bars import Bar
from vardevei.web.drawing.lines import LineChart, Series
from vardevei.web.public.figures.computed import language
from vardevei.web.public.places.addresses import link
from vardevei.web.tables import Column, Link, Row, Table

QUIET = ("not_placed", "not_placed_in_municipality", "without_amount")  # said only where there is something to say
APART = (
    "county_number",
    "municipalities",
    "share",
    "first_borders",
    "last_borders",
    "county_council_found",
)  # told elsewhere


def table(result: Result) -> Table:
    """Found of all in one column, its share as number and bar, then the rest. The files have every column apart."""
    shown = [column for column in result.definition.columns if _is_shown(column.name, result)]
    now = language()
    rows = [Row([cell for column in shown for cell in _cells(column, row, now)]) for row in result.rows]
    heads = [head for column in shown for head in _heads(column, now)]
    fold = "tight" if len(heads) < 6 else "named"  # on a phone many values in a line cannot be told apart
    return Table(result.definition.title[now], heads, rows, [_sum(shown, result, now)], fold=fold)


def _is_shown(name: str, result: Result) -> bool:
    if name in QUIET:
        return any(row[name] for row in result.rows)
    return name not in APART


def _heads(column: Defined, now: str) -> list[Column]:
    if column.name == "municipalities_found":
        return [
            Column(_("Kommuner funnet"), "number"),
            Column(_("Andel"), "number"),
            Column(_("Andel, 0–100 %"), "wide"),
        ]
    return [Column(column.label[now], "number" if column.type in ("count", "money") else "text")]


def _cells(column: Defined, row: dict[str, Any], now: str) -> list[object]:
    if column.name == "municipalities_found":
        values = {
            "found": words.whole(row["municipalities_found"], now),
            "all": words.whole(row["municipalities"], now),
        }
        share = row["share"] or 0
        return [_("%(found)s av %(all)s") % values, f"{words.share(share, now)} %", Bar(share)]
    if column.name == "county":
        return [_county(row)]
    return [words.value(column, row[column.name], now)]


def _county(row: dict[str, Any]) -> object:
    last = date(row["last_borders"], 1, 1)
    county = places.by_number(row["county_number"], last)
    return link(county, last) if county else row["county"]


def _sum(shown: list[Defined], result: Result, now: str) -> Row:
    first = _("Sum") if result.rows_add_up else _("I alt, hver kommune én gang")
    rest = [cell for column in shown[1:] for cell in _summed(column, result.total, now)]
    return Row([first, *rest])


def _summed(column: Defined, total: dict[str, Any], now: str) -> list[object]:
    return _cells(column, total, now) if column.name in total else [""]


def councils(result: Result) -> tuple[list[Link], int] | None:
    """The county councils found, and how many there are: never mixed with the municipalities. None in other figures."""
    if "county_council_found" not in (column.name for column in result.definition.columns):
        return None
    found = [_county(row) for row in result.rows if row["county_council_found"]]
    return [one for one in found if isinstance(one, Link)], result.total["has_council"]


def line(result: Result) -> LineChart | None:
    """Municipalities found year by year, where the figure is by year."""
    if "year" not in (column.name for column in result.definition.columns):
        return None
    label = next(
        column.label[language()] for column in result.definition.columns if column.name == "municipalities_found"
    )
    years = [str(row["year"]) for row in result.rows]
    return LineChart(label, years, [Series(label, [row["municipalities_found"] for row in result.rows])])
