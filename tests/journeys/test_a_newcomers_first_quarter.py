"""Somebody who has never been here has a messy list: sets up, comes in, puts it in, asks everybody, and is answered.

What each page does is in the other journeys. This one is about the way from page to page, which must have no gap.
"""

import re
import time
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from click.testing import CliRunner
from playwright.sync_api import Page

from tests.browsing import LOOKS, Look, check_width
from tests.mail import MailServer
from tests.organisations import contact_rows
from vardevei.cli.main import group
from vardevei.core.domain.sending import send_waiting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("_register")]
PHONE = Look(390, "light")


def test_from_nothing_to_answers(
    open_page: Callable[..., Page], mail_server: MailServer, live_server, settings, tmp_path
) -> None:
    settings.VARDEVEI = {**settings.VARDEVEI, "address": live_server.url}
    (tmp_path / "kontakter.xlsx").write_bytes(contact_rows.as_xlsx())

    page = open_page(_printed_link(live_server.url), LOOKS[0])
    _sign_in(page)
    _put_in(page, tmp_path / "kontakter.xlsx")
    sent = _ask_all(page)

    assert len(mail_server.letters) == sent
    letters = {mail["To"].addresses[0].display_name: mail for mail in mail_server.letters}
    for who, yes_or_no in (("Per Nes", "Ja"), ("Aslak Joma", "Ja"), ("Lise Ryan", "Nei")):
        _answer(open_page(_link(letters[who], yes_or_no).removeprefix(live_server.url), PHONE), yes_or_no)
    _see_and_act(page)


def _printed_link(address: str) -> str:
    """In the terminal she says who she is, and gets a link."""
    words = ["setup", "--county", "Trøndelag", "--name", "Anne Ny", "--email", "anne@eksempel.no"]
    printed = CliRunner().invoke(group, words).output
    return re.search(rf"{address}(/\S+)", printed)[1]  # type: ignore[index]


def _sign_in(page: Page) -> None:
    page.get_by_role("button", name="Logg inn").click()
    page.get_by_label("Kode fra appen").fill(_code(page.locator("code").inner_text()))
    page.get_by_role("button", name="Fullfør").click()
    page.get_by_role("button", name="Jeg har tatt vare på dem").click()


def _put_in(page: Page, file: Path) -> None:
    """One thing waits for her: the list. She uploads it as it is."""
    page.get_by_role("heading", name="Én ting venter på deg").wait_for()
    page.get_by_role("link", name="Legg inn kontaktene i Trøndelag.").click()
    page.get_by_label("Fil fra Excel").set_input_files(file)
    page.get_by_role("button", name="Les listen").click()
    _decide(page)
    page.get_by_role("button", name="Legg inn", exact=True).click()

    # It is in; the two Våler and the other strangers are set aside; one municipality has nobody.
    page.get_by_text("1 kommune er uten kontakt.").wait_for()
    assert page.get_by_role("link", name="Last ned radene som ikke ble brukt (CSV)").is_visible()
    page.get_by_role("link", name="Se kommunene uten kontakt").click()
    assert page.get_by_role("row", name="Grong").get_by_role("link", name="Legg inn en kontakt").is_visible()
    page.go_back()


def _ask_all(page: Page) -> int:
    """She asks all of them, in the words that lie ready. How many letters went out."""
    page.get_by_role("link", name="Spør alle om de fortsatt er kontakt").click()
    page.get_by_role("button", name="Gå videre og se gjennom").click()
    assert page.locator("article.letter").inner_text().count("Er du fortsatt kontakt") == 2
    page.get_by_role("button", name=re.compile(r"Send til \d+ kontakter")).click()
    page.get_by_text("Brevene er på vei ut.").wait_for()
    sent = send_waiting().sent
    page.get_by_role("link", name="Se hvor langt de er kommet").click()
    page.get_by_text("0 av 36 kommuner har svart.").wait_for()
    return sent


def _answer(phone: Page, yes_or_no: str) -> None:
    """On the contact's phone, without an account. One is not the contact any more, and says who is."""
    if yes_or_no == "Nei":
        phone.get_by_role("textbox", name="Hvem er kontakt nå?").fill("Eva Strand, eva@hoylandet.kommune.no")
    phone.get_by_role("button", name=f"Send svaret «{yes_or_no}»").click()
    phone.get_by_role("heading", name="Takk for svaret").wait_for()
    check_width(phone)


def _see_and_act(page: Page) -> None:
    """She sees it, reminds the rest, and makes the change that the answer asks for."""
    page.reload()
    page.get_by_text("3 av 36 kommuner har svart.").wait_for()
    page.get_by_role("button", name="Minn på de 33 som ikke har svart").click()
    page.get_by_role("button", name=re.compile(r"Send til \d+ kontakter")).click()
    page.get_by_role("link", name="Min side").click()
    page.get_by_role("link", name="Lise Ryan er ikke lenger kontakt for Høylandet.").click()
    assert page.get_by_text("«Eva Strand, eva@hoylandet.kommune.no»").is_visible()
    page.get_by_role("link", name="Avslutt personen som kontakt").click()
    page.get_by_label("Hvorfor slutter personen som kontakt?").fill("Svarte selv.")
    page.get_by_role("button", name="Avslutt kontakten").click()
    page.get_by_text("36 av 38 kommuner").wait_for()


def _code(secret: str) -> str:
    """What the app on her phone shows."""
    return format_hotp_value(hotp_value(secret.replace(" ", ""), int(time.time()) // 30))


def _decide(page: Page) -> None:
    """The first answer to each question, until there is none left."""
    page.get_by_role("heading", name="Se over listen").wait_for()
    while page.get_by_text("Gjenstår:").count():
        with page.expect_response(lambda answer: answer.request.method == "GET" and answer.ok):
            page.locator(".question fieldset:not(:has(:checked)) input").first.check()
        page.wait_for_function("() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')")


def _link(letter: EmailMessage, words: str) -> str:
    text = letter.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    return re.search(rf"^{words}: (\S+)", text, re.MULTILINE)[1]  # type: ignore[index]
