"""An adviser asks three contacts a question; one answers from the mail on a phone, and the other two are reminded."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests import people
from tests.browsing import LOOKS, check_axe, check_width
from tests.mail import MailServer
from vardevei.core.domain.sending import send_waiting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("_register")]
WIDE, PHONE = LOOKS[0], LOOKS[2]


def test_three_are_asked_one_answers_two_are_reminded(
    open_page: Callable[..., Page], mail_server: MailServer, live_server, settings
) -> None:
    settings.VARDEVEI = {**settings.VARDEVEI, "address": live_server.url}
    adviser = people.adviser(people.VESTLAND)
    for number, name in (("4601", "Berit Berg"), ("4647", "Nils Nyno"), ("4640", "Eva Eng")):
        people.contact(number, name)

    page = open_page("/fylke/46/brev/", WIDE, adviser)
    page.get_by_role("link", name="Skriv til alle kontaktene").click()
    assert "Brevet går til 3 kontakter i 3 kommuner." in page.inner_text("main")
    page.get_by_label("Emne på bokmål").fill("Samling i {{ kommune }}")
    page.get_by_label("Tekst på bokmål").fill("Hei {{ navn }},\n\nvi inviterer til samling.")
    page.get_by_label("Emne på nynorsk").fill("Samling i {{ kommune }}")
    page.get_by_label("Tekst på nynorsk").fill("Hei {{ namn }},\n\nvi inviterer til samling.")
    page.get_by_label("Et spørsmål med ja eller nei").check()
    page.get_by_label("Spørsmål på bokmål").fill("Kommer dere?")
    page.get_by_label("Spørsmål på nynorsk").fill("Kjem de?")
    page.get_by_label("Beskjed").check()
    check_axe(page)
    page.get_by_role("button", name="Gå videre og se gjennom").click()
    page.get_by_label("Vis brevet til").select_option(label="Sunnfjord: Nils Nyno")
    page.get_by_role("button", name="Vis", exact=True).click()
    shown = page.locator("article.letter").inner_text()
    assert "Hei Nils Nyno," in shown
    assert "Kjem de?" in shown
    check_axe(page)
    page.get_by_role("button", name="Send til 3 kontakter").dblclick()
    page.get_by_text("0 av 3 kommuner har svart.").wait_for()

    assert send_waiting().sent == 3
    letters = {mail["To"].addresses[0].display_name: mail for mail in mail_server.letters}
    text = letters["Nils Nyno"].get_body(("plain",)).get_content()
    assert text.startswith("Hei Nils Nyno,")
    yes = re.findall(r"Ja: (http\S+)", text)[0].removeprefix(live_server.url)

    answering = open_page(yes, PHONE)
    check_axe(answering)
    check_width(answering)
    answering.get_by_role("button", name="Send svaret «Ja»").click()
    answering.get_by_role("heading", name="Takk for svaret").wait_for()

    page.reload()
    page.get_by_text("1 av 3 kommuner har svart.").wait_for()
    check_axe(page)
    page.get_by_role("button", name="Minn på de 2 som ikke har svart").click()
    page.get_by_role("button", name="Send til 2 kontakter").click()
    page.get_by_text("0 av 2 kommuner har svart.").wait_for()
    assert send_waiting().sent == 2
    reminded = {mail["To"].addresses[0].display_name for mail in mail_server.letters[3:]}
    assert reminded == {"Berit Berg", "Eva Eng"}
    assert len(mail_server.letters) == 5
