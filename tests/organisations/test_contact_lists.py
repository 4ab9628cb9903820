"""A county's own list of contacts: 60 messy rows, in three shapes, recognised, asked about, put in, and taken out."""

from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.organisations import contact_rows
from tests.people import TRONDELAG, adviser, place, somebody
from vardevei.core.domain import keeping
from vardevei.core.models import LogEntry, Person
from vardevei.opendata.problem import Problem
from vardevei.organisations.domain import contacts
from vardevei.organisations.domain.contacts import Facts
from vardevei.organisations.imports.contact_lists import applying, comparing, reading, taking_out
from vardevei.organisations.imports.contact_lists.plans import Kind, Plan
from vardevei.organisations.models import ContactList, CountyColumns, Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]

SHAPES = {
    "xlsx": lambda county: reading.from_file(contact_rows.as_xlsx(), "liste.xlsx", county=county, by=None),
    "csv": lambda county: reading.from_file(contact_rows.as_csv(), "liste.csv", county=county, by=None),
    "pasted": lambda county: reading.from_text(contact_rows.pasted(), county=county, by=None),
}


def read(rows: list[list[str]], county: str = TRONDELAG) -> ContactList:
    text = "\n".join("\t".join(cells) for cells in rows)
    made = reading.from_text(text, county=place(county), by=None)
    return ContactList.objects.get(pk=made.pk)  # as it comes out of the database


def rows(*of: list[str]) -> list[list[str]]:
    return [["Kommune", "Navn", "E-post"], *of]


def planned(*of: list[str], county: str = TRONDELAG) -> Plan:
    return comparing.plan(read(rows(*of), county))


def answered(one: ContactList, choose=lambda question: question.choices[0].value) -> Plan:
    """Every question answered, until there is none."""
    while (plan := comparing.plan(one)).open:
        answers = {q.key: choose(q) for item in plan.asked for q in item.questions if not q.answer}
        applying.decide(one, answers, by=None)
        one.refresh_from_db()
    return plan


def put_in(one: ContactList) -> ContactList:
    return applying.put_in(one, answered(one).seal(), by=None)


def state() -> list[tuple]:
    held = Role.objects.order_by("organisation", "person__name", "person__email")
    return list(held.values_list("organisation", "person__name", "person__email", "person__phone", "title", "end"))


@pytest.mark.parametrize("shape", SHAPES)
def test_sixty_messy_rows_give_the_same_in_every_shape(shape):
    plan = comparing.plan(SHAPES[shape](place(TRONDELAG)))

    found: dict[int, list[str]] = {}
    for item in plan.items:
        found.setdefault(item.entry.line, []).append(item.kind.value)

    assert [" ".join(kinds) for _line, kinds in sorted(found.items())] == [kind for _cells, kind in contact_rows.ROWS]


def test_how_many_rows_are_recognised_doubtful_and_rejected_and_that_none_vanished():
    plan = comparing.plan(SHAPES["xlsx"](place(TRONDELAG)))

    assert plan.rows == 60
    assert Counter(item.kind.value for item in plan.items) == {
        "new": 36, "doubtful": 14, "rejected": 5, "double": 4, "vacant": 3
    }  # fmt: skip
    assert [one.name for one in plan.vacant] == ["Tydal", "Grong", "Rindal"]


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


def test_a_list_without_headings_is_read_by_what_stands_in_it():
    one = read([["kari@x.no", "Hitra", "91122333", "Kari Nes"], ["ola@x.no", "Frøya", "92233444", "Ola Li"]])

    assert one.columns == {"0": "email", "1": "municipality", "2": "phone", "3": "name"}
    assert comparing.plan(one).rows == 2


def test_put_in_makes_the_contacts_without_accounts_and_mails_nobody():
    put_in(SHAPES["xlsx"](place(TRONDELAG)))

    ola = Person.objects.get(email="per.nes@steinkjer.kommune.no")
    assert (ola.name, ola.phone, ola.has_usable_password()) == ("Per Nes", "922 33 444", False)
    assert LogEntry.objects.filter(act="contact-list-put-in").count() == 1
    assert sum(not one.vacant for one in contacts.of_county(place(TRONDELAG))) == 37


