"""The pages of events, wide and on a phone, light and dark."""

import pytest

from tests import people
from tests.browsing import LOOKS, Look, check_axe, check_width
from tests.workspaces.calendar.making import at, published
from vardevei.workspaces.domain import programmes, sign_up_options
from vardevei.workspaces.models import Event

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("_register"),
]


@pytest.fixture
def event() -> Event:
    event = published(
        mode="both", online_address="https://video.example/fosen", text="Les mer på https://vardevei.example/"
    )
    programmes.add(event, title="Kaffe", starts_at=event.starts_at, ends_at=at("2027-05-12 09:30"), by=event.by)
    sign_up_options.set_up(event, by=event.by)
    return event


@pytest.mark.parametrize("look", [LOOKS[0], LOOKS[-1]], ids=str)
def test_a_visitor_finds_the_event_and_its_programme(open_page, event: Event, look: Look) -> None:
    page = open_page("/arrangementer/", look)
    check_axe(page)
    check_width(page)

    page.get_by_role("link", name=event.title).click()

    check_axe(page)
    check_width(page)
    assert page.get_by_role("listitem").filter(has_text="Kaffe").is_visible()


def test_an_adviser_writes_an_event_on_a_phone(open_page, event: Event) -> None:
    page = open_page("/arrangement/nytt/50/", Look(390, "light"), event.by)
    check_axe(page)
    check_width(page)
    page.get_by_label("Hva heter arrangementet?").fill("Kurs i prosjektskriving")
    page.get_by_label("Dag", exact=False).first.fill("2027-06-01")
    page.get_by_label("Begynner kl.").fill("9")
    page.get_by_label("Slutter kl.").fill("11.30")
    page.get_by_label("Sted", exact=False).last.fill("Rådhuset")
    page.get_by_role("button", name="Lag kladden").click()

    page.get_by_role("button", name="Publiser").click()

    assert page.get_by_text("tirsdag 1. juni 2027 kl. 9.00–11.30").is_visible()
    check_axe(page)
    check_width(page)


def test_somebody_subscribes_to_what_she_has_signed_up_to(open_page) -> None:
    page = open_page("/arrangementer/min-kalender/", Look(390, "dark"), people.somebody("Kari Nes"))

    check_axe(page)
    check_width(page)
    assert page.get_by_role("link", name="Åpne i kalenderprogrammet").get_attribute("href").startswith("webcal://")
