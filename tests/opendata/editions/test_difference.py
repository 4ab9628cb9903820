"""The difference is right, and it is shown before anything is written; what is not certain is asked."""

from datetime import date

import pytest

from tests.opendata import local_services
from tests.opendata.editions.steps import places_shown, plan, refused, shown, split_of_indre_fosen
from tests.opendata.local_services import REFORM, made_up_number, unit
from vardevei.opendata import attributes, places
from vardevei.opendata.editions import planning, writing

# --- what the difference says


def test_a_year_without_changes_only_covers_one_year_more(services):
    found = plan(services)

    assert places_shown(found) == []
    assert found.lines[-1].text == "2013-2027, was 2013-2026"
    assert (found.counts["municipality"], found.counts["county"], found.ended) == (357, 15, 0)
    assert found.versions["municipality"] == "Kommuneinndeling 2024"


def test_two_merge_into_a_new_place(services):
    services.change("131", "4625", "4601", "Bergen")  # as in 2020: Bergen's own number is not among the changes

    found = plan(services)
    writing.write(found)

    assert places_shown(found) == ["merged: Bergen (1201) + Austevoll (1244) -> Bergen (4601-2027) on 2027-01-01"]
    new = places.by_number("4601", on=REFORM)
    assert {step.before for step in places.predecessors(new)} == {"1201", "1244"}
    assert places.on_borders_of(2027).place(places.by_id("1244")).municipality is new
    assert places.on_borders_of(2024).place(new).reason == "several-predecessors"
    assert places.LAST_YEAR == 2027
    assert len(places.on(REFORM)) == 356


def test_a_new_number_and_a_new_name_are_the_same_place(services):
    services.change("131", "3203", "3299", "Asker og Heggedal")
    services.change("131", "1833", "1833", "Raane - Rana")

    found = plan(services)
    writing.write(found)

    asker = places.by_number("3299", on=REFORM)
    assert asker is places.by_number("3203", on=date(2026, 1, 1))
    assert (asker.name(date(2026, 6, 1)), asker.name(REFORM)) == ("Asker", "Asker og Heggedal")
    rana = places.by_number("1833", on=REFORM)
    assert [(name.text, name.language) for name in rana.names_on(REFORM)] == [("Raane", "sami"), ("Rana", "norwegian")]
    assert [line.split(":")[0] for line in places_shown(found)] == ["renumbered", "renamed", "renamed"]


def test_a_name_that_changed_without_a_dated_change_says_so(services):
    services.today["131"]["3203"] = "Asker herad"

    found = plan(services, on=date(2026, 11, 23))
    writing.write(found)

    assert places_shown(found) == ["renamed: Asker (3025-2020) is called Asker herad (3025-2020) from 2026-11-23"]
    assert places.by_id("3025-2020").names_on(REFORM)[0].note == planning.NOT_DATED


def test_a_list_without_the_letter_eng_renames_nobody(services):
    services.today["131"]["5622"] = "Porsanger - Porsángu - Porsanki"

    assert places_shown(plan(services)) == []


def test_the_county_of_a_renumbered_municipality_follows_its_number(services):
    services.change("131", "4635", "1199", "Gulen")

    writing.write(plan(services))

    assert places.county_of(places.by_number("1199", on=REFORM), REFORM).name() == "Rogaland"


def test_a_county_is_made_of_two_and_its_municipalities_keep_their_identity(services):
    moved = [number for number in local_services.names("municipality") if number[:2] in ("39", "40")]
    for new, old in enumerate(moved, start=3801):
        services.change("131", old, str(new), services.today["131"][old])
    for old in ("39", "40"):
        services.change("104", old, "38", "Vestfold og Telemark")

    found = plan(services)
    writing.write(found)

    assert [line for line in places_shown(found) if line.startswith("merged")] == [
        "merged: Vestfold (39-2024) + Telemark (40-2024) -> Vestfold og Telemark (38-2027) on 2027-01-01"
    ]
    horten = places.by_number("3901", on=date(2026, 1, 1))
    assert places.county_of(horten, REFORM).id == "38-2027"
    assert len(places.on(REFORM, "county")) == 14


# --- splits need a person, unless there is only one way


def test_a_municipality_of_one_area_is_divided_and_old_borders_stay_exact(services):
    services.change("131", "4216", "4290", "Birkeland")
    services.change("131", "4216", "4291", "Herefoss")

    found = plan(services)
    writing.write(found)

    assert places_shown(found) == [
        "split: Birkenes (0928) -> Birkeland (4290-2027), Herefoss (4291-2027) on 2027-01-01"
    ]
    assert found.answers.questions == []
    old, new = places.by_number("4216", on=date(2026, 1, 1)), places.by_number("4291", on=REFORM)
    assert places.on_borders_of(2014).place(new).municipality is old
    assert places.on_borders_of(2027).place(old).reason == "split"
    assert old.areas == {"0928/4290-2027", "0928/4291-2027"}


