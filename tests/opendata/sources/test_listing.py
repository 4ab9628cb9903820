"""Anybody's list: the mapping is guessed, shown, saved and used again."""

import io
from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl import Workbook

from tests.opendata.sources.files import write
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import SOURCES, Mapping, guess_mapping, load, save
from vardevei.opendata.sources.listing import mapping_for

read = SOURCES["list"].read
HEADER = [
    "Kommune",
    "Organisasjonsnummer",
    "Prosjekttittel",
    "Prosjektnr.",
    "Rolle",
    "Startdato",
    "Sluttdato",
    "Beløp (EUR)",
]
RISSA = ["Rissa kommune", "944305483", "Kystriksveien", "20200123", "Partner", "01.02.2016", "31.12.2018", "25 000,50"]


def csv_of(*rows: list[str]) -> str:
    return "".join(";".join(row) + "\n" for row in rows)


def xlsx_of(*rows: list[object]) -> bytes:
    book, content = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(content)
    return content.getvalue()


def test_the_columns_are_guessed_from_norwegian_and_english_headers():
    norwegian = guess_mapping([*HEADER, "Merknad"])
    english = guess_mapping(["Organisation name", "Country", "Project title", "Year", "EU contribution", "Role"])

    assert norwegian.columns == {
        "name": "Kommune",
        "organisation_number": "Organisasjonsnummer",
        "title": "Prosjekttittel",
        "project_number": "Prosjektnr.",
        "role": "Rolle",
        "start": "Startdato",
        "end": "Sluttdato",
        "amount": "Beløp (EUR)",
    }
    assert english.columns["name"] == "Organisation name"
    assert english.columns["title"] == "Project title"


def test_csv_and_xlsx_give_the_same_grant_whatever_the_file_is_called(tmp_path):
    rows = (
        ["Interreg i Trøndelag"] + [None] * 7,
        HEADER,
        [*RISSA[:5], datetime(2016, 2, 1), datetime(2018, 12, 31), 25000.5],
    )
    text = csv_of(["Interreg i Trøndelag", *[""] * 7], HEADER, RISSA)

    from_csv = read(write(tmp_path, text), family="Interreg Sverige-Norge").rows
    from_xlsx = read(write(tmp_path, xlsx_of(*rows), "misnamed.csv"), family="Interreg Sverige-Norge").rows

    assert from_csv == from_xlsx
    grant = from_csv[0]
    assert (grant.key, grant.line) == ("interreg-sverige-norge/20200123/944305483/participant", 3)
    assert (grant.start, grant.amount) == (date(2016, 2, 1), Decimal("25000.50"))


def test_a_mapping_is_saved_and_used_again(tmp_path):
    path, list_path = tmp_path / "mapping.json", write(tmp_path, "Hvem;Hva;Når\nOs kommune;Bru;2016\n")
    mapping = Mapping({"name": "Hvem", "title": "Hva", "year": "Når"}, {"family": "Nordplus", "currency": "NOK"})

    save(mapping, path)
    grant = read(list_path, load(path)).rows[0]

    assert load(path) == mapping
    assert mapping_for(list_path, mapping) == mapping
    assert (grant.name, grant.title, grant.year, grant.currency) == ("Os kommune", "Bru", 2016, "NOK")


@pytest.mark.parametrize(
    "text", ["", "[]", '{"columns": []}', '{"columns": {"nonsense": "A"}}', '{"columns": {"name": 3}}', "[" * 9000]
)
def test_a_mapping_that_cannot_be_used_says_why(tmp_path, text):
    with pytest.raises(Problem) as problem:
        load(write(tmp_path, text, "mapping.json"))

    assert problem.value.code == "mapping-unreadable"


def test_a_formula_in_a_spreadsheet_is_never_worked_out(tmp_path):
    rows = (HEADER, RISSA, [*RISSA[:3], "2", *RISSA[4:7], "=SUM(H2:H2)"], ["=CMD()", *RISSA[1:]])

    reading = read(write(tmp_path, xlsx_of(*rows), "list.xlsx"), family="Interreg Sverige-Norge")

    assert len(reading.rows) == 1
    assert [(row.line, row.reason) for row in reading.rejected] == [(3, "cell-formula"), (4, "cell-formula")]


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("1.234.567,89", "1234567.89"),
        ("1,234,567.89", "1234567.89"),
        ("1 234", "1234.00"),
        ("12345", "12345.00"),
        ("", None),
    ],
)
def test_amounts_as_people_write_them(tmp_path, amount, expected):
    text = f'Organisasjon;Prosjekt;Beløp\nOs kommune;Bru;"{amount}"\n'

    assert read(write(tmp_path, text), family="nordplus").rows[0].amount == (Decimal(expected) if expected else None)


def test_an_amount_that_can_be_read_two_ways_is_set_aside(tmp_path):
    reading = read(write(tmp_path, "Organisasjon;Prosjekt;Beløp\nOs kommune;Bru;350.000\n"), family="nordplus")

    assert [row.reason for row in reading.rejected] == ["amount-ambiguous"]


def test_projects_without_a_number_are_known_by_their_title(tmp_path):
    rows = read(
        write(tmp_path, "Organisasjon;Prosjekt\nOs kommune;Ny bru\nVoss kommune;NY  BRU\n"), family="nordplus"
    ).rows

    assert len({grant.project_number for grant in rows}) == 1


def test_a_list_must_say_its_programme_and_its_columns(tmp_path):
    path = write(tmp_path, "Organisasjon;Prosjekt\nOs kommune;Bru\n")
    with pytest.raises(Problem) as no_family:
        read(path)
    with pytest.raises(Problem) as no_columns:
        read(write(tmp_path, "a;b\n1;2\n", "other.csv"), family="nordplus")

    assert no_family.value.code == "family-unknown"
    assert no_columns.value.code == "header-missing"


def test_unread_columns_are_named(tmp_path):
    reading = read(write(tmp_path, "Organisasjon;Prosjekt;Merknad\nOs kommune;Bru;fin\n"), family="nordplus")

    assert reading.unknown_columns == ["Merknad"]


def test_a_programme_that_nobody_knows_is_refused_and_the_known_are_listed(tmp_path):
    path = write(tmp_path, "Organisasjon;Prosjekt;Program\nOs kommune;Bru;Interreg Aurora\nVoss kommune;Bru;Månen\n")
    with pytest.raises(Problem) as problem:
        read(path, family="månen")

    reading = read(path)

    assert (problem.value.code, "interreg-aurora" in problem.value.why) == ("family-unknown", True)
    assert [grant.family for grant in reading.rows] == ["interreg-aurora"]
    assert [(row.line, row.reason) for row in reading.rejected] == [(3, "family-unknown")]
