"""The Research Council's table: what is read, what is set aside, and that nothing goes missing between."""

from datetime import date
from decimal import Decimal

import pytest

from tests.opendata.sources.files import COUNCIL_HEADER, OSLO, council, csv_text, write
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import SOURCES, Grant
from vardevei.opendata.sources.built_in import built_in

read = SOURCES["forskningsradet"].read


def test_a_row_becomes_a_grant(tmp_path):
    reading = read(write(tmp_path, council()))

    assert reading.rows == [
        Grant(
            key="953939/1",
            line=2,
            family="horizon-2020",
            project_number="953939",
            name="OSLO KOMMUNE",
            programme_part="EU.3.4.",
            acronym="MOVE21",
            title="Smart å reise",
            topic="LC-MG-1-14-2020",
            organisation_number="958935420",
            role="coordinator",
            signed=date(2021, 3, 26),
            start=date(2021, 5, 1),
            end=date(2025, 4, 30),
            amount=Decimal("1654500.00"),
            address_municipality="0301",
        )
    ]
    assert reading.rows[0].year == 2021


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_letters_survive_every_common_encoding(tmp_path, encoding):
    reading = read(
        write(tmp_path, council({}, {"Deltakernr": "2", "Organisasjonsnavn": "BODØ KOMMUNE"}).encode(encoding))
    )

    assert [grant.name for grant in reading.rows] == ["OSLO KOMMUNE", "BODØ KOMMUNE"]
    assert reading.rows[0].title == "Smart å reise"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"Kontrakt signeringsdato": "32.13.2020 00:00"}, "date-unreadable"),
        ({"Kontrakt signeringsdato": "01.01.0020 00:00"}, "date-out-of-range"),
        ({"Kontrakt sluttdato": "01.01.2021 00:00"}, "period-backwards"),
        ({"Innvilget beløp organisasjon EUR": "-5"}, "amount-negative"),
        ({"Innvilget beløp organisasjon EUR": "mye"}, "amount-unreadable"),
        ({"Innvilget beløp organisasjon EUR": "1e9"}, "amount-unreadable"),
        ({"Innvilget beløp organisasjon EUR": "9999999999999"}, "amount-out-of-range"),
        ({"Organisasjonsnavn": " "}, "name-missing"),
        ({"Organisasjonsnavn": '=HYPERLINK("http://x")'}, "cell-formula"),
        ({"Prosjektkortnavn": "@SUM(A1:A9)"}, "cell-formula"),
        ({"Prosjektnavn": "x" * 6000}, "cell-too-long"),
        ({"Prosjektnr": ""}, "project-missing"),
        ({"Deltakernr": ""}, "participant-missing"),
        ({"Prosjektnr": "9" * 400}, "key-too-long"),
        ({"Rammeprogram": "FP12"}, "family-unknown"),
    ],
)
def test_a_row_that_cannot_be_understood_is_set_aside_with_its_line_and_reason(tmp_path, change, reason):
    reading = read(write(tmp_path, council({}, {"Deltakernr": "2"} | change, {"Deltakernr": "3"})))

    assert [(row.line, row.reason) for row in reading.rejected] == [(3, reason)]
    assert reading.rejected[0].raw["Rammeprogram"] == change.get("Rammeprogram", "H2020")
    assert [grant.key for grant in reading.rows] == ["953939/1", "953939/3"]
    assert reading.rows_read == 3


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"Organisasjonsnummer": "958935421"}, "organisation-number-invalid"),
        ({"Adresse kommunenummer": "Oslo"}, "number-unreadable"),
        ({"Organisasjon rolle": "MASCOT"}, "role-unknown"),
        ({"Organisasjonsnavn": "OSLO\x1a KOMMUNE"}, "control-character"),
    ],
)
def test_a_cell_that_can_be_done_without_is_left_empty_and_noted(tmp_path, change, reason):
    reading = read(write(tmp_path, council(change)))

    assert [(note.line, note.reason) for note in reading.notes] == [(2, reason)]
    assert len(reading.rows) == 1
    assert reading.rows[0].name == "OSLO KOMMUNE"


