"""An adviser finds who lacks a contact, keeps the view, logs a call on the phone, and takes the mayor's sheet."""

import io
from datetime import timedelta

import pypdf
import pytest
from django.utils import timezone

from tests import people
from tests.browsing import LOOKS, Look, check_axe, check_width

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("_register")]


def test_from_the_countys_table_to_what_waits(open_page):
    ola = people.adviser()
    people.contact()
    page = open_page("/fylke/50/", LOOKS[0], ola)
    check_axe(page)

    # Those without a contact, one press away; kept under a name and shown first from now on.
    page.get_by_role("link", name="Uten kontakt 37").click()
    assert page.get_by_text("Viser 37 av 38.").is_visible()
    page.get_by_text("Lagre det du ser som en visning").click()
    page.get_by_label("Navn på visningen").fill("Ledige")
    page.get_by_label("Vis denne når jeg åpner siden").check()
    page.get_by_role("button", name="Lagre visningen").click()
    page.get_by_text("Du ser visningen «Ledige».").wait_for()
    page.goto(page.url.split("?")[0])
    assert page.get_by_text("Du ser visningen «Ledige».").is_visible()

    # On the phone: a card, the municipality's page with its form open, a call with what comes next.
    phone = open_page("/fylke/50/?q=fosen", Look(390, "light"), ola)
    check_width(phone)
    phone.get_by_role("link", name="Indre Fosen", exact=True).last.click()
    phone.get_by_label("Med hvem").fill("Kari Nes")
    phone.get_by_label("Hva ble sagt").fill("Vil søke Interreg til våren.")
    phone.get_by_label("Neste steg (valgfritt)", exact=True).fill("Sende lenke til utlysningen")
    phone.get_by_label("Frist for neste steg").fill((timezone.localdate() + timedelta(days=7)).isoformat())
    phone.get_by_role("button", name="Skriv inn", exact=True).click()
    phone.get_by_text("Vil søke Interreg til våren.").wait_for()
    check_axe(phone)
    check_width(phone)

    # It waits on the start page, and leads back.
    phone.goto(phone.url.split("/fylke/")[0] + "/min-side/")
    phone.get_by_role("link", name="Indre Fosen: Sende lenke til utlysningen").click()

    # The sheet for the mayor, without the next step unless asked for.
    with phone.expect_download() as taken:
        phone.get_by_role("button", name="Ark til ordføreren (PDF)").click()
    pdf = pypdf.PdfReader(io.BytesIO(taken.value.path().read_bytes()))
    text = pdf.pages[0].extract_text()
    assert "Indre Fosen" in text
    assert "Sende lenke" not in text