def test_the_same_list_once_more_is_all_unchanged():
    first = put_in(SHAPES["xlsx"](place(TRONDELAG)))
    before = state()

    applying.put_in(first, "any seal", by=None)
    again = put_in(SHAPES["csv"](place(TRONDELAG)))

    assert state() == before
    assert {kind: n for kind, n in again.result.items() if kind in ("new", "changed", "ends")} == {
        "new": 0, "changed": 0, "ends": 0
    }  # fmt: skip


def test_a_change_is_shown_old_beside_new_and_an_empty_cell_erases_nothing():
    contacts.add(place("5056"), Facts("Kari Nes", "kari@x.no", "911 22 333", "rektor"), by=None)

    (item,) = comparing.plan(
        read([["Kommune", "Navn", "E-post", "Tlf", "Tittel"], ["Hitra", "Kari Nes", "ny@x.no", "", "rådgiver"]])
    ).items

    assert item.kind == Kind.CHANGED
    assert item.changes == [("email", "kari@x.no", "ny@x.no"), ("title", "rektor", "rådgiver")]


def test_the_list_cannot_change_an_address_that_somebody_signs_in_with():
    kari = somebody("Kari Nes", email="kari@x.no")
    kari.set_password("noe langt og hemmelig")
    kari.save()
    contacts.add(place("5056"), Facts("", "kari@x.no"), by=None)

    (item,) = planned(["Hitra", "Kari Nes", "ny@x.no"]).items

    assert (item.kind, item.changes) == (Kind.UNCHANGED, [])
    assert item.notes == ["Personen logger inn med adressen sin, og endrer den selv. Den blir ikke endret her."]


def test_a_name_spelled_otherwise_than_what_stands_is_asked_about():
    contacts.add(place("5056"), Facts("Jon Berg", "jon@x.no"), by=None)

    (item,) = planned(["Hitra", "John Berg", "john.berg@x.no"]).items

    assert [choice.value for choice in item.questions[0].choices] == ["same", "other", "skip"]


def test_somebody_who_is_contact_elsewhere_is_asked_about_and_may_have_moved():
    here = contacts.add(place("5056"), Facts("Kari Nes", "kari@x.no"), by=None)
    one = read(rows(["Frøya", "Kari Nes", "kari@x.no"]))

    plan = answered(one, lambda question: "moved")
    applying.put_in(one, plan.seal(), by=None)

    assert not Role.objects.now().filter(pk=here.pk).exists()
    assert str(Role.objects.now().contacts().get().organisation) == "Frøya"


def test_those_who_are_not_in_the_list_are_kept_unless_somebody_says_that_they_end():
    kept = contacts.add(place("5056"), Facts("Kari Nes", "kari@x.no"), by=None)
    gone = contacts.add(place("5014"), Facts("Ola Li", "ola@x.no"), by=None)
    one = read(rows(["Hitra", "", ""]))

    applying.decide(one, {f"role:{gone.pk}": "end"}, by=None)
    one.refresh_from_db()
    applying.put_in(one, comparing.plan(one).seal(), by=None)

    assert list(Role.objects.now().contacts()) == [kept]


def test_an_undecided_list_is_refused_and_nothing_is_written():
    one = read(rows(["Snillfjord", "Kari Nes", "kari@x.no"], ["Hitra", "Ola Li", "ola@x.no"]))

    with pytest.raises(Problem) as refused:
        applying.put_in(one, comparing.plan(one).seal(), by=None)

    assert refused.value.code == "list-undecided"
    assert Role.objects.count() == 0


def test_what_somebody_changed_since_the_look_stops_it():
    one = read(rows(["Hitra", "Kari Nes", "kari@x.no"]))
    seal = comparing.plan(one).seal()
    contacts.add(place("5056"), Facts("Kari Nes", "kari@annet.no"), by=None)

    with pytest.raises(Problem) as refused:
        applying.put_in(one, seal, by=None)

    assert refused.value.code == "list-moved"
    assert Role.objects.get().person.email == "kari@annet.no"


def test_an_adviser_of_another_county_may_neither_read_nor_put_in():
    with pytest.raises(Problem) as refused:
        reading.from_text("Hitra\tKari Nes", county=place(TRONDELAG), by=adviser("46", "Per Vest"))

    assert refused.value.code == "not-allowed"


def test_a_list_is_gone_after_thirty_days():
    old, new = read(rows(["Hitra", "", ""])), read(rows(["Frøya", "", ""]))
    ContactList.objects.filter(pk=old.pk).update(made_at=timezone.now() - timedelta(days=31))

    keeping.apply(keeping.lapsed(timezone.now()))

    assert list(ContactList.objects.all()) == [new]


