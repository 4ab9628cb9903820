"""The three ways in, in a real browser: a link, a provider, and a code from an app."""

import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page

from tests.browsing import LOOKS, Look, check_axe, check_width
from tests.people import adviser, somebody
from tests.web.account.conftest import KARI
from tests.web.account.letters import path_sent_to
from vardevei.core.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
EMAIL = "kari.nes@eksempel.no"


@pytest.fixture(autouse=True)
def _its_own_address(settings, live_server) -> None:
    """Providers send people back to the site's public address."""
    settings.VARDEVEI = {**settings.VARDEVEI, "address": live_server.url}


def check(page: Page) -> None:
    check_axe(page)
    check_width(page)


def test_a_newcomer_comes_in_by_a_link_on_a_phone(open_page, live_server) -> None:
    page = open_page("/min-side/", Look(390, "light"))
    check(page)

    page.get_by_label("E-postadresse").fill(EMAIL)
    page.get_by_role("button", name="Send meg en lenke").click()
    page.get_by_role("heading", name="Se i innboksen din").wait_for()
    check(page)

    page.goto(live_server.url + path_sent_to(EMAIL))
    check(page)
    page.get_by_label("Navnet ditt").fill("Kari Nes")
    page.get_by_role("button", name="Logg inn").click()
    page.wait_for_url("**/min-side/")

    page.goto(live_server.url + "/konto/")
    check(page)
    assert page.get_by_text("denne nettleseren").is_visible()
    page.get_by_role("button", name="Logg ut").click()
    page.get_by_role("link", name="Logg inn").wait_for()


def test_a_provider_vouches_the_first_time_with_a_link_and_then_alone(open_page, live_server, provider) -> None:
    kari = somebody("Kari Nes")
    page = open_page("/konto/inn/?next=/konto/")
    # The provider's own page asks for a stylesheet somewhere else.
    page.route(lambda url: "localhost" not in url, lambda route: route.fulfill(body="", content_type="text/css"))
    check(page)

    page.get_by_role("button", name="Prøveinnlogging").click()
    page.get_by_role("button", name=KARI.sub).click()
    page.get_by_role("heading", name="Hvilken e-postadresse har du?").wait_for()
    check(page)
    page.get_by_role("button", name="Send meg en lenke").click()
    page.get_by_role("heading", name="Se i innboksen din").wait_for()
    page.goto(live_server.url + path_sent_to(EMAIL))
    page.get_by_role("button", name="Logg inn og koble til").click()
    page.get_by_text("Koblet til", exact=True).wait_for()
    check(page)

    page.get_by_role("button", name="Logg ut").click()
    page.get_by_role("link", name="Logg inn").click()
    page.get_by_role("button", name="Prøveinnlogging").click()
    page.get_by_role("button", name=KARI.sub).first.click()
    page.wait_for_url("**/min-side/")
    assert Person.objects.get() == kari


@pytest.mark.usefixtures("_register")
def test_staff_set_up_a_code_and_keep_the_codes_on_paper(open_page, live_server) -> None:
    ola = adviser()
    page = open_page("/konto/inn/")
    page.get_by_label("E-postadresse").fill(ola.email)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Se i innboksen din").wait_for()
    page.goto(live_server.url + path_sent_to(ola.email))
    page.get_by_role("button", name="Logg inn").click()
    page.get_by_role("heading", name="Sett opp innlogging med kode").wait_for()
    check(page)
    assert page.locator("img.qr").evaluate("image => image.complete && image.naturalWidth > 100")

    secret = page.locator(".secret").inner_text().replace(" ", "")
    page.get_by_label("Kode fra appen").fill("123")
    page.get_by_role("button", name="Fullfør").click()
    page.locator(".ds-error-summary").wait_for()
    check(page)
    page.get_by_label("Kode fra appen").fill(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
    page.get_by_role("button", name="Fullfør").click()
    page.get_by_role("heading", name="Ta vare på reservekodene").wait_for()
    check(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Last ned som fil").click()
    assert download.value.suggested_filename == "vardevei.txt"
    page.get_by_role("button", name="Jeg har tatt vare på dem").click()
    page.wait_for_url("**/min-side/")


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_account_page_is_accessible_and_fits(open_page, provider, look: Look) -> None:
    page = open_page("/konto/", look, somebody("Kari Nes"))

    check(page)


@pytest.mark.parametrize("path", ["/nn/konto/inn/", "/en/konto/inn/", "/nn/konto/inn/passord/", "/nn/konto/passord/"])
def test_other_languages_fit_a_phone(open_page, path: str) -> None:
    check(open_page(path, Look(390, "dark"), somebody("Kari Nes")))
