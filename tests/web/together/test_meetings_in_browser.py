"""Writing minutes in a real browser: by keyboard alone, on a phone, and while others write beside it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import people
from tests.browsing import LOOKS, check_axe, check_width
from vardevei.workspaces.domain import agenda, meetings, minutes
from vardevei.workspaces.models import AgendaItem

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("_register")]


@pytest.fixture
def liv():
    return people.adviser(name="Liv Leder")


@pytest.fixture
def item(liv):
    begins = timezone.now() - timedelta(hours=1)
    meeting = meetings.call_alone(
        people.place(people.TRONDELAG), title="Dialogmøte", starts_at=begins, chair=liv, by=liv
    )
    agenda.add(meeting, title="Neste møte", by=liv)
    return agenda.add(meeting, title="Veien videre", by=liv)


@pytest.mark.parametrize("look", [LOOKS[0], LOOKS[2]], ids=str)
@pytest.mark.parametrize("address", ["", "referat/", "oppmote/"])
def test_the_pages_of_a_meeting_are_for_everyone(open_page, item, liv, look, address):
    page = open_page(f"/mote/{item.meeting_id}/{address}", look, liv)

    check_axe(page)
    check_width(page)


def test_what_is_being_written_stays_while_the_list_beside_it_is_renewed(open_page, item, liv):
    page = open_page(f"/mote/{item.meeting_id}/referat/?sak={item.pk}", LOOKS[0], liv)
    page.get_by_label("Hva ble sagt?").focus()
    page.keyboard.type("Vi ble enige")
    other = item.meeting.items.exclude(pk=item.pk).get()
    minutes.write(other, text="Til våren.", by=liv)

    page.locator("aside .written").get_by_text("Liv Leder").wait_for(timeout=20_000)  # it asks each tenth second

    assert page.get_by_label("Hva ble sagt?").input_value() == "Vi ble enige"
    assert page.evaluate("document.activeElement.name") == "minutes"
    page.keyboard.type(" om alt.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**lagret=1**")
    assert AgendaItem.objects.get(pk=item.pk).minutes == "Vi ble enige om alt."
