"""The county's pages for letters: who may, what a press does, and what is taken away."""

import csv
import io
import re

import pytest
from django.test import Client
from openpyxl import load_workbook

from tests import people
from tests.browsing import LOOKS, check_axe, check_width
from tests.people import signed_in
from vardevei.core.domain import answers
from vardevei.core.models import Letter, Person
from vardevei.organisations.domain import mailings
from vardevei.organisations.models import Mailing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
LETTERS = f"/fylke/{people.VESTLAND}/brev/"


@pytest.fixture
def adviser() -> Person:
    return people.adviser(people.VESTLAND)


@pytest.fixture
def client(adviser: Person) -> Client:
    return signed_in(adviser)


def contacts(*numbers: str) -> None:
    for number in numbers:
        people.contact(number, f"Kontakt {number}")


@pytest.fixture
def asked(adviser: Person) -> Mailing:
    """A letter to three, with a question, and one answer."""
    contacts("4601", "4647", "4640")
    mailing = mailings.begin(people.place(people.VESTLAND), by=adviser, code="contact-confirm")
    mailing.save()
    mailings.send(mailing, by=adviser)
    answers.answer(Letter.objects.get(name="Kontakt 4601"), "no", more="=Ola Ny")
    return mailing


def test_only_those_who_write_for_the_county_see_its_letters(client: Client, asked: Mailing) -> None:
    one, letter = f"/fylke/brev/{asked.pk}/", Letter.objects.get(name="Kontakt 4601")
    elsewhere, colleague = signed_in(people.adviser(name="Liv Li")), signed_in(people.contact("4602", "Kari Kinn"))

    assert client.get(LETTERS).status_code == client.get(one).status_code == 200
    for page in (LETTERS, f"{LETTERS}nytt/", f"{LETTERS}mottakere/", one, f"{one}svar.csv"):
        assert elsewhere.get(page).status_code == colleague.get(page).status_code == 403
        assert Client().get(page).status_code == 302
    assert elsewhere.post(f"{one}paminn/").status_code == 403
    assert client.get(f"/min-side/brev/{letter.pk}/").status_code == 200
    assert colleague.get(f"/min-side/brev/{letter.pk}/").status_code == 403


def test_only_the_receiver_sees_the_links_of_a_letter(client: Client, asked: Mailing) -> None:
    letter = Letter.objects.get(name="Kontakt 4601")
    assert letter.to is not None

    hers = signed_in(letter.to).get(f"/min-side/brev/{letter.pk}/").content.decode()
    theirs = client.get(f"/min-side/brev/{letter.pk}/").content.decode()

    assert len(re.findall(r'href="[^"]*/svar/', hers)) == 2
    assert "/svar/" not in theirs
    assert "Kontakt 4601" in theirs


def test_a_choice_of_municipalities_comes_along_in_the_address(client: Client) -> None:
    contacts("4601", "4647", "4640")

    led = client.get(f"{LETTERS}?kommune=4601&kommune=4647&kommune=5001")
    page = client.get(led["Location"]).content.decode()

    assert "Brevet går til 2 kontakter i 2 kommuner." in page
    written = client.post(
        led["Location"],
        {**opened(page), "subject_nb": "Møte", "text_nb": "Hei", "asks": "nothing", "kind": "news"},
    )
    mailing = Mailing.objects.get()
    assert written["Location"] == f"/fylke/brev/{mailing.pk}/"
    assert mailing.chosen == [people.place(number).pk for number in ("4601", "4647")]
    assert mailing.news


def opened(page: str) -> dict[str, str]:
    """The hidden fields of the form on the page, as a browser sends them."""
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))


def test_what_is_wrong_is_told_at_its_field(client: Client) -> None:
    contacts("4601")
    page = client.get(f"{LETTERS}nytt/").content.decode()

    wrong = {"subject_nb": "Hei {{ kommunen }}", "text_nb": "Hei", "text_nn": "", "asks": "yes-no", "kind": "notice"}
    answer = client.post(f"{LETTERS}nytt/", {**opened(page), **wrong}).content.decode()

    assert "Vi kan ikke fylle ut {{ kommunen }}." in answer
    assert "Skriv spørsmålet." in answer
    assert Mailing.objects.count() == 0


def test_sending_twice_sends_once_and_a_draft_can_be_thrown_away(client: Client, adviser: Person) -> None:
    contacts("4601", "4647")
    mailing = mailings.begin(people.place(people.VESTLAND), by=adviser, code="contact-confirm")
    mailing.save()

    for _press in range(2):
        assert client.post(f"/fylke/brev/{mailing.pk}/send/")["Location"] == f"/fylke/brev/{mailing.pk}/"
    client.post(f"/fylke/brev/{mailing.pk}/forkast/")

    assert Letter.objects.about(mailing).count() == 2
    reminder = client.post(f"/fylke/brev/{mailing.pk}/paminn/")["Location"]
    assert Mailing.objects.count() == 2
    client.post(f"{reminder}forkast/")
    assert list(Mailing.objects.all()) == [mailing]


def test_answers_are_taken_away_as_text_and_never_as_formulas(client: Client, asked: Mailing) -> None:
    text = client.get(f"/fylke/brev/{asked.pk}/svar.csv").content.decode("utf-8-sig")
    book = load_workbook(io.BytesIO(client.get(f"/fylke/brev/{asked.pk}/svar.xlsx").content))

    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[1][:6] == ["4601", "Bergen", "Kontakt 4601", "kontakt.4601@eksempel.no", "Venter", "Nei"]
    assert len(rows) == 4
    cell = book.active["G2"]
    assert (cell.value, cell.data_type) == ("=Ola Ny", "s")
    assert rows[1][6] == "'=Ola Ny"  # whoever has the link wrote it


def test_lists_ask_the_database_as_often_for_three_letters_as_for_one(client: Client, adviser: Person) -> None:
    contacts("4601")
    first = mailings.begin(people.place(people.VESTLAND), by=adviser, code="contact-confirm")
    first.save()
    mailings.send(first, by=adviser)
    pages = (LETTERS, f"/fylke/brev/{first.pk}/")
    before = [_queries(client, page) for page in pages]
    contacts("4647", "4640")
    for _more in range(2):
        another = mailings.begin(people.place(people.VESTLAND), by=adviser, code="contact-confirm")
        another.save()
        mailings.send(another, by=adviser)

    assert _queries(client, LETTERS) == before[0]
    assert _queries(client, f"/fylke/brev/{another.pk}/") == before[1]


def _queries(client: Client, page: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        assert client.get(page).status_code == 200
    return len(asked)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("look", [LOOKS[1], LOOKS[2]], ids=str)
def test_pages_hold_in_a_browser(asked: Mailing, adviser: Person, open_page, look) -> None:
    letter = Letter.objects.get(name="Kontakt 4601")
    draft = mailings.remind(asked, by=adviser)
    for path in (
        LETTERS,
        f"{LETTERS}mottakere/",
        f"{LETTERS}nytt/?mal=contact-confirm",
        f"/fylke/brev/{asked.pk}/",
        f"/fylke/brev/{draft.pk}/",
        f"/min-side/brev/{letter.pk}/",
    ):
        page = open_page(path, look, adviser)
        check_axe(page)
        check_width(page)