def test_the_list_comes_out_as_it_went_in_with_what_has_changed():
    put_in(read([["Nr.", "Kommune", "Kontakt", "Mail", "Mobil", "Vår kode"],
                 ["1", "Leksvik", "Nes, Kari", "kari@x.no", "+47 91122333", "A7"],
                 ["2", "Hitra", "Ola Li", "ola@x.no", "", "B2"],
                 ["3", "Frøya", "ledig", "", "", "C9"]]))  # fmt: skip
    role = Role.objects.get(person__email="ola@x.no")
    contacts.change(role, Facts(email="ny@x.no"), by=None)
    contacts.add(place("5001"), Facts("Eva Lie", "eva@x.no"), by=None)
    contacts.add(place("5014"), Facts("Per Ås", phone="911 22 444"), by=None)

    taken = taking_out.own(place(TRONDELAG), CountyColumns.objects.get())

    assert taken.header == ["Nr.", "Kommune", "Kontakt", "Mail", "Mobil", "Vår kode"]
    assert taken.rows == [
        ["1", "Indre Fosen", "Nes, Kari", "kari@x.no", "+47 91122333", "A7"],
        ["2", "Hitra", "Ola Li", "ny@x.no", "", "B2"],
        ["3", "Frøya", "Per Ås", "", "911 22 444", "C9"],
        ["", "Trondheim", "Eva Lie", "eva@x.no", "", ""],
    ]


def test_the_messy_list_comes_out_in_its_own_columns_with_every_note():
    put_in(SHAPES["pasted"](place(TRONDELAG)))

    taken = taking_out.own(place(TRONDELAG), CountyColumns.objects.get())

    notes = Counter(cells[5] for cells, kind in contact_rows.ROWS if cells[5] and kind not in ("double", "rejected"))
    assert taken.header == contact_rows.HEADER
    assert Counter(row[5] for row in taken.rows if row[5]) == notes


def test_as_many_questions_for_many_rows_as_for_few(django_assert_num_queries):
    few, many = read(rows(["Hitra", "Kari Nes", "kari@x.no"])), SHAPES["csv"](place(TRONDELAG))
    many = ContactList.objects.get(pk=many.pk)

    with django_assert_num_queries(4):
        comparing.plan(few)
    with django_assert_num_queries(4):
        comparing.plan(many)


CELL = st.one_of(
    st.sampled_from(["Hitra", "Frøya", "Snillfjord", "Våler", "Leksvik", "Hitra og Frøya", "5054", "", "ledig", "xyz"]),
    st.sampled_from(["Kari Nes", "Nes, Kari", "Kari Ness", "Ola Vik og Kari Nes", "kari@x.no", "Kari <kari@x.no>"]),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12),
)
ROWS = st.lists(st.lists(CELL, min_size=3, max_size=5), min_size=1, max_size=8)
SLOWLY = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


def sheet(cells: list[list[str]]) -> ContactList:
    """As read from a file, without a file: every text can stand in a cell of a spreadsheet."""
    lines = [(at, row) for at, row in enumerate([["Kommune", "Navn", "E-post", "Tlf", "Notat"], *cells], start=1)]
    one = ContactList(county=place(TRONDELAG), sheets=[{"name": "", "hidden": False, "lines": lines, "broken": []}])
    return reading.choose_sheet(one, 0)


@SLOWLY
@given(ROWS)
def test_no_row_is_ever_dropped_in_silence(cells):
    one = sheet(cells)

    plan = comparing.plan(one)

    assert {item.entry.line for item in plan.items} == set(range(2, len(cells) + 2))
    assert all(item.reason for item in plan.of(Kind.REJECTED, Kind.DOUBLE, Kind.SKIPPED))


@SLOWLY
@given(ROWS, st.integers(0, 3))
def test_putting_in_twice_changes_nothing(cells, choice):
    Person.objects.all().delete()
    one = sheet(cells)
    plan = answered(one, lambda question: question.choices[choice % len(question.choices)].value)
    applying.put_in(one, plan.seal(), by=None)
    before = state()
    again = sheet(cells)
    again.decisions = one.decisions
    again.save()

    plan = answered(again, lambda question: question.choices[choice % len(question.choices)].value)
    applying.put_in(again, plan.seal(), by=None)

    assert state() == before
