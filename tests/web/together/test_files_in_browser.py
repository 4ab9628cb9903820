"""Sending and opening files in a real browser: what comes through, what is said, and that nothing in a file runs."""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests import people
from tests.browsing import LOOKS, check_axe, check_width
from vardevei.workspaces.domain import files, workspaces
from vardevei.workspaces.models import Member

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("_register")]
POISON = b"<script>document.title = 'tatt'</script>"


@pytest.fixture
def contact():
    return people.contact()


@pytest.fixture
def room(contact):
    room = workspaces.begin(people.place(people.TRONDELAG), title="Nettverk", by=people.adviser(name="Liv Leder"))
    Member.objects.create(workspace=room, organisation=people.place(people.INDRE_FOSEN))
    return room


def chosen(name: str, content: bytes) -> dict[str, object]:
    return {"name": name, "mimeType": "text/html", "buffer": content}


def _unwatched(page: Page) -> Page:
    other = page.context.new_page()
    other.goto(page.url)
    return other


def test_files_are_sent_by_the_script_and_what_is_wrong_leaves_them_chosen(open_page, room, contact):
    page = open_page(f"/arbeidsrom/{room.pk}/filer/ny/", LOOKS[2], contact)
    check_axe(page)
    check_width(page)
    good, bad = chosen("Saksliste.pdf", b"%PDF-1.7\nsaker"), chosen("bilde.svg", b"<svg><script/></svg>")

    page.set_input_files("input[type=file]", [good, bad])
    page.get_by_role("button", name="Legg inn").click()
    summary = page.locator(".ds-error-summary")
    summary.wait_for()
    assert "bilde.svg" in summary.inner_text()
    assert page.evaluate("document.querySelector('input[type=file]').files.length") == 2

    page = _unwatched(page)  # Chromium itself complains of the broken connection
    page.set_input_files("input[type=file]", [good])
    page.context.set_offline(True)
    page.get_by_role("button", name="Legg inn").click()
    page.get_by_text("Forbindelsen ble brutt").wait_for()
    assert room.files.count() == 0

    page.context.set_offline(False)
    page.get_by_role("button", name="Legg inn").click()
    page.get_by_role("link", name="Saksliste.pdf").wait_for()
    assert [file.title for file in room.files.all()] == ["Saksliste.pdf"]


def test_a_picture_with_a_page_in_it_is_shown_as_a_picture_and_nothing_runs(open_page, room, contact):
    out = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(out, "JPEG", comment=POISON)
    file = files.add(room, out.getvalue() + POISON, "bilde.html", by=contact)
    page = open_page(f"/fil/{file.pk}/", LOOKS[3], contact)
    check_axe(page)
    check_width(page)

    assert page.evaluate("document.querySelector('.file-picture').naturalWidth") == 60
    with page.expect_download() as download:
        page.get_by_role("link", name="Last ned").click()
    assert download.value.suggested_filename == "bilde.jpeg"
    page.goto(page.url + "1/bilde/")
    assert page.title() != "tatt"
