"""A figure as a file: every county, zeros included; what was not placed; numbers as numbers; names as names."""

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.opendata.figures import engines, material
from vardevei.opendata import calculate
from vardevei.opendata.figures import downloads
from vardevei.opendata.figures.results import Result
from vardevei.opendata.figures.spreadsheet import xlsx_bytes
from vardevei.opendata.figures.tables import SourceRow

SOURCE = SourceRow(
    "made", "=2+2", "Norges forskningsråd", "NLOD", "https://example.org/fil", "2026-11-20", "2022-01-31", 3
)


@pytest.fixture
def result(tmp_path: Path) -> Result:
    """Oslo twice, Lillestrøm, and Viken's county council, on the borders of 2014."""
    units = ["0301", "0301", "3030-2020", "30-2020"]
    rows = [material.row(unit, 2020 + number % 2, project_id=f"made/{number}") for number, unit in enumerate(units)]
    connection = engines.in_duckdb(material.content(rows) | {"source": [tuple(_values(SOURCE))]}, tmp_path)
    return calculate.run("participation-by-county", connection, read_at="2026-11-23T12:00:00+00:00", borders="2014")


def _values(source: SourceRow) -> list[str | int]:
    return [getattr(source, name) for name in source.__slots__]


def test_csv_has_every_county_and_then_only_lines_that_begin_with_a_number_sign(result: Result) -> None:
    lines = downloads.csv_text(result, "en").splitlines()
    header, rows = lines[0], [line for line in lines[1:] if not line.startswith("#")]

    assert header.split(",")[:2] == ["county_number", "county"]
    assert [row.split(",")[0] for row in rows] == [f"{number:02}" for number in range(1, 21) if number != 13]
    assert lines[1 : len(rows) + 1] == rows
    table = list(csv.DictReader(io.StringIO("\n".join([header, *rows]))))
    assert [(row["county"], row["municipalities_found"]) for row in table if row["municipalities_found"] != "0"] == [
        ("Oslo", "1")
    ]
    assert [row["county"] for row in table if row["not_placed_in_municipality"] == "1"] == ["Akershus"]


def test_csv_tells_what_was_not_placed_and_why(result: Result) -> None:
    told = list(csv.reader(io.StringIO(downloads.csv_text(result, "en"))))

    unplaced = [row[1:] for row in told if row[0] == "# not placed"]
    assert unplaced == [
        list(downloads.UNPLACED),
        ["county", "30-2020", "Viken", "several-predecessors", "", "Østfold; Akershus; Buskerud", "1"],
        ["municipality", "3030-2020", "Lillestrøm", "several-predecessors", "Akershus", "Sørum; Fet; Skedsmo", "1"],
    ]
    facts = {row[0]: row[1] for row in told if len(row) == 2}
    assert facts["# units placed + not placed = total (municipality)"] == "1 + 1 = 2"
    assert facts["# participations placed + not placed = total (municipality)"] == "2 + 1 = 3"
    assert facts["# source as of"] == "2022-01-31"
    assert facts["# borders"] == "on the borders of 2014"


def test_the_spreadsheet_has_numbers_as_numbers_and_no_formulas(result: Result) -> None:
    book = load_workbook(io.BytesIO(xlsx_bytes(result, "nb")))

    figure, unplaced, about = book.worksheets
    assert [sheet.title for sheet in book] == ["Tall", "Ikke plassert", "Om tallene"]
    assert [cell.value for cell in figure[1]][:2] == ["Fylkesnummer", "Fylke"]
    oslo = next(row for row in figure.iter_rows(values_only=True) if row[1] == "Oslo")
    assert oslo == ("03", "Oslo", 2014, 2014, 1, 1, 1, 0, None)
    assert figure.max_row == 20
    assert unplaced.max_row == 3
    source = next(row for row in about.iter_rows() if row[0].value == "source")
    assert source[1].value.startswith("=2+2;")
    assert "f" not in {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}


def test_json_uses_the_catalogue_s_words_and_keeps_everything(result: Result) -> None:
    told = json.loads(downloads.json_text(result, "en"))

    assert told["@context"]["title"] == "dct:title"
    assert told["temporal"] == {"startDate": "2020-01-01", "endDate": "2021-12-31"}
    assert told["source"][0]["license"] == "NLOD"
    assert told["units"]["county"] == {"placed": 0, "not_placed": 1, "total": 1}
    assert len(told["rows"]) == 19
    assert told["total"]["municipalities"] == 428
    assert told["no_source_loaded"][0]["accessURL"].startswith("https://")
    assert all(entry["why"] for entry in told["unplaced"])


@pytest.mark.parametrize("name", list(calculate.definitions()))
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_figure_can_be_told_in_every_form_and_language(tmp_path: Path, name: str, language: str) -> None:
    connection = engines.in_duckdb(material.content(material.built_in_rows()), tmp_path)

    result = calculate.run(name, connection)

    for text in (downloads.csv_text, downloads.json_text, downloads.table_text):
        assert "{" not in result.sentence(language)
        assert text(result, language)
    assert load_workbook(io.BytesIO(xlsx_bytes(result, language))).worksheets[0].max_row == len(result.rows) + 1