def test_a_split_of_what_was_merged_asks_where_each_old_area_went(services):
    split_of_indre_fosen(services)

    error = refused(services, "questions-open")
    found = plan(services)

    assert [(question.about, question.key) for question in found.answers.questions] == [
        ("area", "5054 1624"),
        ("area", "5054 1718"),
    ]
    assert "(Rissa)" in found.answers.questions[0].why
    assert "--answers" in error.todo


def test_the_answers_settle_the_split(services):
    split_of_indre_fosen(services)

    given = [
        ("area", "5054 1624", "5090"),
        ("area", "5054 1718", "5091 5090"),
        ("part_en", "5054 5091", "the eastern part"),
        ("part_nb", "5054 5091", "den østlige delen"),
        ("part_source", "5054 5091", "made up"),
    ]
    writing.write(plan(services, given=given))

    rissa, leksvik = places.by_number("5090", on=REFORM), places.by_number("5091", on=REFORM)
    assert rissa.areas == {"1624", "1718/5090-2027"}
    assert places.on_borders_of(2016).place(leksvik).municipality is places.by_id("1718")
    assert places.on_borders_of(2027).place(places.by_id("1624")).municipality is rissa
    assert places.on_borders_of(2027).place(places.by_id("1718")).municipality is None
    assert places.predecessors(leksvik)[0].area["en"] == "the eastern part"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ([("area", "5054 1624", "5090"), ("area", "5054 1718", "5092")], "answer-not-possible"),
        ([("area", "5054 1624", "5090"), ("area", "5054 1718", "5090")], "answer-not-possible"),
        ([("area", "5054 1624", "5090"), ("area", "5054 1718", "5091"), ("area", "9 9", "5091")], "answers-not-used"),
    ],
)
def test_answers_that_cannot_be_right_change_nothing(services, given, code):
    split_of_indre_fosen(services)

    refused(services, code, given=given)


def test_a_new_name_of_two_languages_asks_which(services):
    services.change("131", "3101", "3101", "Halden - Fredrikshald")

    error = refused(services, "questions-open")
    writing.write(plan(services, given=[("language", "Fredrikshald", "kven")]))

    assert "1 questions" in error.what
    assert [name.language for name in places.by_id("0101").names_on(REFORM)] == ["norwegian", "kven"]


# --- organisation numbers


def test_a_new_organisation_number_is_shown_and_kept_beside_the_old(services):
    oslo = next(entry for entry in services.units["KOMM"] if entry["navn"] == "OSLO KOMMUNE")
    before = oslo["organisasjonsnummer"]
    oslo["organisasjonsnummer"] = made_up_number(12345678)

    found = plan(services)
    writing.write(found)

    assert f"changed number: Oslo (0301): organisation number {made_up_number(12345678)}" in shown(found)
    numbers = {entry.number: entry for entry in attributes.organisation_numbers(places.by_id("0301"))}
    assert set(numbers) == {before, made_up_number(12345678)}
    assert (numbers[made_up_number(12345678)].seen, 2027 in numbers[before].seen) == ((2027,), False)


def test_a_number_seen_again_gets_the_year_and_is_no_difference(services):
    found = plan(services)
    writing.write(found)

    assert found.confirmed > 300
    assert attributes.organisation_numbers(places.by_id("0301"))[0].seen[-1] == 2027
    assert "Enhetsregisteret 2027" in attributes.organisation_numbers(places.by_id("0301"))[0].source


def test_every_unit_of_today_finds_its_place(services):
    found = plan(services)

    matched = {line.text for line in found.lines if line.what in ("new number", "changed number")}
    assert (found.aside, len(matched) + found.confirmed) == ([], 357 + 14)


def test_units_that_are_not_certain_are_set_aside_with_the_reason(services):
    services.units["KOMM"] += [
        unit(made_up_number(11111111), "Longyearbyen lokalstyre", "KOMM", "2100"),
        unit(made_up_number(22222222), "Våler kommune", "KOMM", "0301"),
        unit(made_up_number(33333333), "Bodø kommune", "KOMM", "1804"),
    ]

    found = plan(services)

    reasons = {sentence.split(" ", 1)[1] for sentence in found.aside if not sentence.startswith("Bodø (")}
    assert reasons >= {
        "LONGYEARBYEN LOKALSTYRE: no place today has its name",
        "VÅLER KOMMUNE: its name is that of several places",
        "BODØ KOMMUNE: several units answer to Bodø (1804)",
    }
