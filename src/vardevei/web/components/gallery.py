"""One example or more of every component, in every variant. The numbers are made up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vardevei.web import numbers
from vardevei.web.components import Component, component, names
from vardevei.web.drawing.bars import Bar, Span
from vardevei.web.drawing.descent import Descent, Unit
from vardevei.web.drawing.hexmap import Cell, HexMap, quantile
from vardevei.web.drawing.lines import LineChart, Series
from vardevei.web.tables import Column, Gap, Link, Row, Table
from vardevei.web.templatetags.components import put

Arguments = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Shelf:
    component: Component
    examples: list[SafeString]


def shelves() -> list[Shelf]:
    """Made anew for each request: the words follow the reader's language."""
    examples = dict(_examples())
    return [Shelf(component(name), [put(name, **arguments) for arguments in examples[name]]) for name in names()]


def _examples() -> Iterator[tuple[str, list[Arguments]]]:
    yield from _words()
    yield from _facts()
    yield from _choices()
    yield from _drawings()


def _words() -> Iterator[tuple[str, list[Arguments]]]:
    text = _("Filen er lest. 12 rader ble lagt til side, og hver av dem har fått en grunn.")
    yield (
        "alert",
        [{"text": text, "tone": tone} for tone in ("info", "success", "warning")]
        + [{"text": text, "title": _("Ingenting er endret"), "tone": "danger"}],
    )
    yield (
        "heading",
        [
            {"text": _("Kommuner etter fylke")},
            {"text": _("Lisens"), "level": 3, "size": "xs"},
            {"text": _("Fylker"), "size": "sm", "aside": _("Alle fylker"), "href": "#heading"},
        ],
    )
    yield "tag", [{"text": _("funnet"), "color": color} for color in ("neutral", "accent", "lav", "success", "warning")]
    yield (
        "button",
        [
            {"text": _("Søk")},
            {"text": _("Last ned"), "href": "#button", "variant": "secondary"},
            {"text": _("Avbryt"), "variant": "tertiary", "size": "sm"},
        ],
    )
    yield (
        "details",
        [{"summary": _("Vis kartet som tabell"), "body": text}, {"summary": _("Åpen"), "body": text, "open": True}],
    )
    yield "plate", [{"body": text, "title": _("Last ned og siter")}, {"body": text, "tone": "lav"}]
    yield "skip-link", [{"target": "skip-link"}]
    yield (
        "empty",
        [
            {"what": _("Ingen treff på «Lexvik»."), "why": _("Vi søkte i navn fra 2013 og senere.")},
            {"what": _("Ingen kilder er lastet inn ennå."), "href": "#empty", "action": _("Slik laster du inn en fil")},
        ],
    )
    yield (
        "error-summary",
        [
            {
                "title": _("Rett opp dette:"),
                "errors": [(_("Velg et år mellom 2013 og 2026"), "gallery-q")],
                "still": True,
            }
        ],
    )


def _facts() -> Iterator[tuple[str, list[Arguments]]]:
    missing = Gap(_("mangler: kilden begynner i 2020"))
    county = Link("Trøndelag", "#facts")
    facts = [
        (_("Innbyggere"), numbers.number(10_171), _("1. januar 2026")),
        (_("Fylke"), county),
        (_("Sentralitet"), missing),
    ]
    yield "facts", [{"facts": facts}]
    yield (
        "list",
        [
            {
                "facts": [
                    (_("Teller"), _("kommuner med minst ett prosjekt")),
                    (_("Kilde"), county),
                    (_("Nevner"), missing),
                ]
            }
        ],
    )
    yield "share", [{"part": 165, "whole": 428, "noun": _("kommuner"), "large": large} for large in (True, False)]
    source = {"name": "Forskningsrådet", "href": "#source", "fetched": date(2026, 11, 12), "as_of": date(2022, 1, 1)}
    yield "source", [{**source, "licence": "NLOD 2.0"}, {"name": "NIBR 2015:19"}]
    rival = {"title": _("Summen av fylkene."), "text": _("Vi kan regne den etter."), "source": "Interreg.no 2016/02"}
    yield (
        "rivals",
        [
            {
                "figures": [
                    {**rival, "tag": _("Vi bruker dette"), "number": 165, "chosen": True},
                    {**rival, "tag": _("Trykt i kilden"), "number": 163, "title": _("Tallet i teksten.")},
                ]
            }
        ],
    )
    yield (
        "downloads",
        [{"files": [(_("Tabell (CSV)"), "#downloads"), (_("Tabell (Excel)"), "#downloads"), ("JSON", "#downloads")]}],
    )
    yield "table", [{"table": _table(fold)} for fold in ("tight", "named")]


def _table(fold: str) -> Table:
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


