"""A county adviser hears of a project on the phone, and it stands on the open page with its source before lunch."""

import pytest
from playwright.sync_api import Page, expect

from tests import people
from tests.browsing import check_axe, check_width
from vardevei.figures.domain import mart
from vardevei.projects.models import Participation

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOST_PRESSES = 130  # keys, for three fields and one choice: what two minutes have room for


def type_in(page: Page, label: str, text: str) -> int:
    page.get_by_label(label).first.press_sequentially(text)
    return len(text)


@pytest.mark.usefixtures("_site")
def test_added_found_twice_corrected_and_marked(open_page, live_server):
    row = Participation.objects.filter(organisation__name="Trondheim").exclude(project__title="").first()
    title, ola = row.project.title, people.adviser()
    page = open_page("/fylke/50/deltakelse/", person=ola)

    page.get_by_role("link", name="Legg inn en deltakelse").click()
    presses = type_in(page, "Hvilken kommune deltar?", "Trondheim")
    presses += type_in(page, "Prosjektets navn", title[:90])
    page.get_by_role("combobox", name="Program").first.select_option("horizon-2020")
    page.get_by_role("button", name="Legg inn").click()
    assert presses <= MOST_PRESSES

    expect(page.get_by_role("heading", name="Er dette det samme?")).to_be_visible()
    check_axe(page)
    page.get_by_role("button", name="Ja, det er det samme").click()
    expect(page.get_by_text("Teller én gang sammen med")).to_be_visible()
    assert Participation.objects.counted().filter(source="by-hand").count() == 0

    page.goto(f"{live_server.url}/fylke/50/deltakelse/{row.pk}/rett/amount/")
    page.get_by_label("Beløp").fill("1234")
    page.get_by_label("Hvordan vet du det?").fill("Sto i tilsagnet")
    page.get_by_role("button", name="Rett").click()
    expect(page.get_by_text("Rettet av Trøndelag fylkeskommune")).to_be_visible()

    mart.build()
    page.goto(f"{live_server.url}/kommuner/5001/")
    expect(page.get_by_text("Rettet av Trøndelag fylkeskommune")).to_be_visible()
    check_width(page)
