"""Two people have the same record open: whoever saves last is shown what the other saved, and writes nothing over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from django.db.models import Model
from django.test import Client

from tests import people
from tests.people import signed_in
from tests.web.opened import ticket
from vardevei.core.models import Person
from vardevei.organisations.domain import mailing_texts, mailings
from vardevei.organisations.models import Role
from vardevei.projects.domain import by_hand
from vardevei.projects.enums import Evidence

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


@dataclass
class Case:
    """A record with the page it is edited on; `sent` is the whole form, `name` the field that both change."""

    record: Model
    address: str
    sent: dict[str, str]
    name: str

    def standing(self) -> str:
        self.record.refresh_from_db()
        return str(getattr(self.record, self.name))


def a_contact(ola: Person) -> Case:
    person = people.contact()
    role = Role.objects.get(person=person)
    sent = {"name": "Kari Nes", "email": person.email or "", "phone": "", "title": "", "form": ""}
    return Case(person, f"/fylke/50/kontakter/{role.pk}/", sent, "phone")


def a_title(ola: Person) -> Case:
    case = a_contact(ola)
    return Case(Role.objects.get(person=case.record), case.address, case.sent, "title")


def by_hand_told(ola: Person) -> Case:
    county, here = people.place("50"), people.place("5054")
    day = date(2026, 11, 2)
    entry = by_hand.Entry(here, "nordplus", "Nordisk kystkultur", evidence=Evidence.TOLD, evidence_day=day)
    told = by_hand.record(entry, by=ola, on_behalf_of=county)
    sent = {"place": "Indre Fosen", "title": "Nordisk kystkultur", "family": "nordplus", "evidence": "told"}
    return Case(
        told,
        f"/fylke/50/deltakelse/{told.participation_id}/endre/",
        {**sent, "evidence_day": day.isoformat()},
        "evidence_text",
    )


def a_letter(ola: Person) -> Case:
    mailing = mailings.begin(people.place("50"), by=ola)
    mailing_texts.write(mailing, {"subject_nb": "Møte", "text_nb": "Vi møtes."}, by=ola)
    sent = {"subject_nb": "Møte", "text_nb": "Vi møtes.", "asks": "nothing", "kind": "notice"}
    return Case(mailing, f"/fylke/brev/{mailing.pk}/skriv/", sent, "text_nb")


@pytest.fixture
def ola() -> Person:
    return people.adviser()


@pytest.fixture
def clients(ola: Person) -> tuple[Client, Client]:
    return signed_in(ola), signed_in(people.adviser(name="Eva Moen"))


def save(client: Client, case: Case, form: str, text: str) -> tuple[int, str]:
    answer = client.post(case.address, {**case.sent, case.name: text, "_form": form})
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("make", [a_contact, a_title, by_hand_told, a_letter])
def test_the_second_to_save_sees_both_and_writes_nothing_over(
    make: Callable[[Person], Case], ola: Person, clients: tuple[Client, Client]
) -> None:
    case, (olas, evas) = make(ola), clients
    first, second = ticket(olas, case.address), ticket(evas, case.address)

    assert save(evas, case, second, "Evas 911 22 333")[0] == 302
    _status, page = save(olas, case, first, "Olas 922 33 444")

    assert case.standing() == "Evas 911 22 333"
    assert "Noen andre lagret mens du skrev" in page
    assert ("Evas 911 22 333" in page, "Olas 922 33 444" in page) == (True, True)


@pytest.mark.parametrize("make", [a_contact, by_hand_told, a_letter])
def test_one_after_the_other_is_no_conflict(
    make: Callable[[Person], Case], ola: Person, clients: tuple[Client, Client]
) -> None:
    case, (olas, evas) = make(ola), clients

    assert save(evas, case, ticket(evas, case.address), "Evas")[0] == 302
    assert save(olas, case, ticket(olas, case.address), "Olas")[0] == 302
    assert case.standing() == "Olas"


def test_what_a_contact_writes_on_the_own_profile_is_not_lost_to_the_adviser(
    ola: Person, clients: tuple[Client, Client]
) -> None:
    case = a_contact(ola)
    kari, (olas, _evas) = signed_in(case.record), clients
    opened = ticket(olas, case.address)
    own = {"name": "Kari Nes", "title": "", "phone": "911 22 333", "form": "", "news": "on"}

    kari.post("/min-side/profil/", {**own, "_form": ticket(kari, "/min-side/profil/")})
    olas.post(case.address, {**case.sent, "title": "rektor", "_form": opened})

    assert (case.standing(), Role.objects.get(person=case.record).title) == ("911 22 333", "rektor")


def test_a_letter_that_was_sent_meanwhile_stands_as_it_was_sent(ola: Person, clients: tuple[Client, Client]) -> None:
    people.contact()
    case, (olas, evas) = a_letter(ola), clients
    opened = ticket(evas, case.address)

    olas.post(f"/fylke/brev/{case.record.pk}/send/")
    save(evas, case, opened, "For sent")

    assert case.standing() == "Vi møtes."
