"""CORDIS: organisations joined to their projects, from the zip or loose, CSV or JSON; other countries counted."""

from datetime import date
from decimal import Decimal

import pytest

from tests.opendata.sources.files import cordis_tables, cordis_zip, write
from vardevei.opendata.sources import SOURCES, Grant

read = SOURCES["cordis"].read
MOVE21 = Grant(
    key="953939/994216051/coordinator",
    line=2,
    family="horizon-2020",
    project_number="953939",
    name="OSLO KOMMUNE",
    programme_part="H2020-EU.3.4.",
    acronym="MOVE21",
    title="Multimodal hubs",
    topic="LC-MG-1-14-2020",
    organisation_number="958935420",
    role="coordinator",
    signed=date(2021, 3, 26),
    start=date(2021, 5, 1),
    end=date(2025, 4, 30),
    amount=Decimal("1654500.00"),
    nuts="NO081",
    post_code="0037",
    town="OSLO",
)


def test_the_published_archive_gives_grants_with_their_projects(tmp_path):
    reading = read(cordis_zip(tmp_path))

    assert reading.rows == [MOVE21]
    assert list(reading.parts) == ["csv/project.csv"] or list(reading.parts) == ["csv\\project.csv"]


def test_json_gives_the_same_as_csv(tmp_path):
    fields = [field for field in Grant.__slots__ if field != "line"]
    from_json, from_csv = read(cordis_zip(tmp_path, kind="json")).rows[0], read(cordis_zip(tmp_path)).rows[0]

    assert [getattr(from_json, field) for field in fields] == [getattr(from_csv, field) for field in fields]


@pytest.mark.parametrize("delimiter", [";", ","])
def test_loose_tables_beside_each_other_are_joined(tmp_path, delimiter):
    organisations, projects = cordis_tables(delimiter=delimiter)
    write(tmp_path, projects, "project.csv")

    assert read(write(tmp_path, organisations, "organization.csv")).rows == [MOVE21]


def test_rows_of_other_countries_are_counted_not_kept(tmp_path):
    reading = read(cordis_zip(tmp_path, {}, {"country": "SE"}, {"country": "DE"}))

    assert (reading.rows_read, len(reading.rows), reading.passed_over) == (3, 1, {"other-country": 2})


@pytest.mark.parametrize("vat", ["NO958935420MVA", "NO958935420", "958935420", "NO 958 935 420 MVA"])
def test_the_vat_number_holds_the_organisation_number(tmp_path, vat):
    assert read(cordis_zip(tmp_path, {"vatNumber": vat})).rows[0].organisation_number == "958935420"


def test_a_third_party_that_assists_two_participants_is_two_parts(tmp_path):
    reading = read(cordis_zip(tmp_path, {"role": "thirdParty", "order": "3"}, {"role": "thirdParty", "order": "9"}))

    assert [grant.key for grant in reading.rows] == ["953939/994216051/third-party/3", "953939/994216051/third-party/9"]


def test_a_project_that_is_not_in_the_project_table_is_noted(tmp_path):
    reading = read(cordis_zip(tmp_path, {"projectID": "1"}, name="cordis-h2020projects-csv.zip"))

    assert [note.reason for note in reading.notes] == ["project-unknown"]
    assert reading.rows[0].year is None


def test_without_the_project_table_somebody_must_say_the_programme(tmp_path):
    path = write(tmp_path, cordis_tables()[0], "organization.csv")

    assert [row.reason for row in read(path).rejected] == ["family-unknown"]
    assert read(path, family="fp7").rows[0].family == "fp7"


@pytest.mark.shared
def test_the_real_sample(shared):
    reading = read(shared / "participation" / "cordis_organization_sample.csv", family="horizon-2020")

    assert (reading.rows_read, len(reading.rows), reading.rejected) == (5153, 97, [])
    assert sum(1 for grant in reading.rows if grant.organisation_number) == 90  # seven have no VAT number
    assert {grant.name for grant in reading.rows if "KOMMUNE" in grant.name} == {
        "OSLO KOMMUNE",
        "VIKEN FYLKESKOMMUNE",
        "ROGALAND FYLKESKOMMUNE",
    }
