"""Real registers: every municipality and county council finds itself, and no other body is taken for one."""

import csv
from collections import Counter

import openpyxl
import pytest

from vardevei.opendata import attributes
from vardevei.opendata.linking import link

pytestmark = pytest.mark.shared

SHARED_NAMES = {"BØ KOMMUNE", "HERØY KOMMUNE", "NES KOMMUNE", "OS KOMMUNE", "SANDE KOMMUNE", "VÅLER KOMMUNE"}
GONE_BEFORE_2013 = {"MOSVIK KOMMUNE": "1723", "BJARKØY KOMMUNE": "1915"}


def public_bodies(shared, year):
    """(name, form, municipality, organisation number) of Enhetsregisteret's public bodies that year."""
    book = openpyxl.load_workbook(shared / "register" / "public_entities_2011_2021.xlsx", read_only=True)
    rows = list(book[str(year)].iter_rows(values_only=True))[1:]
    return [(name, form, place or "", str(number)) for name, _, form, _, place, number in rows if name]


@pytest.fixture(params=[2011, 2021])
def year(request):
    return request.param


def test_every_municipality_and_county_council_links_to_itself(shared, year):
    for name, form, town, number in public_bodies(shared, year):
        if form not in ("KOMM", "FYLK"):
            continue
        found = link(name, hint=town, year=year)
        if name in SHARED_NAMES and found.kind == "ambiguous":
            assert link(name, year=year, organisation_number=number).code in found.candidates
        elif name in GONE_BEFORE_2013:
            assert found.code == GONE_BEFORE_2013[name]
        else:
            assert (found.relation, found.place_id in attributes.places_of_number(number)) == ("self", True), name


def test_the_name_and_the_number_agree(shared, year):
    for name, form, town, number in public_bodies(shared, year):
        if form in ("KOMM", "FYLK") and attributes.places_of_number(number):
            by_name, by_number = (link(name, hint=town, year=year, organisation_number=n) for n in ("", number))
            assert by_number.code in by_name.code.split("|"), name
            assert by_number.relation == "self"


def test_no_other_public_body_is_taken_for_a_municipality(shared, year):
    found = [(form, name, link(name, hint=town, year=year)) for name, form, town, _ in public_bodies(shared, year)]
    others = [(form, name, d) for form, name, d in found if form not in ("KOMM", "FYLK")]

    assert [name for form, name, d in others if d.kind != "none" and d.relation != "subunit"] == []
    # Departments (ORGL) and tax collectors (ADOS) are parts of a municipality; nothing else is linked at all.
    assert {form for form, _, d in others if d.kind != "none"} <= {"ORGL", "ADOS"}


def test_enterprises_are_told_apart(shared, year):
    relations = Counter(
        (form, link(name, hint=town, year=year).relation)
        for name, form, town, _ in public_bodies(shared, year)
        if form in ("KF", "FKF", "IKS", "KIRK", "STAT")
    )

    assert {relation for form, relation in relations if form in ("KF", "FKF")} == {"enterprise"}
    assert {relation for form, relation in relations if form in ("IKS", "KIRK", "STAT")} == {"none"}


def test_among_all_grants_of_horizon_2020_only_municipalities_and_councils_are_linked(shared):
    with (shared / "participation" / "forskningsradet_h2020.csv").open(encoding="utf-8-sig", newline="") as file:
        grants = list(csv.DictReader(file, delimiter=";"))

    by_name = [link(g["Organisasjonsnavn"], hint=g["Adresse kommune"], year=2020).kind != "none" for g in grants]
    by_number = [bool(attributes.places_of_number(g["Organisasjonsnummer"])) for g in grants]

    assert by_name == by_number
    assert sum(by_name) == 55
