"""The memo's figures: numbers for the same thing side by side, the one used and why, and what is found in the data."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from vardevei.opendata.calculate import Result
from vardevei.opendata.figures import reference, words
from vardevei.web import numbers
from vardevei.web.drawing.bars import Bar
from vardevei.web.public.figures.computed import language
from vardevei.web.tables import Column, Row, Table


@dataclass(frozen=True, slots=True)
class Rival:
    """As the component rivals.html wants it."""

    number: str
    tag: str
    title: str
    text: str
    source: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Figures for the same thing, the chosen one first; and what is found in the loaded sources."""

    title: str
    figures: list[Rival]
    found: str


def groups(result: Result) -> list[Group]:
    rows = {row["code"]: row for row in result.rows}
    told: list[Group] = []
    for figure in reference.figures():
        if figure.chosen:
            codes = [figure.code, *figure.rivals]
            members = [_rival(rows[code]) for code in codes]
            told.append(Group(rows[figure.code]["statement"][language()], members, _found(rows[figure.code])))
    return told


def _rival(row: dict) -> Rival:
    now = language()
    tag = (
        _("Vi bruker dette")
        if row["chosen"]
        else _("Trykt i kilden og i notatet")
        if row["in_memo"]
        else _("Trykt i kilden")
    )
    return Rival(_value(row), tag, f"{row['statement'][now]}.", _text(row, now), row["source"], row["chosen"])


def _value(row: dict) -> str:
    if row["of_all"] in (5, 100):  # "3 of 5": the source gives a share and no count
        return _("%(part)s av %(whole)s") % {"part": row["value"], "whole": row["of_all"]}
    return numbers.number(row["value"])


def _text(row: dict, now: str) -> str:
    period = row["period"] or _("perioden er ikke oppgitt")
    return f"{row['reason'][now]} ({period})"


def _found(row: dict) -> str:
    if row["found_in_loaded"] is None:
        return _("Ingen kilde er lastet inn for disse programmene.")
    values = {"count": numbers.number(row["found_in_loaded"])}
    return _("Funnet i kildene som er lastet inn: %(count)s. Det gjelder andre år, og kan ikke sammenlignes.") % values


def nibr() -> Table:
    """NIBR's table by county: what is printed beside what the count comes to. Where they differ the row is marked."""
    rows = reference.nibr_interreg()
    found, every = sum(row.participating for row in rows), sum(row.municipalities for row in rows)
    now = language()
    columns = [Column(_("Fylke i 2014")), Column(_("Kommuner i Interreg"), "number"), Column(_("Kommuner"), "number")]
    columns += [Column(_("Trykt"), "number"), Column(_("Regnet ut"), "number"), Column(_("Andel"), "wide")]
    cells = [Row(_county(row, now), flag=not row.agrees) for row in rows]
    foot = [Row((_("Sum"), found, every, "", f"{words.share(found / every, now)} %", Bar(found / every)))]
    return Table(_("Interreg 2007–2014 etter fylke, slik NIBRs tabell har det"), columns, cells, foot, fold="tight")


def _county(row: reference.CountyFigure, now: str) -> tuple[object, ...]:
    share = row.participating / row.municipalities
    printed, counted = f"{row.percent_printed} %", f"{words.share(share, now)} %"
    return row.name, row.participating, row.municipalities, printed, counted, Bar(share)
