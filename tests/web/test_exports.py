"""Files to take away: what people have written stays text in somebody's spreadsheet, and numbers stay numbers."""

import csv
import io
import json

import pytest
from django.http import Http404
from openpyxl import load_workbook

from vardevei.web import exports

HARMFUL = ["=1+1", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1"]


def made(kind: str, *cells: exports.Cell, heads: tuple[str, ...] = ("Navn",)) -> bytes:
    return exports.send(kind, "fil", exports.Table(heads, [[cell] for cell in cells])).content


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("text", HARMFUL)
def test_what_a_spreadsheet_would_run_is_text_in_a_csv_also_in_the_heading(text: str) -> None:
    assert read(made("csv", text, heads=(text,))) == [[f"'{text}"], [f"'{text}"]]


@pytest.mark.parametrize("text", [text for text in HARMFUL if "\r" not in text])
def test_what_a_spreadsheet_would_run_is_text_in_a_workbook_as_it_was_written(text: str) -> None:
    cell = load_workbook(io.BytesIO(made("xlsx", text))).active["A2"]

    assert (cell.value, cell.data_type) == (text, "s")


def test_numbers_stay_numbers_and_ordinary_words_as_they_are() -> None:
    sheet = load_workbook(io.BytesIO(made("xlsx", -3, "Å=1"))).active

    assert read(made("csv", -3, "Å=1")) == [["Navn"], ["-3"], ["Å=1"]]
    assert [sheet["A2"].value, sheet["A3"].value] == [-3, "Å=1"]


def test_where_the_rows_come_from_goes_along_in_every_kind() -> None:
    table = exports.Table(["Navn"], [["Hitra"]], about=[("Fylke", "=Trøndelag")])
    as_csv, as_json, as_xlsx = (exports.send(kind, "fil", table).content for kind in ("csv", "json", "xlsx"))

    assert read(as_csv) == [["Navn"], ["Hitra"], ["# Fylke", "'=Trøndelag"]]
    assert json.loads(as_json) == {"rows": [{"Navn": "Hitra"}], "about": {"Fylke": "=Trøndelag"}}
    assert load_workbook(io.BytesIO(as_xlsx)).worksheets[1]["B1"].value == "=Trøndelag"


def test_no_proxy_keeps_a_file_and_an_unknown_kind_is_not_found() -> None:
    answer = exports.send("csv", "fil", exports.Table(["Navn"], []))

    assert answer["Cache-Control"] == "private, no-store"
    with pytest.raises(Http404):
        exports.send("exe", "fil", exports.Table([], []))
