"""An adviser pastes the messy list, decides what is doubtful with the keyboard, puts it in, and takes it out again."""

import csv
import io

import pytest

from tests.browsing import LOOKS, check_axe, check_width
from tests.organisations import contact_rows
from tests.people import adviser
from vardevei.organisations.models import Role

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("_register")]


def test_from_the_countys_own_list_to_contacts_and_back(open_page):
    page = open_page("/fylke/50/kontakter/", LOOKS[0], adviser())

    # No contacts yet: the page says what to do.
    page.get_by_role("link", name="Legg inn en liste").first.click()
    page.get_by_label("Eller lim inn cellene her").fill(contact_rows.pasted())
    page.get_by_role("button", name="Les listen").click()
    page.get_by_text("60 rader", exact=True).wait_for()
    check_axe(page)

    # Each doubtful row has its question; space chooses the first answer, and the choice saves itself.
    while page.locator(".question fieldset:not(:has(:checked))").count():
        radio = page.locator(".question fieldset:not(:has(:checked)) input").first
        asked = radio.get_attribute("id")
        radio.focus()
        with page.expect_response(lambda answer: answer.request.method == "GET" and answer.ok):
            page.keyboard.press("Space")
        page.wait_for_function(
            "id => document.getElementById(id)?.checked && !document.querySelector('.htmx-swapping')", arg=asked
        )
        assert page.evaluate("document.activeElement.id") == asked
    page.reload()
    page.get_by_text("Alt er avgjort.").wait_for()
    check_width(page)
    page.get_by_role("button", name="Legg inn", exact=True).press("Enter")

    # What was done, and who is missing.
    page.get_by_role("heading", name="Listen er lagt inn").wait_for()
    page.get_by_role("link", name="Se kommunene uten kontakt").click()
    assert "37 av 38 kommuner" in page.get_by_role("main").inner_text()
    assert page.get_by_role("rowheader").all_inner_texts() == ["Grong"]
    assert Role.objects.contacts().count() > 40
    check_axe(page)

    # Out again in the same columns.
    with page.expect_download() as taken:
        page.get_by_role("link", name="Fylkets egne kolonner (CSV)").click()
    with open(taken.value.path(), encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(io.StringIO(file.read()), delimiter=";"))
    assert rows[0] == contact_rows.HEADER
    assert ["Steinkjer", "Nes, Per", "rådgiver", "per.nes@steinkjer.kommune.no", "+47 922 33 444", ""] in rows
