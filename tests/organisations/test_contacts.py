"""Contacts by hand: who is one, since when there is none, what is changed, and that the past is kept."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.people import INDRE_FOSEN, TRONDELAG, administrator, adviser, contact, place, somebody
from vardevei.core.models import LogEntry
from vardevei.opendata.problem import Problem
from vardevei.organisations.domain import contacts, roles
from vardevei.organisations.domain.contacts import Facts
from vardevei.organisations.models import ContactList, Role
from vardevei.organisations.roles import EDITOR

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


def of(number: str) -> contacts.Contacts:
    return next(one for one in contacts.of_county(place(TRONDELAG)) if one.organisation.number == number)


def test_every_municipality_of_the_county_is_there_with_or_without_a_contact():
    contact()

    there = contacts.of_county(place(TRONDELAG))

    assert len(there) == 38
    assert [one.organisation.number for one in there if not one.vacant] == [INDRE_FOSEN]


def test_a_municipality_is_vacant_since_the_day_after_its_last_contact():
    ola = adviser()
    first = contacts.add(place("5021"), Facts("Tor Li", since=date(2020, 1, 1)), by=ola)
    second = contacts.add(place("5021"), Facts("Eva Li", since=date(2021, 1, 1)), by=ola)

    contacts.end(first, by=ola, why="ny jobb", on=date(2022, 6, 30))
    contacts.end(second, by=ola, why="ny jobb", on=date(2023, 6, 30))

    assert of("5021").vacant_since == date(2023, 7, 1)
    assert of("5022").vacant_since is None


def test_a_contact_that_ends_stays_in_the_past_with_its_reason():
    ola = adviser()
    role = contacts.add(place(INDRE_FOSEN), Facts("Tor Li", "tor@x.no", since=date(2020, 1, 1)), by=ola)

    contacts.end(role, by=ola, why="ny jobb", on=date(2024, 12, 31))

    assert of(INDRE_FOSEN).vacant
    assert Role.objects.get(pk=role.pk).end == date(2024, 12, 31)
    assert LogEntry.objects.filter(act="role-ended", why="ny jobb").count() == 1


def test_ending_without_a_reason_is_refused():
    role = contacts.add(place(INDRE_FOSEN), Facts("Tor Li"), by=None)

    with pytest.raises(Problem) as refused:
        contacts.end(role, by=None, why="  ")

    assert refused.value.code == "contact-end-why"
    assert not of(INDRE_FOSEN).vacant


def test_whoever_has_the_address_is_the_same_person_and_keeps_the_name():
    kari = somebody("Kari Nes", email="kari@x.no")

    role = contacts.add(place(INDRE_FOSEN), Facts("Kari N.", "KARI@x.no", "911 22 333"), by=adviser())

    assert role.person == kari
    assert (role.person.name, role.person.phone) == ("Kari Nes", "911 22 333")


def test_a_new_address_takes_the_mark_of_the_bounced_one_away():
    role = contacts.add(place(INDRE_FOSEN), Facts("Kari Nes", "gammel@x.no"), by=None)
    role.person.bounced_at, role.person.bounce_reason = timezone.now(), "Finnes ikke."
    role.person.save()

    contacts.change(role, Facts(email="ny@x.no"), by=None)

    role.person.refresh_from_db()
    assert (role.person.email, role.person.bounced_at, role.person.bounce_reason) == ("ny@x.no", None, "")


@pytest.mark.parametrize("written", ["+47 911 22 333", "0047 91122333", "91 12 23 33"])
def test_a_number_in_another_form_is_no_change(written):
    role = contacts.add(place(INDRE_FOSEN), Facts("Kari Nes", phone="911 22 333"), by=None)

    assert contacts.change(role, Facts(phone=written), by=None) == []


def test_the_address_somebody_signs_in_with_is_only_theirs_to_change():
    kari = somebody("Kari Nes", email="kari@x.no")
    kari.set_password("noe langt og hemmelig")
    kari.save()
    role = contacts.add(place(INDRE_FOSEN), Facts("", "kari@x.no"), by=None)

    with pytest.raises(Problem) as refused:
        contacts.change(role, Facts(email="ola@x.no"), by=adviser())

    assert refused.value.code == "contact-address-kept"


def test_an_address_that_is_anothers_is_refused():
    somebody("Ola Li", email="ola@x.no")
    role = contacts.add(place(INDRE_FOSEN), Facts("Kari Nes", "kari@x.no"), by=None)

    with pytest.raises(Problem) as refused:
        contacts.change(role, Facts(email="ola@x.no"), by=None)

    assert refused.value.code == "contact-address-taken"


def test_an_adviser_of_another_county_may_not():
    stranger = adviser("46", "Per Vest")

    with pytest.raises(Problem) as refused:
        contacts.add(place(INDRE_FOSEN), Facts("Kari Nes"), by=stranger)

    assert refused.value.code == "not-allowed"


def test_what_waits_is_one_line_for_each_kind_with_its_count():
    ola = adviser()
    role = contacts.add(place(INDRE_FOSEN), Facts("Kari Nes", "kari@x.no"), by=ola)
    role.person.bounced_at = timezone.now()
    role.person.save()
    ContactList.objects.create(county=place(TRONDELAG), name="liste.xlsx", made_by=ola)

    waiting = list(contacts.waiting_for(ola))

    assert [(one.kind, str(one.sentence)) for one in waiting] == [
        ("contacts-vacant", "37 kommuner i Trøndelag er uten kontakt."),
        ("contacts-bounced", "Brev til 1 kontakt kom i retur."),
        ("contact-lists", "Listen «liste.xlsx» er ikke lagt inn ennå."),
    ]
    assert list(contacts.waiting_for(role.person)) == []


def test_an_administrator_is_asked_for_her_own_county_only_and_first_for_the_list():
    anne = administrator()
    roles.give(EDITOR, to=anne, at=place(TRONDELAG), by=None)

    assert [(one.kind, str(one.sentence)) for one in contacts.waiting_for(anne)] == [
        ("contacts-none", "Legg inn kontaktene i Trøndelag. Ingen kommuner har en ennå.")
    ]


def test_the_line_of_vacant_ones_says_since_when_the_first_of_them_waits():
    ola, today = adviser(), timezone.localdate()
    role = contacts.add(place(INDRE_FOSEN), Facts("Kari Nes", "kari@x.no", since=today - timedelta(days=90)), by=ola)
    contacts.add(place("5001"), Facts("Per Lund", "per@x.no"), by=ola)
    contacts.end(role, by=ola, why="Ny jobb", on=today - timedelta(days=10))

    [line] = contacts.waiting_for(ola)

    assert (str(line.sentence), line.since) == (
        "37 kommuner i Trøndelag er uten kontakt.",
        today - timedelta(days=9),
    )
