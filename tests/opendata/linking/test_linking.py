"""Which municipality was it? The cases that break naive rules, each with what must come out."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.opendata.linking import noise
from vardevei.opendata import linking
from vardevei.opendata.linking import measure

CASES = [
    # name, hint, year, kind, code, relation
    ("TRONDHEIM KOMMUNE", "", 2016, "kommune", "1601", "self"),
    ("TRONDHEIM KOMMUNE", "", 2019, "kommune", "5001", "self"),
    ("Municipality of Alesund", "", 2021, "kommune", "1507", "self"),
    ("AS KOMMUNE", "", 2018, "kommune", "0214", "self"),  # Ås, no company
    ("BERGEN KOMMUNE AS", "", 2018, "none", "", "none"),
    ("MANDAL KOMMUNALE KINO", "", 2016, "none", "", "implicit"),
    ("REGIONALAVDELINGEN", "", 2018, "none", "", "none"),
    ("Lardal kommune", "", 2016, "kommune", "0728", "self"),
    ("Lærdal kommune", "", 2016, "kommune", "1422", "self"),
    ("Hole kommune", "", 2018, "kommune", "0612", "self"),
    ("Hol kommune", "", 2018, "kommune", "0620", "self"),
    ("Selbu kommune", "", 2018, "kommune", "5032", "self"),
    ("Sel kommune", "", 2018, "kommune", "0517", "self"),
    ("RE KOMMUNE", "", 2018, "kommune", "0716", "self"),
    ("HA KOMMUNE", "", 2018, "kommune", "1119", "self"),  # Hå
    ("Vaaler kommune", "", 2018, "ambiguous", "0137|0426", "self"),
    ("Vaaler kommune", "Solør", 2018, "kommune", "0426", "self"),
    ("Sande kommune", "", 2021, "kommune", "1514", "self"),  # the other Sande became part of Holmestrand
    ("GÁIVUONA SUOHKAN", "", 2018, "kommune", "1940", "self"),
    ("OSLO KOMMUNE KLIMAETATEN", "", 2019, "kommune", "0301", "subunit"),
    ("BERGEN VANN KF", "", 2019, "none", "", "enterprise"),
    ("VIKEN FYLKESKOMMUNE", "", 2021, "fylkeskommune", "30", "self"),
    ("South Trøndelag County Council", "", 2014, "fylkeskommune", "16", "self"),
    ("Oppdal og Rennebu kommune", "", 2018, "none", "", "none"),
    ("Universitetet i Bergen", "", 2018, "none", "", "none"),
]


@pytest.mark.parametrize(("name", "hint", "year", "kind", "code", "relation"), CASES)
def test_worked_case(name, hint, year, kind, code, relation):
    found = linking.link(name, hint=hint, year=year)

    assert (found.kind, found.code, found.relation) == (kind, code, relation)


def test_every_rule_that_decides_has_a_sentence():
    used = {linking.link(name, hint=hint, year=year).rule for name, hint, year, *_ in CASES}
    suffixes = tuple(linking.SUFFIXES)

    for rule in used:
        plain, *added = rule.split("+")
        assert plain in linking.RULES
        assert all(f"+{suffix}" in suffixes for suffix in added)


def test_country_is_needed():
    assert linking.link("LUNDS KOMMUN", country="SE", year=2018).rule == "other-country"
    assert linking.link("LUND KOMMUNE", country="", year=2018).rule == "country-unknown"


def test_todays_name_on_an_old_project_is_flagged_and_keeps_its_organisation():
    found = linking.link("VIKEN FYLKESKOMMUNE", year=2018)

    assert found.place_id == "30-2020"
    assert found.rule == "place-and-kind+other-years"


def test_the_number_decides_and_the_year_tells_which_stavanger():
    before = linking.link("STAVANGER KOMMUNE", year=2016, organisation_number="964965226")
    after = linking.link("STAVANGER KOMMUNE", year=2021, organisation_number="NO964965226MVA")

    assert (before.place_id, after.place_id) == ("1103", "1103-2020")
    assert before.rule == after.rule == "identifier"


def test_a_persons_verdict_wins_over_the_rules():
    name = linking.folded_name("Fossen kommune")

    assert linking.link("Fossen  KOMMUNE", year=2020, verdicts={(name, "NO"): "5054-2018"}).code == "5054"
    assert linking.link("Oslo kommune", year=2020, verdicts={("oslo kommune", "NO"): ""}).kind == "none"


@given(st.sampled_from([case for case in CASES if case[3] != "none"]), st.data())
def test_case_and_spaces_never_change_the_answer(case, data):
    name, hint, year, *_ = case
    changed = data.draw(st.sampled_from([name.upper(), name.lower(), f"  {name} ", name.replace(" ", "   ")]))

    assert linking.link(changed, hint=hint, year=year)[:4] == linking.link(name, hint=hint, year=year)[:4]


@given(st.text(max_size=200), st.text(max_size=20), st.integers(0, 3000))
def test_no_text_is_too_strange(name, hint, year):
    assert linking.link(name, hint=hint, year=year).kind in ("kommune", "fylkeskommune", "none", "ambiguous")


@pytest.mark.parametrize("year", [2014, 2018, 2021, 2024])
def test_noise_made_of_every_municipality_is_seen_through(year):
    """Not the labelled names: noise of every place of the year, so that no rule can be a list of answers."""
    measured = measure.measure(list(noise.rows(year)))

    assert measured.overall.f1 > 0.97
    assert measured.overall.precision > 0.98


@pytest.mark.shared
def test_labelled_names(shared):
    with (shared / "linking" / "dev.csv").open(encoding="utf-8") as file:
        measured = measure.measure(list(csv.DictReader(file)))

    assert measured.overall.f1 >= 0.995
    assert measured.strata["real-public"].false == measured.strata["real-h2020"].false == 0
