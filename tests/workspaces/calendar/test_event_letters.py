"""What those who have signed up are told, and what their calendars are given."""

import pytest
import vobject

from tests.workspaces.calendar.making import at, published
from vardevei.core.models import Letter
from vardevei.workspaces.domain import events, sign_up_options, signups
from vardevei.workspaces.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


@pytest.fixture
def event() -> Event:
    """Kari has signed up, without an account."""
    event = published(mode="both", online_address="https://video.example/fosen")
    sign_up_options.set_up(event, by=event.by)
    signups.sign_up(event, name="Kari Nes", email="kari@eksempel.no")
    Letter.objects.all().delete()
    return event


def entry(letter: Letter):
    return vobject.readOne(letter.calendar, validate=True)


def test_a_moved_event_is_told_with_both_times_and_a_newer_entry(event: Event) -> None:
    before = event.sequence

    events.move(event, starts_at=at("2027-06-01 09:00"), ends_at=at("2027-06-01 15:00"), by=event.by)

    letter = Letter.objects.get()
    assert (letter.address, letter.code) == ("kari@eksempel.no", "event-changed")
    assert "Når: 1. juni 2027 kl. 9.00–15.00\nDet var: 12. mai 2027 kl. 9.00–15.00" in letter.body
    assert "/pamelding/" in letter.body
    assert entry(letter).method.value == "REQUEST"
    assert int(entry(letter).vevent.sequence.value) > before
    assert "https://video.example/fosen" in entry(letter).vevent.location.value


def test_a_corrected_text_is_no_letter_and_still_a_newer_entry(event: Event) -> None:
    before = event.sequence

    events.change(event, by=event.by, text="Ta med pass.")

    assert not Letter.objects.exists()
    assert event.sequence > before


def test_a_cancelled_event_leaves_the_calendars(event: Event) -> None:
    events.cancel(event, why="Foredragsholderen er syk.", by=event.by)
    events.cancel(event, by=event.by)

    letter = Letter.objects.get()
    assert letter.subject == "Avlyst: Muligheter i Europa"
    assert "Foredragsholderen er syk." in letter.body
    assert (entry(letter).method.value, entry(letter).vevent.status.value) == ("CANCEL", "CANCELLED")
    assert entry(letter).vevent.uid.value == str(event.key)


def test_nobody_is_written_to_of_what_is_over(event: Event) -> None:
    Event.objects.filter(pk=event.pk).update(starts_at=at("2026-01-12 09:00"), ends_at=at("2026-01-12 15:00"))
    event.refresh_from_db()

    events.change(event, by=event.by, venue="Et annet sted")

    assert not Letter.objects.exists()
