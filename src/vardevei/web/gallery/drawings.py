"""Maps, charts, cairns and lines of descent."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from vardevei.web import numbers
from vardevei.web.drawing.bars import Bar, Span
from vardevei.web.drawing.descent import Descent, Unit
from vardevei.web.drawing.hexmap import Cell, HexMap, quantile
from vardevei.web.drawing.lines import LineChart, Series
from vardevei.web.tables import Column, Gap, Row, Table

Example = tuple[str, Sequence[Mapping[str, object]]]


def examples() -> Iterator[Example]:
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
    chart = _chart()
    caption = _("Brutt strek: tall mangler for 2017.")
    yield "line-chart", [{"chart": chart, "table": _same_numbers(chart), "caption": caption}]
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


def _chart() -> LineChart:
    lines = [Series(_("funnet"), [12, 18, 17, None, 25, 31, 40]), Series(_("ikke funnet"), [30, 28, 26, 27, 20, 14, 9])]
    years = [str(year) for year in range(2014, 2021)]
    return LineChart(_("Kommuner funnet, 2014–2020. Fra 12 til 40."), years, lines)


def _same_numbers(chart: LineChart) -> Table:
    columns = [Column(_("År")), *(Column(line.name, "number") for line in chart.series)]
    values = zip(chart.steps, *(line.values for line in chart.series), strict=True)
    rows = [Row([year, *(Gap(_("mangler")) if value is None else value for value in row)]) for year, *row in values]
    return Table(chart.label, columns, rows)


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
