"""A county's own list of contacts: 60 messy rows, in three shapes, recognised, asked about, put in, and taken out."""

from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.organisations import contact_rows
from tests.organisations.contact_lists import SHAPES, answered, planned, put_in, read, rows, state
from tests.people import TRONDELAG, adviser, place, somebody
from vardevei.core.domain import keeping
from vardevei.core.models import LogEntry, Person
from vardevei.opendata.problem import Problem
from vardevei.organisations.domain import contacts
from vardevei.organisations.domain.contacts import Facts
from vardevei.organisations.imports.contact_lists import applying, comparing, reading, taking_out
from vardevei.organisations.imports.contact_lists.plans import Kind
from vardevei.organisations.models import ContactList, CountyColumns, Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


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


def test_two_people_who_are_alike_are_asked_about_once():
    one = read(rows(["Hitra", "Per Bakke", "per.bakke@x.no"], ["Hitra", "Per Bakken", "per.bakken@x.no"]))
    both = {q.key: "both" for item in comparing.plan(one).asked for q in item.questions}

    applying.decide(one, both, by=None)
    one.refresh_from_db()

    assert list(both) == ["3.0:twin"]
    assert comparing.plan(one).undecided == []
    assert comparing.plan(one).counts()["new"] == 2


def test_the_spreadsheet_comes_out_as_wide_as_it_went_in():
    put_in(SHAPES["xlsx"](place(TRONDELAG)))

    taken = taking_out.own(place(TRONDELAG), taking_out.columns_of(place(TRONDELAG)))

    assert taken.header == contact_rows.HEADER
    assert {len(row) for row in taken.rows} == {len(contact_rows.HEADER)}


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
