"""The worked cases of docs/counting.md, each computed as a figure of one participation."""

from pathlib import Path

import pytest

from tests.opendata.figures import engines, material
from vardevei.opendata import calculate, places

DOCUMENT = Path(__file__).parents[3] / "docs" / "counting.md"


def cases() -> list[list[str]]:
    lines = [line for line in DOCUMENT.read_text("utf-8").splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line[2].isdigit()]


def test_the_document_has_the_cases_that_people_ask_about() -> None:
    names = {case[1] for case in cases()}

    assert names >= {"Lillestrøm", "Asker", "Ålesund", "Indre Fosen", "Viken", "Tysfjord", "Snillfjord", "Rindal"}


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case[1]} {case[2]} on {case[3]}")
def test_the_document_tells_what_the_figure_counts(tmp_path: Path, case: list[str]) -> None:
    unit, name, year, borders, municipality, county, why = case
    connection = engines.in_duckdb(material.content([material.row(unit, int(year))]), tmp_path)

    result = calculate.run("participation-by-county", connection, borders=borders)

    assert places.by_id(unit).name() == name
    found = [row["county"] for row in result.rows if row["municipalities_found"]]
    only_county = [row["county"] for row in result.rows if row["not_placed_in_municipality"]]
    assert found == ([county] if municipality else [])
    assert only_county == ([county] if county and not municipality else [])
    told = [f"{unit.reason}: {', '.join(unit.candidates)}".strip() for unit in result.unplaced]
    assert told == ([why] if why else [])
    if municipality and borders != "then":
        ids, _ = calculate.found_municipalities(connection, result.choices)
        assert [places.by_id(found_id).name() for found_id in ids] == [municipality]


def test_two_units_in_one_municipality_count_once(tmp_path: Path) -> None:
    rows = [material.row("1624", 2016), material.row("1718", 2016)]
    result = calculate.run(
        "participation-by-county", engines.in_duckdb(material.content(rows), tmp_path), borders="2024"
    )

    assert result.total["municipalities_found"] == 1
    assert result.units["municipality"].placed == 2
    assert result.rows_add_up


def test_as_it_was_halden_counts_in_each_of_its_counties_and_once_in_the_sum(tmp_path: Path) -> None:
    rows = [material.row("0101", year) for year in (2016, 2021, 2025)]
    result = calculate.run(
        "participation-by-county", engines.in_duckdb(material.content(rows), tmp_path), borders="then"
    )

    found = [(row["county_number"], row["county"]) for row in result.rows if row["municipalities_found"]]
    assert found == [("01", "Østfold"), ("30", "Viken"), ("31", "Østfold")]
    assert result.total["municipalities_found"] == 1
    assert not result.rows_add_up


def test_county_councils_are_never_among_municipalities(tmp_path: Path) -> None:
    rows = [material.row("50-2018", 2021), material.row("30-2020", 2021)]
    result = calculate.run(
        "participation-by-county", engines.in_duckdb(material.content(rows), tmp_path), borders="2020"
    )

    assert result.total["municipalities_found"] == 0
    assert [row["county"] for row in result.rows if row["county_council_found"]] == ["Viken", "Trøndelag"]
    assert (result.total["county_council_found"], result.total["has_council"]) == (2, 10)