def _choices() -> Iterator[tuple[str, list[Arguments]]]:
    here = "#toggle-group"
    yield (
        "toggle-group",
        [
            {
                "label": _("Hvilke grenser skal figuren bruke?"),
                "choices": [(_("Slik det var"), here, True), (_("På grensene i 2024"), here, False)],
            }
        ],
    )
    yield (
        "breadcrumbs",
        [
            {
                "label": "breadcrumbs",
                "crumbs": [(_("Fylker"), "#breadcrumbs"), ("Trøndelag", "#breadcrumbs"), ("Indre Fosen", "")],
            }
        ],
    )
    pages = Paginator(range(200), 10)
    yield (
        "pagination",
        [{"page": pages.page(number), "address": "?side=", "label": f"pagination {number}"} for number in (1, 10, 20)],
    )
    yield (
        "search",
        [
            {"address": "#search", "label": _("Navn eller nummer på en kommune eller et fylke"), "id": "gallery-q"},
            {
                "address": "#search",
                "label": _("Søk"),
                "id": "gallery-s",
                "value": "Leksvik",
                "size": "sm",
                "button": _("Finn"),
            },
        ],
    )


def _drawings() -> Iterator[tuple[str, list[Arguments]]]:
    yield "bar", [{"bar": Bar(0.48)}, {"bar": Bar(0.48, past=True)}, {"bar": Span(2016, 2019, 2014, 2026, cut=2018)}]
    yield "cairn", [{"stones": 1}, {"stones": 3, "waiting": 2, "seed": 3}, {"stones": 6, "seed": 2}]
    counties, neighbours = _county_map(), _neighbour_map()
    tones = [("q0", "0–19 %"), ("q1", "20–39 %"), ("q2", "40–59 %"), ("q3", "60–100 %")]
    found = [("hex-me", "Indre Fosen"), ("hex-yes", _("funnet")), ("hex-no", _("ikke funnet"))]
    gap = ("hex-gap", _("kan ikke plasseres"))
    yield (
        "hexmap",
        [
            {"map": counties, "legend": tones, "caption": _("Én sekskant er ett fylke.")},
            {"map": neighbours, "legend": [*found, gap], "caption": _("Én sekskant er én kommune.")},
        ],
    )
    yield (
        "legend",
        [
            {"keys": [*tones, *found, gap, ("hex-before", _("funnet før"))]},
            {"keys": [("l1", "EU"), ("l2", "EØS"), ("l3", "Norden")]},
        ],
    )
    lines = [Series(_("funnet"), [12, 18, 17, None, 25, 31, 40]), Series(_("ikke funnet"), [30, 28, 26, 27, 20, 14, 9])]
    chart = LineChart(_("Kommuner funnet, 2014–2020. Fra 12 til 40."), [str(year) for year in range(2014, 2021)], lines)
    yield (
        "line-chart",
        [{"chart": chart, "table": _table("named"), "caption": _("Brutt strek: tall mangler for 2017.")}],
    )
    yield "descent", [{"descent": _descent(), "caption": _("Slik ble kommunen til.")}, {"descent": _three_to_two()}]


def _county_map() -> HexMap:
    places = [
        ("Troms", 2, 0, 20, 24),
        ("Nordland", 1, 1, 26, 44),
        ("Nord-Tr.", 1, 2, 6, 23),
        ("Sør-Tr.", 0, 3, 7, 25),
        ("Hedmark", 1, 3, 17, 22),
    ]
    says = _("%(name)s: %(part)s av %(whole)s kommuner")
    cells = [
        Cell(
            name, column, row, says % {"name": name, "part": part, "whole": whole}, quantile(part / whole),
            href="#hexmap", label=name, value=numbers.percent(part / whole),
        )
        for name, column, row, part, whole in places
    ]  # fmt: skip
    return HexMap(_("Fylker, farget etter andel kommuner"), cells, "fylker", 34)


def _neighbour_map() -> HexMap:
    places = [
        ("Åfjord", 1, 0, "hex-yes", "50"), ("Frosta", 2, 0, "hex-no", "50"), ("Ørland", 0, 1, "hex-before", "50"),
        ("Indre Fosen", 1, 1, "hex-yes", "50"), ("Levanger", 2, 1, "hex-gap", "50"),
        ("Skaun", 1, 2, "hex-yes", "50"), ("Sunndal", 2, 2, "hex-no", "15"),
    ]  # fmt: skip
    cells = [
        Cell(name, column, row, name, tone, "#hexmap", label=name, group=group, me=name == "Indre Fosen")
        for name, column, row, tone, group in places
    ]
    return HexMap(_("Naboene til Indre Fosen"), cells, "naboer", 34, borders=True)


def _descent() -> Descent:
    before = [[Unit("Rissa", _("1624, til 2017"), "#descent"), Unit("Leksvik", _("1718, til 2017"), "#descent")]]
    now = Unit("Indre Fosen", _("5054, fra 2018"), "#descent")
    return Descent(_("Rissa og Leksvik ble Indre Fosen i 2018"), before, now)


def _three_to_two() -> Descent:
    before = [[Unit(name, _("til 2019"), "#descent") for name in ("Skodje", "Ørskog", "Sandøy", "Haram", "Ålesund")]]
    after = [
        [Unit("Ålesund", _("1508, fra 2024"), "#descent"), Unit("Haram", _("1580, fra 2024"), "#descent", part=True)]
    ]
    return Descent(_("Ålesund fra fem til én til to"), before, Unit("Ålesund", _("1507, 2020–2023")), after)
