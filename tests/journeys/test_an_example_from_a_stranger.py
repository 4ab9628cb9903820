"""Somebody without an account tells of something that worked. The county asks for more, the network publishes, and
everybody can read it: the writer on a phone from the mail, the editors at their desks."""

import re

import pytest

from tests.browsing import LOOKS, check_axe, check_width
from tests.library.examples import county_editor, network_editor
from tests.mail import MailServer
from vardevei.core.domain.sending import send_waiting
from vardevei.library.models import Example

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("_register")]
DESK, _DARK_DESK, PHONE, _DARK_PHONE = LOOKS


def test_from_a_stranger_to_a_page_for_all(open_page, mail_server: MailServer, live_server, settings) -> None:
    settings.VARDEVEI = {**settings.VARDEVEI, "address": live_server.url}
    rita, nils = county_editor(), network_editor()

    page = open_page("/eksempler/nytt/", PHONE)
    check_axe(page)
    check_width(page)
    page.get_by_role("textbox", name="Tittel").fill("Kurs i å søke")
    page.get_by_role("textbox", name="Kort fortalt").fill("Seks kvelder om søknader.")
    page.get_by_role("textbox", name="Kommuner og fylkeskommuner").fill("Indre Fosen")
    page.get_by_role("group", name="Formatering: Slik gjorde de det").get_by_role("button", name="Steg").press("Enter")
    page.keyboard.type("Spør skolene.")
    page.get_by_role("group", name="Formatering: Slik gjorde de det").get_by_role(
        "button", name="Vis hvordan det blir"
    ).press("Enter")
    page.locator(".editor-shown li", has_text="Spør skolene.").wait_for()
    page.get_by_role("textbox", name="Navnet ditt").fill("Siri Utenfor")
    page.get_by_role("textbox", name="E-posten din").fill("siri@eksempel.no")
    page.get_by_role("button", name="Send forslaget").click()
    page.get_by_role("heading", name="Se i e-posten din").wait_for()

    page.goto(link(mail_server, "siri@eksempel.no", live_server.url))
    page.get_by_role("button", name="Bekreft og send").click()
    page.get_by_text("Fylket ser på det").wait_for()

    slug = Example.objects.get().slug
    county = open_page(f"/eksempler/{slug}/vurder/", DESK, rita)
    decide(county, "Be om mer", "Hvor mange kom på kurset?")

    page.goto(link(mail_server, "siri@eksempel.no", live_server.url))
    page.get_by_text("Hvor mange kom på kurset?").wait_for()
    page.get_by_role("link", name="Skriv videre").click()
    page.get_by_role("textbox", name="Kort fortalt").fill("Seks kvelder om søknader, med tolv på hver.")
    page.get_by_role("textbox", name="Hva har du endret").fill("Tallet står der nå.")
    page.get_by_role("button", name="Send på nytt").click()
    page.get_by_text("Fylket ser på det").wait_for()

    county.goto(f"{live_server.url}/eksempler/{slug}/vurder/")
    assert county.locator("ins").count() > 0
    check_axe(county)
    decide(county, "Godta", "")
    network = open_page(f"/eksempler/{slug}/vurder/", DESK, nils)
    decide(network, "Publiser", "")

    page.goto(f"{live_server.url}/eksempler/{slug}/")
    page.get_by_text("Seks kvelder om søknader, med tolv på hver.").first.wait_for()
    page.get_by_text("Godkjent av Trøndelag fylkeskommune").wait_for()
    check_axe(page)
    check_width(page)


def decide(page, choice: str, grounds: str) -> None:
    page.get_by_label(choice, exact=True).check()
    page.get_by_role("textbox", name="Begrunnelse").fill(grounds)
    page.get_by_role("button", name="Send", exact=True).click()
    page.wait_for_load_state()
    page.get_by_label(choice, exact=True).wait_for(state="detached")


def link(server: MailServer, to: str, address: str) -> str:
    """The proposal's address in the last letter to this person."""
    send_waiting()
    letters = [one for one in server.letters if to in one["To"]]
    text = letters[-1].get_body(("plain",)).get_content()
    found = re.search(r"http\S+/eksempler/forslag/\S+", text)
    assert found, text
    return found[0]
