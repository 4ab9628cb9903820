"""Every kind of page under /fylke/ in a browser, of a county at work: a list half in, letters, a file that waits."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from tests import people
from tests.browsing import Look, check_axe, check_width
from tests.opendata.sources.files import council
from tests.organisations import contact_rows
from tests.people import signed_in
from vardevei.core.models import Letter, Person
from vardevei.organisations.domain import mailings
from vardevei.organisations.models import DialogueEntry, NextStep, Role
from vardevei.projects.models import Participation, Upload

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("_register")]
WIDE, PHONE = Look(1280, "light"), Look(390, "dark")
ONE = "/fylke/kommune/5054/"
OVERVIEW = ["/fylke/50/", "/fylke/50/?forfalt=1", "/fylke/50/logg/", "/fylke/50/arbeid/"]
WRITING = [ONE, f"{ONE}kontakt/", f"{ONE}steg/", f"{ONE}notat/", f"{ONE}dokument/", f"{ONE}strategi/"]
CONTACTS = ["/fylke/50/kontakter/", "/fylke/50/kontakter/ledige/", "/fylke/50/kontakter/i-retur/"]
PARTICIPATION = ["", "ny/", "dobbelt/", "fil/", "navn/", "navn/avgjort/"]


@pytest.fixture
def ola() -> Person:
    people.contact()
    return people.adviser()


@pytest.fixture
def client(ola: Person) -> Client:
    return signed_in(ola)


def check(open_page, person: Person, addresses: list[str]) -> None:
    for look in (WIDE, PHONE):
        page = open_page("/fylke/50/logg/", look, person)
        site = page.url.removesuffix("/fylke/50/logg/")
        for address in addresses:
            answer = page.goto(site + address)
            assert answer is not None
            assert (address, answer.status) == (address, 200)
            check_axe(page)
            check_width(page)


def test_the_overview_and_one_municipality(open_page, ola: Person, client: Client) -> None:
    today = timezone.localdate().isoformat()
    said = {"channel": "phone", "day": today, "whom": "Kari Nes", "text": "Vil søke om støtte. " * 20}
    client.post(f"{ONE}kontakt/", said)
    client.post(f"{ONE}steg/", {"what": "Ring igjen", "due": today, "who": ola.pk})
    entry, step = DialogueEntry.objects.get(), NextStep.objects.get()

    lines = [f"{ONE}kontakt/{entry.pk}/", f"{ONE}steg/{step.pk}/", f"{ONE}steg/{step.pk}/gjort/"]
    check(open_page, ola, [*OVERVIEW, *WRITING, *lines])


def test_the_contacts_and_a_list(open_page, ola: Person, client: Client) -> None:
    role = Role.objects.contacts().get()
    listed = client.post("/fylke/50/kontakter/liste/", {"text": contact_rows.pasted()}).url

    by_hand = [f"/fylke/50/kontakter/{rest}" for rest in ("ny/", "liste/", f"{role.pk}/", f"{role.pk}/slutt/")]
    check(open_page, ola, [*CONTACTS, *by_hand, listed])


def test_the_letters(open_page, ola: Person) -> None:
    draft, sent = (mailings.begin(people.place("50"), by=ola, code="contact-confirm") for _ in range(2))
    draft.save()
    sent.save()
    mailings.send(sent, by=ola)

    letter = Letter.objects.latest("pk")
    writing = [f"/fylke/50/brev/{rest}" for rest in ("", "mottakere/", "nytt/")]
    ours = [f"/fylke/brev/{draft.pk}/", f"/fylke/brev/{draft.pk}/skriv/", f"/fylke/brev/{sent.pk}/"]
    check(open_page, ola, [*writing, *ours, f"/min-side/brev/{letter.pk}/"])


def test_participation(open_page, ola: Person, client: Client) -> None:
    here = "/fylke/50/deltakelse/"
    said = {"place": "Indre Fosen", "title": "Kystkultur", "family": "nordplus", "evidence": "told"}
    client.post(f"{here}ny/", {**said, "evidence_day": "2.11.2026", "currency": "EUR"})
    file = SimpleUploadedFile("deltakelse.csv", council({}).encode())
    client.post(f"{here}fil/", {"source": "forskningsradet", "file": file})

    one, upload = f"{here}{Participation.objects.get().pk}/", f"{here}fil/{Upload.objects.get().pk}/"
    check(open_page, ola, [*(here + rest for rest in PARTICIPATION), one, f"{one}endre/", f"{one}trekk/", upload])
