"""Numbers, facts, sources and tables."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from vardevei.web import numbers
from vardevei.web.drawing.bars import Bar
from vardevei.web.tables import Column, Gap, Link, Row, Table

Example = tuple[str, Sequence[Mapping[str, object]]]


def examples() -> Iterator[Example]:
    missing = Gap(_("mangler: kilden begynner i 2020"))
    county = Link("Trøndelag", "#facts")
    facts = [
        (_("Innbyggere"), numbers.number(10_171), _("1. januar 2026")),
        (_("Fylke"), county),
        (_("Sentralitet"), missing),
    ]
    yield "facts", [{"facts": facts}]
    about = [(_("Teller"), _("kommuner med minst ett prosjekt")), (_("Kilde"), county), (_("Nevner"), missing)]
    yield "list", [{"facts": about}]
    yield "share", [{"part": 165, "whole": 428, "noun": _("kommuner"), "large": large} for large in (True, False)]
    source = {"name": "Forskningsrådet", "href": "#source", "fetched": date(2026, 11, 12), "as_of": date(2022, 1, 1)}
    yield "source", [{**source, "licence": "NLOD 2.0"}, {"name": "NIBR 2015:19"}]
    rival = {"title": _("Summen av fylkene."), "text": _("Vi kan regne den etter."), "source": "Interreg.no 2016/02"}
    ours = {**rival, "tag": _("Vi bruker dette"), "number": 165, "chosen": True}
    theirs = {**rival, "tag": _("Trykt i kilden"), "number": 163, "title": _("Tallet i teksten.")}
    yield "rivals", [{"figures": [ours, theirs]}]
    files = [(_("Tabell (CSV)"), "#downloads"), (_("Tabell (Excel)"), "#downloads"), ("JSON", "#downloads")]
    yield "downloads", [{"files": files}]
    yield "table", [{"table": table(fold)} for fold in ("tight", "named")]


def table(fold: str) -> Table:
    counts = [("Østfold", 18, 18), ("Buskerud", 10, 21), ("Sogn og Fjordane", 1, 26)]
    columns = [
        Column(_("Fylke")),
        Column(_("Kommuner"), "number"),
        Column(_("Andel"), "number", "#table", "descending"),
    ]
    rows = [
        Row(
            [Link(name, "#table"), _ratio(part, whole), numbers.percent(part / whole), Bar(part / whole)],
            name == "Buskerud",
        )
        for name, part, whole in counts
    ]
    foot = [Row([_("Sum"), _ratio(29, 65), numbers.percent(29 / 65), Bar(29 / 65)])]
    return Table(_("Kommuner i Interreg 2007–2014"), [*columns, Column(_("Andel, 0–100 %"), "wide")], rows, foot, fold)


def _ratio(part: int, whole: int) -> str:
    return _("%(part)s av %(whole)s") % {"part": numbers.number(part), "whole": numbers.number(whole)}
