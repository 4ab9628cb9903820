"""Hexagon maps: where each municipality or county sits, who its neighbours are, and where county borders run.

The unit is the distance between the middles of two hexagons that touch. x grows to the right and y downwards, as in
SVG; hexagons stand on a point. Multiply by any number of pixels. No boundary file is needed to draw a map.

Source: our own layout, and neighbours, computed by `tools/build_hexagons.py` from Kartverket's administrative units
(CC BY 4.0, generalised). The county maps are drawn by hand.
"""

import csv
import math
from functools import cache
from importlib import resources
from typing import Literal

from vardevei.opendata.problem import Problem

Level = Literal["municipality", "county"]
Point = tuple[float, float]
Segment = tuple[Point, Point]

RADIUS = 1 / math.sqrt(3)  # from the middle of a hexagon to a corner
CORNERS: tuple[Point, ...] = tuple(
    (RADIUS * math.sin(k * math.pi / 3), -RADIUS * math.cos(k * math.pi / 3)) for k in range(6)
)  # clockwise from the top, relative to the middle

FIRST_COUNTY_MAP, FIRST_MUNICIPAL_MAP = 2014, 2020
LAST_YEAR_COVERED_BY = {2014: 2017, 2018: 2019, 2020: 2023}  # the newest layout holds until borders change again


def cells(level: Level, year: int) -> dict[str, tuple[int, int]]:
    """Column and row of each municipality (four digits) or county (two digits) that existed in `year`.

    Odd rows sit half a cell to the right. Numbers are those of the year. Raises Problem("no-hexagons") when there is
    no layout: before 2020 there are counties only, before 2014 nothing.
    """
    layouts = facts()
    first = max((start for start, of in layouts if of == level and start <= year), default=None)
    if first is None or year > LAST_YEAR_COVERED_BY.get(first, year):
        raise no_layout(level, year)
    return dict(layouts[first, level])


def layout(level: Level, year: int) -> dict[str, Point]:
    """The middle of each hexagon, by number; unit and errors as above."""
    return {number: middle(cell) for number, cell in cells(level, year).items()}


def neighbours(number: str) -> tuple[str, ...]:
    """Municipalities of 2024 that share a border on land with this one, in order of number.

    Empty for an island municipality: a fjord or sound is no border here, and the nearest shore is not guessed at.
    Meeting in a single point does not count. Raises Problem("unknown-municipality") for a number not in use in 2024.
    """
    if number not in facts()[2024, "municipality"]:
        raise Problem(
            "unknown-municipality",
            f"There is no municipality {number} on the borders of 2024.",
            "Neighbours are known for the 357 municipalities from 2024 on.",
            "Look up its successor first, and ask for the neighbours of that number.",
            number=number,
        )
    return all_neighbours().get(number, ())


def borders_between_counties(year: int) -> list[Segment]:
    """The sides on the municipal map where two hexagons of different counties touch, each side once."""
    at = cells("municipality", year)
    who = {cell: number for number, cell in at.items()}
    sides = []
    for number, cell in at.items():
        for side, beside in enumerate(around(cell)):
            other = who.get(beside)
            if other and number < other and number[:2] != other[:2]:
                sides.append((corner(cell, side), corner(cell, side + 1)))
    return sides


def around(cell: tuple[int, int]) -> list[tuple[int, int]]:
    """The six cells that touch this one, clockwise from the upper right: number k shares the side from corner k."""
    column, row = cell
    right = column + row % 2
    return [(right, row - 1), (column + 1, row), (right, row + 1), (right - 1, row + 1), (column - 1, row),
            (right - 1, row - 1)]  # fmt: skip


def middle(cell: tuple[int, int]) -> Point:
    column, row = cell
    return column + row % 2 / 2, row * math.sqrt(3) / 2


def corner(cell: tuple[int, int], k: int) -> Point:
    (x, y), (dx, dy) = middle(cell), CORNERS[k % 6]
    return x + dx, y + dy


def no_layout(level: Level, year: int) -> Problem:
    if level == "municipality" and 2014 <= year < 2020:
        why = "Before 2020 the map shows the counties; the municipal maps begin with the borders of 2020."
        todo = 'Ask for level "county", or choose the borders of 2020 or later.'
    else:
        why = "The county maps begin with the borders of 2014, the municipal maps with those of 2020."
        todo = "Choose a later year, or show the table without a map."
    what = f"There is no hexagon map of level {level} for {year}."
    return Problem("no-hexagons", what, why, todo, level=level, year=year)


@cache
def facts() -> dict[tuple[int, str], dict[str, tuple[int, int]]]:
    """By first year of the borders and level."""
    layouts: dict[tuple[int, str], dict[str, tuple[int, int]]] = {}
    for row in rows_of("hexagons.csv"):
        where = layouts.setdefault((int(row["borders"]), row["level"]), {})
        where[row["number"]] = (int(row["column"]), int(row["row"]))
    return layouts


@cache
def all_neighbours() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows_of("neighbours.csv"):
        found[row["number"]] = (*found.get(row["number"], ()), row["neighbour"])
    return found


def rows_of(name: str) -> list[dict[str, str]]:
    text = (resources.files("vardevei.opendata") / "facts" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
