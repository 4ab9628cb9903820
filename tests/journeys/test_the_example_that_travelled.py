"""The example that travelled: somebody in Time tells, without an account; the county asks for evidence, the network
publishes; Indre Fosen follows, adopts a strategy and says why; Time is told, and everybody can see it."""

import re

import pytest

from tests.browsing import LOOKS, check_axe, check_width
from tests.library.examples import county_editor, network_editor
from tests.mail import MailServer
from tests.people import INDRE_FOSEN, contact
from tests.web.worlds.files import PDF
from vardevei.core.domain.sending import send_waiting
from vardevei.library.models import Adoption, Example, Strategy

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("_register")]
DESK, _DARK_DESK, PHONE, _DARK_PHONE = LOOKS
TIME, ROGALAND = "1121", "11"


def test_from_time_to_indre_fosen(open_page, mail_server: MailServer, live_server, settings) -> None:
    settings.VARDEVEI = {**settings.VARDEVEI, "address": live_server.url}
    rita, nils = county_editor(ROGALAND), network_editor()
    contact(TIME, "Tone Time")
    liv = contact(INDRE_FOSEN, "Liv Sæther")

    phone = open_page("/eksempler/nytt/", PHONE)
    check_axe(phone)
    check_width(phone)
    _tell(phone)
    phone.goto(link(mail_server, "siri@eksempel.no", live_server.url))
    phone.get_by_role("button", name="Bekreft og send").click()
    phone.get_by_text("Fylket ser på det").wait_for()

    slug = Example.objects.get().slug
    county = open_page(f"/eksempler/{slug}/vurder/", DESK, rita)
    decide(county, "Be om mer", "Dokumentasjonen mangler.")
    phone.goto(link(mail_server, "siri@eksempel.no", live_server.url))
    _tell_more(phone)
    county.goto(f"{live_server.url}/eksempler/{slug}/vurder/")
    assert county.locator("ins").count() > 0
    check_axe(county)
    decide(county, "Godta", "")
    decide(open_page(f"/eksempler/{slug}/vurder/", DESK, nils), "Publiser", "")

    desk = open_page(f"/eksempler/{slug}/", DESK, liv)
    _follow(desk)
    _register_strategy(desk)
    desk.goto(f"{live_server.url}/eksempler/{slug}/")
    _say_it_is_adopted(desk)

    phone.goto(f"{live_server.url}/eksempler/{slug}/")
    for words in ("Godkjent av Rogaland fylkeskommune", "Fulgt av 1", "Partnere spurte etter en strategi."):
        phone.get_by_text(words).first.wait_for()
    check_axe(phone)
    check_width(phone)
    send_waiting()
    told = [one for one in mail_server.letters if "tone.time@eksempel.no" in one["To"]]
    assert "Indre Fosen kommune" in told[-1].get_body(("plain",)).get_content()
    adoption = Adoption.objects.get()
    assert [step.state for step in adoption.steps.all()] == ["considering", "in-use"]
    assert adoption.strategy == Strategy.objects.get()


def _tell(page) -> None:
    """The short part is enough; she opens one of the others, by the keyboard."""
    page.get_by_role("textbox", name="Tittel").fill("Slik ble vi synlige i Europa")
    page.get_by_role("textbox", name="Kort fortalt").fill("Vi skrev ned hva vi vil.")
    page.get_by_role("textbox", name="Kommuner og fylkeskommuner").fill("Time")
    page.get_by_role("textbox", name="Navnet ditt").fill("Siri Utenfor")
    page.get_by_role("textbox", name="E-posten din").fill("siri@eksempel.no")
    page.get_by_text("Slik gjorde dere det, og for hvem").first.press("Enter")
    tools = page.get_by_role("group", name="Formatering: Slik gjorde de det")
    tools.get_by_role("button", name="Steg").press("Enter")
    page.keyboard.type("Skriv en strategi.")
    tools.get_by_role("button", name="Vis hvordan det blir").press("Enter")
    page.locator(".editor-shown li", has_text="Skriv en strategi.").wait_for()
    page.get_by_role("button", name="Send forslaget").click()
    page.get_by_role("heading", name="Se i e-posten din").wait_for()


def _tell_more(page) -> None:
    page.get_by_text("Dokumentasjonen mangler.").wait_for()
    page.get_by_role("link", name="Skriv videre").click()
    page.get_by_role("textbox", name="Kort fortalt").fill("Vi skrev ned hva vi vil, og viste det fram på en messe.")
    page.get_by_role("textbox", name="Hva har du endret").fill("Nå står det hva som viser det.")
    page.get_by_role("button", name="Send på nytt").click()
    page.get_by_text("Fylket ser på det").wait_for()


def _follow(page) -> None:
    page.get_by_role("link", name="Vi vil følge dette").click()
    check_axe(page)
    page.get_by_role("button", name="Meld fra").click()
    page.get_by_role("link", name="Meld hvor langt vi er kommet").wait_for()


def _register_strategy(page) -> None:
    """After the council's resolution; the document is kept, and its fingerprint shown."""
    page.get_by_role("link", name="Meld hvor langt vi er kommet").click()
    page.get_by_role("link", name="Registrer en strategi").click()
    page.get_by_role("textbox", name="Tittel").fill("Ut i verden")
    page.get_by_label(re.compile("^Vedtatt \\(|^Vedtatt$")).fill("2018-05-15")
    page.locator("input[type=file]").set_input_files({"name": "s.pdf", "mimeType": "application/pdf", "buffer": PDF})
    page.get_by_role("button", name="Registrer").click()
    page.get_by_text(re.compile("^[0-9a-f]{64}$")).wait_for()


def _say_it_is_adopted(page) -> None:
    page.get_by_role("link", name="Meld hvor langt vi er kommet").click()
    page.get_by_label("Tatt i bruk").check()
    page.get_by_label(re.compile("^Siden når")).fill("2018-05-15")
    page.get_by_role("textbox", name="Hvorfor gjør dere det").fill("Partnere spurte etter en strategi.")
    page.get_by_role("textbox", name="Hvem har hjulpet dere").fill("Godt samarbeid med fylkeskommunen.")
    page.get_by_role("combobox", name="Strategi eller vedtak").select_option(label="Ut i verden")
    page.get_by_role("button", name="Lagre").click()
    page.get_by_text("Fulgt av 1").wait_for()


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
