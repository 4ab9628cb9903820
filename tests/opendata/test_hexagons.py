"""The hexagon maps: everyone on the map once, counties in one piece, and neighbours that are neighbours."""

import json
from itertools import pairwise
from math import dist
from pathlib import Path

import pytest

from vardevei.opendata import hexagons
from vardevei.opendata.hexagons import Level
from vardevei.opendata.problem import Problem

COUNTS: list[tuple[Level, int, int]] = [
    ("county", 2014, 19), ("county", 2017, 19), ("county", 2018, 18), ("county", 2019, 18), ("county", 2020, 11),
    ("county", 2023, 11), ("county", 2024, 15), ("municipality", 2020, 356), ("municipality", 2023, 356),
    ("municipality", 2024, 357),
]  # fmt: skip


def pieces(places: set[tuple[int, int]]) -> list[set[tuple[int, int]]]:
    """Cells that hang together, found the slow way."""
    found: list[set[tuple[int, int]]] = []
    for cell in places:
        touching = [piece for piece in found if piece.intersection(hexagons.around(cell))]
        found = [piece for piece in found if piece not in touching] + [set().union({cell}, *touching)]
    return found


@pytest.mark.parametrize(("level", "year", "count"), COUNTS)
def test_everyone_has_a_cell_and_nobody_shares_one(level: Level, year: int, count: int) -> None:
    cells = hexagons.cells(level, year)

    assert len(cells) == count
    assert len(set(cells.values())) == count
    assert {len(number) for number in cells} == {4 if level == "municipality" else 2}


@pytest.mark.parametrize("year", [2020, 2024])
def test_each_county_is_in_one_piece(year: int) -> None:
    cells = hexagons.cells("municipality", year)
    counties = hexagons.cells("county", year)

    in_pieces = {county: len(pieces({c for n, c in cells.items() if n[:2] == county})) for county in counties}

    assert in_pieces == dict.fromkeys(counties, 1)


@pytest.mark.parametrize(("level", "year", "count"), COUNTS)
def test_the_country_is_in_one_piece(level: Level, year: int, count: int) -> None:
    assert [len(piece) for piece in pieces(set(hexagons.cells(level, year).values()))] == [count]


@pytest.mark.parametrize("year", [2020, 2024])
def test_no_hole_looks_like_a_forgotten_municipality(year: int) -> None:
    land = set(hexagons.cells("municipality", year).values())
    last_column, last_row = (max(cell[axis] for cell in land) for axis in (0, 1))
    everything = {(column, row) for column in range(-1, last_column + 2) for row in range(-1, last_row + 2)}

    assert len(pieces(everything - land)) == 1


def test_north_is_up_and_oslo_lies_in_the_south_east() -> None:
    at = hexagons.layout("municipality", 2024)
    northwards = ["4205", "0301", "3405", "5001", "1804", "5501", "5603"]  # Lindesnes … Bodø, Tromsø, Hammerfest

    assert all(at[south][1] > at[north][1] for south, north in pairwise(northwards))
    assert at["4601"][0] < at["0301"][0] < at["3401"][0] < at["5634"][0]  # Bergen, Oslo, Kongsvinger, Vardø


def test_the_map_stays_the_same_from_2020_to_2024() -> None:
    then, now = hexagons.cells("municipality", 2020), hexagons.cells("municipality", 2024)

    # Ålesund kept its cell when Haram left it, so Haram's is the only new one.
    assert then["1507"] == now["1508"]
    assert set(now.values()) - set(then.values()) == {now["1580"]}
    # Two islands that the boundary file of 2020 lacks.
    assert (then["1144"], then["1835"]) == (now["1144"], now["1835"])


def test_three_of_four_borders_can_be_seen_on_the_map() -> None:
    at = hexagons.layout("municipality", 2024)
    pairs = [(a, b) for a in at for b in hexagons.neighbours(a) if a < b]

    adjacent = sum(dist(at[a], at[b]) < 1.01 for a, b in pairs)

    assert len(pairs) == 736
    assert adjacent / len(pairs) > 0.75  # the layout in the first sketch had 0.68


def test_neighbours_of_known_municipalities() -> None:
    # Bærum, Lillestrøm, Nordre Follo, Enebakk, Lørenskog, Nittedal, Lunner, Ringerike; Nesodden is across the fjord.
    assert hexagons.neighbours("0301") == ("3201", "3205", "3207", "3220", "3222", "3232", "3234", "3305")
    assert hexagons.neighbours("5054") == ("5006", "5053", "5057", "5058")  # Indre Fosen
    assert hexagons.neighbours("1151") == ()  # Utsira is an island; nobody is guessed


def test_neighbours_go_both_ways() -> None:
    at = hexagons.cells("municipality", 2024)

    assert all(a in hexagons.neighbours(b) for a in at for b in hexagons.neighbours(a))


def test_an_old_number_has_no_neighbours_but_an_explanation() -> None:
    with pytest.raises(Problem, match="Look up its successor") as caught:
        hexagons.neighbours("0718")
    assert caught.value.code == "unknown-municipality"


@pytest.mark.parametrize(("level", "year", "words"), [
    ("municipality", 2019, "Before 2020 the map shows the counties"),
    ("municipality", 2013, "municipal maps with those of 2020"),
    ("county", 2013, "county maps begin with the borders of 2014"),
])  # fmt: skip
def test_a_year_without_a_map_is_explained(level: Level, year: int, words: str) -> None:
    with pytest.raises(Problem, match=words) as caught:
        hexagons.layout(level, year)
    assert caught.value.code == "no-hexagons"


@pytest.mark.parametrize("year", [2020, 2024])
def test_county_borders_are_sides_of_two_hexagons_of_different_counties(year: int) -> None:
    at = hexagons.layout("municipality", year)
    sides = hexagons.borders_between_counties(year)

    touching = [(a, b) for a in at for b in at if a < b and a[:2] != b[:2] and dist(at[a], at[b]) < 1.01]
    middles = {(round((x1 + x2) / 2, 6), round((y1 + y2) / 2, 6)) for (x1, y1), (x2, y2) in sides}

    assert middles == {(round((at[a][0] + at[b][0]) / 2, 6), round((at[a][1] + at[b][1]) / 2, 6)) for a, b in touching}
    assert {round(dist(*side), 6) for side in sides} == {round(hexagons.RADIUS, 6)}


@pytest.mark.shared
def test_the_same_municipalities_as_the_boundary_file(shared: Path) -> None:
    features = json.loads((shared / "boundaries" / "Kommuner-S.geojson").read_text(encoding="utf-8"))["features"]

    assert {f["properties"]["kommunenummer"] for f in features} == set(hexagons.cells("municipality", 2024))