def test_a_project_whose_name_begins_with_a_plus_is_no_formula(tmp_path):
    reading = read(write(tmp_path, council({"Prosjektkortnavn": "+CityxChange"})))

    assert reading.rows[0].acronym == "+CityxChange"


def test_the_same_row_twice_counts_once_and_a_differing_one_is_set_aside(tmp_path):
    reading = read(write(tmp_path, council({}, {}, {"Organisasjonsnavn": "BERGEN KOMMUNE"})))

    assert len(reading.rows) == 1
    assert reading.passed_over == {"repeated": 1}
    assert [(row.line, row.reason) for row in reading.rejected] == [(4, "key-duplicate")]


def test_lines_are_those_a_person_sees_also_after_a_cell_with_line_breaks(tmp_path):
    reading = read(write(tmp_path, council({"Prosjektnavn": "to\nlinjer"}, {"Deltakernr": "2", "Prosjektnr": ""})))

    assert reading.rows[0].title == "to linjer"
    assert reading.rejected[0].line == 4


def test_unknown_and_missing_columns_are_named(tmp_path):
    header = [column for column in COUNCIL_HEADER if column != "Topic kode"] + ["Værmelding"]
    row = {column: OSLO.get(column, "sol") for column in header}

    reading = read(write(tmp_path, csv_text(header, [row])))

    assert reading.unknown_columns == ["Værmelding"]
    assert "Topic kode" in reading.missing_columns
    assert len(reading.rows) == 1


def test_a_missing_required_column_names_itself_what_was_found_and_where_to_add_it(tmp_path):
    text = council().replace("Organisasjonsnummer", "orgNr").replace("Deltakernr", "nr")

    with pytest.raises(Problem) as problem:
        read(write(tmp_path, text))

    assert problem.value.code == "columns-missing"
    assert problem.value.values["missing"] == ["Deltakernr", "Organisasjonsnummer"]
    assert "orgNr" in problem.value.why
    assert "opendata/sources/forskningsradet.py: COLUMNS" in problem.value.todo


def test_the_same_column_name_twice_is_refused(tmp_path):
    with pytest.raises(Problem) as problem:
        read(write(tmp_path, council().replace("Prosjektkortnavn", "Prosjektnavn")))

    assert problem.value.code == "header-duplicate"


def test_no_address_to_fetch_from_says_where_to_find_the_file(tmp_path):
    with pytest.raises(Problem) as problem:
        SOURCES["forskningsradet"].fetch(tmp_path)

    assert problem.value.code == "fetch-by-hand"
    assert "forskningsradet.no" in problem.value.why


@pytest.mark.shared
def test_the_real_file_is_read_whole(shared):
    reading = read(shared / "participation" / "forskningsradet_h2020.csv")

    assert (reading.rows_read, len(reading.rows), reading.rejected, reading.unknown_columns) == (2931, 2931, [], [])
    assert len({grant.key for grant in reading.rows}) == 2931
    assert {grant.year for grant in reading.rows} == set(range(2014, 2023)) & {grant.year for grant in reading.rows}
    assert sum(1 for grant in reading.rows if not grant.organisation_number) == 3


@pytest.mark.shared
def test_the_built_in_grants_are_the_same_as_in_the_real_file(shared):
    real = {grant.key: grant for grant in read(shared / "participation" / "forskningsradet_h2020.csv").rows}

    for grant in built_in().rows:
        assert all(
            getattr(grant, field) == getattr(real[grant.key], field) for field in Grant.__slots__ if field != "line"
        ), grant.key
    assert {key for key, grant in real.items() if "KOMMUNE" in grant.name} == {grant.key for grant in built_in().rows}


def test_the_built_in_grants_are_39_by_13_municipalities_and_16_by_8_county_councils():
    rows = built_in().rows
    counties = [grant for grant in rows if "FYLKESKOMMUNE" in grant.name]
    municipalities = [grant for grant in rows if "FYLKESKOMMUNE" not in grant.name]

    assert (len(municipalities), len({grant.organisation_number for grant in municipalities})) == (39, 13)
    assert (len(counties), len({grant.organisation_number for grant in counties})) == (16, 8)
    assert sum(grant.name == "OSLO KOMMUNE" for grant in rows) == 17
    assert not built_in().complete
