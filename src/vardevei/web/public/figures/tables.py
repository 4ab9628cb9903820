"""A figure's rows as a table, the shares as bars, and years as a line."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from vardevei.opendata import places
from vardevei.opendata.calculate import Result
from vardevei.opendata.figures import words
from vardevei.opendata.figures.choices import THEN
from vardevei.opendata.figures.definitions import Column as Defined
from vardevei.web.drawing.bars import Bar
from vardevei.web.drawing.lines import LineChart, Series
from vardevei.web.public.figures.computed import language
from vardevei.web.public.places.addresses import link
from vardevei.web.tables import Column, Row, Table

NUMBERS = ("count", "share", "money", "percent")
PERIOD = ("first_borders", "last_borders")


def table(result: Result) -> Table:
    shown = [column for column in _in_order(result) if not _left_out(column, result)]
    now = language()
    heads = [Column(column.label[now], "number" if column.type in NUMBERS else "text") for column in shown]
    has_share = any(column.name == "share" for column in shown)
    heads += [Column(_("Andel av alle"), "wide")] if has_share else []
    rows = [Row([*(_cell(column, row, now) for column in shown), *_bar(row, has_share)]) for row in result.rows]
    foot = [Row([*_total(shown, result, now), *_bar(result.total, has_share)])] if result.total else []
    return Table(result.definition.title[now], heads, rows, foot)


def _in_order(result: Result) -> list[Defined]:
    """The name first: it is what the row is about. The number of a county stands beside it."""
    return sorted(result.definition.columns, key=lambda column: column.name != "county")


def _left_out(column: Defined, result: Result) -> bool:
    return column.name in PERIOD and result.choices.borders != THEN


def _cell(column: Defined, row: dict[str, Any], now: str) -> object:
    if column.name == "county":
        county = places.by_number(row["county_number"], date(row["last_borders"], 1, 1))
        return link(county, date(row["last_borders"], 1, 1)) if county else row["county"]
    return words.value(column, row[column.name], now)


def _total(shown: list[Defined], result: Result, now: str) -> list[str]:
    cells = [words.value(column, result.total.get(column.name), now) for column in shown if column.type in NUMBERS]
    texts = sum(column.type not in NUMBERS for column in shown)
    first = [_("Sum") if result.rows_add_up else _("I alt, hver kommune én gang")]
    values = iter(cells)
    return first + [next(values) if column.type in NUMBERS else "" for column in shown[1:]] if texts else cells


def _bar(row: dict[str, Any], wanted: bool) -> list[Bar]:
    return [Bar(row.get("share") or 0)] if wanted else []


def line(result: Result) -> LineChart | None:
    """Municipalities found year by year, where the figure is by year."""
    if "year" not in (column.name for column in result.definition.columns):
        return None
    label = next(
        column.label[language()] for column in result.definition.columns if column.name == "municipalities_found"
    )
    years = [str(row["year"]) for row in result.rows]
    return LineChart(label, years, [Series(label, [row["municipalities_found"] for row in result.rows])])
