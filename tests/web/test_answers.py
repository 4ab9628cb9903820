"""Pages behind a link in a letter: no account, no cookie, one press; opening one changes nothing."""

import re

import pytest
from django.test import Client

from tests.browsing import LOOKS, check_axe, check_width
from tests.people import somebody
from vardevei.core.domain import letters, questions
from vardevei.core.models import Answer, Letter, Person

pytestmark = pytest.mark.django_db
WORDS = {"nb": "Er du fortsatt kontakt?", "nn": "Er du framleis kontakt?", "en": "Are you still the contact?"}


@pytest.fixture
def letter() -> Letter:
    question = questions.ask(WORDS, by=None, more={"no": {"nb": "Hvem er det nå?"}})
    kari = somebody("Kari Nes")
    return letters.write("mail-test", to=kari, form="nb", by=None, place="5054-2018", question=question, news=True)


def links(letter: Letter) -> list[str]:
    return re.findall(r"http://localhost:8000(/\S+)", letter.body)


def test_opening_a_link_answers_nothing_and_leaves_no_trace(letter: Letter, client: Client) -> None:
    page = client.get(links(letter)[0])

    assert page.status_code == 200
    assert Answer.objects.count() == 0
    assert not page.cookies
    assert (page["Cache-Control"], page["Referrer-Policy"], page["X-Robots-Tag"]) == (
        "no-store",
        "no-referrer",
        "noindex",
    )
    text = page.content.decode()
    assert "Du svarer for Indre Fosen. Lenken ble sendt til Kari Nes." in text
    assert "Send svaret «Ja»" in text


def test_one_press_answers_and_the_next_page_says_so(letter: Letter) -> None:
    client = Client(enforce_csrf_checks=True)
    yes, no, _stop = links(letter)

    page = client.post(no, {"more": "Ola Vik"}, follow=True)

    assert page.redirect_chain == [(no + "takk/", 302)]
    assert "<b>Nei</b>" in page.content.decode()
    assert [(answer.value, answer.more) for answer in Answer.objects.all()] == [("no", "Ola Vik")]
    assert "Svaret som gjelder nå, er «Nei»" in client.get(yes).content.decode()


def test_closed_question_is_told_kindly(letter: Letter, client: Client) -> None:
    assert letter.question is not None
    questions.close(letter.question)

    page = client.get(links(letter)[0])

    assert page.status_code == 200
    assert "Dette spørsmålet er lukket" in page.content.decode()
    assert client.post(links(letter)[0]).status_code == 409


def test_mail_program_stops_news_with_one_post_and_a_reader_with_one_press(letter: Letter) -> None:
    client, stop = Client(enforce_csrf_checks=True), links(letter)[-1]
    client.get(stop)
    assert Person.objects.get().no_news_since is None

    answer = client.post(stop, {"List-Unsubscribe": "One-Click"})

    assert answer.status_code == 204
    assert Person.objects.get().no_news_since is not None
    assert "Du får ikke flere nyheter" in client.get(stop).content.decode()
    client.post(stop, {"again": "1"})
    assert Person.objects.get().no_news_since is None


def test_broken_link_is_told(client: Client) -> None:
    page = client.get("/svar/abc.yes~def/")

    assert page.status_code == 404
    assert "Denne lenken er ikke hel." in page.content.decode()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_pages_behind_a_link_hold_in_a_browser(letter: Letter, open_page) -> None:
    _yes, no, stop = links(letter)

    page = open_page(no, LOOKS[2])
    check_axe(page)
    check_width(page)
    page.get_by_role("button", name="Send svaret «Nei»").click()
    page.get_by_role("heading", name="Takk for svaret").wait_for()
    check_axe(page)
    page = open_page(stop, LOOKS[1])
    check_axe(page)
    check_width(page)
