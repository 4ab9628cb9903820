"""Which municipality and which people a row of a county's own list means, however it is spelled."""

import pytest

from tests.organisations.contact_lists import planned, read
from vardevei.organisations.imports.contact_lists import comparing
from vardevei.organisations.imports.contact_lists.plans import Kind

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]

RECOGNISED = [
    ("Trondhjem", "Trondheim"),
    ("TRONDHEIM KOMMUNE", "Trondheim"),
    ("Indre Fosens", "Indre Fosen"),
    ("aafjord", "Åfjord"),
    ("Steinkjær", "Steinkjer"),
    ("Tråante", "Trondheim"),
    ("Snåase", "Snåsa"),
    ("Municipality of Inderøy", "Inderøy"),
    ("Leksvik", "Indre Fosen"),
    ("Leksvik (nå Indre Fosen)", "Indre Fosen"),
    ("Meldal", "Orkland"),
    ("Mosvik", "Inderøy"),
    ("Røros, Trøndelag", "Røros"),
    ("Verdal komm.", "Verdal"),
    ("Hitra kommune v/ordføreren", "Hitra"),
    ("5054", "Indre Fosen"),
    ("1718", "Indre Fosen"),
    ("5054 Indre Fosen", "Indre Fosen"),
]


@pytest.mark.parametrize(("written", "meant"), RECOGNISED)
def test_a_municipality_is_recognised_however_it_is_spelled(written, meant):
    (item,) = planned([written, "Kari Nes", "kari@x.no"]).items

    assert (str(item.place), item.kind) == (meant, Kind.NEW)


@pytest.mark.parametrize(
    ("county", "name", "number"), [("34", "Våler", "3419"), ("31", "Våler", "3114"), ("15", "Herøy", "1515")]
)
def test_the_county_decides_between_two_of_one_name_and_says_so(county, name, number):
    (item,) = planned([name, "Kari Nes", "kari@x.no"], county=county).items

    assert item.at.number == number
    assert item.reason.startswith("Flere kommuner heter det samme")


def test_an_address_at_the_other_vaaler_throws_doubt_on_what_the_county_decided():
    (item,) = planned(["Våler", "Kari Nes", "kari@valer-of.kommune.no"], county="34").items

    assert item.kind == Kind.DOUBTFUL
    assert "valer-of.kommune.no" in item.questions[0].words


def test_a_split_municipality_is_asked_about_unless_the_address_tells():
    asked, told = planned(
        ["Snillfjord", "Kari Nes", "kari@x.no"], ["Snillfjord", "Ola Li", "ola@hitra.kommune.no"]
    ).items

    assert [choice.words for choice in asked.questions[0].choices][:-1] == ["Heim", "Hitra", "Orkland"]
    assert str(told.place) == "Hitra"


def test_another_countys_municipality_is_set_aside_with_where_it_lies():
    (item,) = planned(["Bergen", "Kari Nes", "kari@x.no"]).items

    assert (item.kind, item.reason) == (Kind.REJECTED, "Ligger ikke i Trøndelag, men: Bergen (Vestland).")


def test_what_stands_beside_the_name_is_heeded():
    """A list for Østfold that says "Våler i Solør" does not mean Østfold's."""
    other, ours = planned(["Våler i Solør", "Kari Nes", ""], ["Våler, Østfold", "Ola Li", ""], county="31").items

    assert (other.kind, other.reason) == (Kind.REJECTED, "Ligger ikke i Østfold, men: Våler (Innlandet).")
    assert ours.at.number == "3114"


def test_two_municipalities_in_one_cell_are_two_and_a_part_that_is_none_is_said():
    first, second, third = planned(["Stjørdal, Meråker/Xyzzy", "Kari Nes", "kari@x.no"]).items

    assert (str(first.place), str(second.place)) == ("Stjørdal", "Meråker")
    assert (third.kind, third.reason) == (Kind.REJECTED, "Vi kjenner ingen kommune som heter «Xyzzy».")


def test_a_post_code_or_town_tells_when_nothing_else_does():
    plan = comparing.plan(
        read([["Kommune", "Navn", "Postnr", "Poststed"], ["", "Kari Nes", "7100", ""], ["", "Ola Li", "", "Rissa"]])
    )

    assert {str(item.place) for item in plan.items} == {"Indre Fosen"}


def test_number_and_name_that_disagree_are_asked_about():
    (item,) = comparing.plan(read([["Knr", "Kommune", "Navn"], ["5054", "Hitra", "Kari Nes"]])).items

    assert {choice.words for choice in item.questions[0].choices[:-1]} == {"Indre Fosen", "Hitra"}


def test_a_row_for_two_municipalities_gives_the_person_to_both():
    plan = planned(["Hitra og Frøya", "Kari Nes", "kari@x.no"])

    assert [(str(item.place), item.kind) for item in plan.items] == [("Hitra", "new"), ("Frøya", "new")]


PEOPLE = [
    ("Nes, Kari", "", [("Kari Nes", "")]),
    ("Kari Nes og Ola Vik", "ola@x.no, kari@x.no", [("Kari Nes", "kari@x.no"), ("Ola Vik", "ola@x.no")]),
    ("Kari Nes, Ola Vik", "", [("Kari Nes", ""), ("Ola Vik", "")]),
    ("Kari Nes <KARI@x.no>", "", [("Kari Nes", "kari@x.no")]),
    ("", "Kari Nes <kari@x.no>; Ola Vik <ola@x.no>", [("Kari Nes", "kari@x.no"), ("Ola Vik", "ola@x.no")]),
    ("", "kari@x.no", [("", "kari@x.no")]),
    ("Kari Nes", "kari (at) x.no", [("Kari Nes", "kari@x.no")]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "mail", "meant"), PEOPLE)
def test_people_are_found_however_they_are_written(name, mail, meant):
    found = [(item.told.name, item.told.email) for item in planned(["Hitra", name, mail]).items]

    assert found == meant
