"""Drawings say in words what they show, and hold together."""

import re
from xml.etree import ElementTree

import pytest
from django.utils.translation import override

from vardevei.web.drawing.bars import Bar, Span
from vardevei.web.drawing.descent import Descent, Unit
from vardevei.web.drawing.hexmap import Cell, HexMap, quantile
from vardevei.web.drawing.lines import LineChart, Series
from vardevei.web.drawing.stones import cairn


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def cells() -> list[Cell]:
    return [
        Cell("5001", 0, 0, "Trondheim: funnet", "hex-yes", "/kommuner/5001/", group="50"),
        Cell("5054", 1, 0, "Indre Fosen: funnet", "hex-yes", "/kommuner/5054/", group="50", me=True),
        Cell("1511", 0, 1, "Vanylven <&>: ikke funnet", "hex-no", "/kommuner/1511/", group="15"),
    ]


def test_each_cell_of_a_map_is_a_link_with_a_name() -> None:
    svg = parsed(HexMap("Kommuner", cells()).svg())

    links = {link.get("href"): link.get("aria-label") for link in svg.iter("a")}
    assert links == {cell.href: cell.says for cell in cells()}
    assert [link.find("title").text for link in svg.iter("a")] == list(links.values())
    assert svg.get("role") == "group"


def test_own_cell_is_drawn_last_and_marked() -> None:
    svg = parsed(HexMap("Kommuner", cells()).svg())

    assert [shape.get("class") for shape in svg.iter("use")] == ["hex-yes", "hex-no", "hex-me"]


def test_cell_without_a_page_still_has_a_name() -> None:
    svg = parsed(HexMap("Fylker", [Cell("03", 0, 0, "Oslo: 1 av 1", "q3")]).svg())

    assert [(group.get("role"), group.get("aria-label")) for group in svg.iter("g")] == [("img", "Oslo: 1 av 1")]


def test_neighbouring_cells_touch_and_odd_rows_stand_half_a_cell_to_the_right() -> None:
    svg = parsed(HexMap("Kommuner", cells(), size=10).svg())

    at = {link.get("href")[-5:-1]: link.find("use") for link in svg.iter("a")}
    x = {code: float(shape.get("x")) for code, shape in at.items()}
    y = {code: float(shape.get("y")) for code, shape in at.items()}
    assert x["5054"] - x["5001"] == pytest.approx(17.3, abs=0.1)
    assert (x["1511"] - x["5001"], y["1511"] - y["5001"]) == (pytest.approx(8.7, abs=0.1), pytest.approx(15, abs=0.1))


def test_border_runs_only_between_groups() -> None:
    def borders(groups: tuple[str, str]) -> int:
        two = [Cell(str(place), place, 0, "x", "q0", group=group) for place, group in enumerate(groups)]
        return HexMap("To", two, borders=True).svg().count('class="border"')

    assert (borders(("50", "15")), borders(("50", "50"))) == (1, 0)


def test_map_without_cells_is_nothing() -> None:
    assert HexMap("Tomt", []).svg() == ""


@pytest.mark.parametrize(("share", "tone"), [(0, "q0"), (0.19, "q0"), (0.2, "q1"), (0.4, "q2"), (0.6, "q3"), (1, "q3")])
def test_share_on_a_limit_belongs_above_it(share: float, tone: str) -> None:
    assert quantile(share) == tone


def test_bar_is_as_long_as_its_share() -> None:
    ground, bar = parsed(Bar(0.48)).findall("rect")

    assert (ground.get("width"), bar.get("width")) == ("100", "48.0")


def test_span_stays_inside_its_time_line() -> None:
    bar = parsed(Span(2010, 2020, 2014, 2024)).findall("rect")[1]

    assert (bar.get("x"), bar.get("width")) == ("0.0", "60.0")


def test_line_is_broken_where_a_number_is_missing() -> None:
    svg = parsed(LineChart("Over tid", ["2014", "2015", "2016", "2017"], [Series("a", [1, None, 2, 4])]).svg())

    line, dots = svg.findall("path")[-2:]
    assert line.get("d") == "M0.0 75.0M66.7 50.0L100.0 0.0"
    assert dots.get("d").count("h0") == 3


@pytest.mark.parametrize(
    ("values", "top", "ticks"),
    [
        ([1, 40], 40, ["40", "30", "20", "10", "0"]),
        ([163], 200, ["200", "150", "100", "50", "0"]),
        ([0.39], 0.4, ["0,40", "0,30", "0,20", "0,10", "0,00"]),
        ([None, 0], 4, ["4", "3", "2", "1", "0"]),  # whole things are never counted in quarters
        ([5, 2], 8, ["8", "6", "4", "2", "0"]),
    ],
)
def test_axis_ends_at_the_lowest_round_number_above(values: list, top: float, ticks: list[str]) -> None:
    chart = LineChart("Over tid", ["a", "b"][: len(values)], [Series("a", values)])

    with override("nb"):
        assert (chart.top(), chart.y_ticks()) == (pytest.approx(top), ticks)


@pytest.mark.parametrize(
    ("years", "shown"), [(7, [0, 2, 4, 6]), (2, [0, 1]), (1, [0]), (8, [0, 7]), (13, [0, 3, 6, 9, 12])]
)
def test_years_under_a_chart_are_evenly_spaced_from_first_to_last(years: int, shown: list[int]) -> None:
    steps = [str(year) for year in range(years)]

    assert LineChart("Over tid", steps, []).x_ticks() == [str(year) for year in shown]


def test_descent_links_every_unit_and_reads_its_whole_name() -> None:
    names = ["Rissa", "Leksvik", "Gáivuotna – Kåfjord – Kaivuono"]
    before = [[Unit(name, "til 2017", f"/{place}/") for place, name in enumerate(names)]]

    svg = parsed(Descent("Slik ble den til", before, Unit("Indre Fosen", "fra 2018")).svg())

    assert [link.get("aria-label") for link in svg.iter("a")] == [f"{name}, til 2017" for name in names]
    assert [text.text for text in svg.iter("text") if not text.get("class")][:4] == [
        "Rissa",
        "Leksvik",
        "Gáivuotna",
        "Indre Fosen",
    ]


@pytest.mark.parametrize("count", [1, 2, 5, 8])
def test_boxes_of_a_descent_never_overlap_or_leave_the_drawing(count: int) -> None:
    units = [Unit(str(place), "til 2019") for place in range(count)]

    svg = parsed(Descent("x", [units], Unit("nå", "fra 2020"), [units]).svg())

    boxes = [tuple(float(box.get(side)) for side in ("x", "y", "width", "height")) for box in svg.iter("rect")]
    wide, high = (float(side) for side in svg.get("viewBox").split()[2:])
    assert len(boxes) == 2 * count + 1
    assert all(x >= 0 and y >= 0 and x + w <= wide and y + h <= high for x, y, w, h in boxes)
    overlaps = [
        (one, other)
        for place, one in enumerate(boxes)
        for other in boxes[place + 1 :]
        if abs(one[0] + one[2] / 2 - other[0] - other[2] / 2) < (one[2] + other[2]) / 2
        and abs(one[1] + one[3] / 2 - other[1] - other[3] / 2) < (one[3] + other[3]) / 2
    ]
    assert overlaps == []


def test_cairn_has_one_stone_for_each_and_the_newest_is_yellow() -> None:
    assert re.findall(r'class="(st[\w-]*)"', cairn(3, waiting=2)) == ["st", "st", "st-top", "st-wait", "st-wait"]
    assert cairn(3) == cairn(3)
    assert cairn(3, seed=2) != cairn(3)
