"""The same event once more, and a whole calendar taken along to another workspace or out."""

import json

import pytest
from django.utils import timezone

from tests import people
from tests.workspaces.calendar.making import at, draft, published, room
from vardevei.opendata.problem import Problem
from vardevei.workspaces.domain import calendar_whole, event_copies, events, programmes
from vardevei.workspaces.enums import EventState
from vardevei.workspaces.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


def _with_programme(event: Event) -> Event:
    programmes.add(event, title="Kaffe", starts_at=event.starts_at, ends_at=at("2027-05-12 09:30"), by=event.by)
    programmes.add_organiser(event, organisation=people.place(people.INDRE_FOSEN), by=event.by)
    return event


def test_a_copy_is_a_draft_with_the_programme_at_the_same_hours() -> None:
    event = _with_programme(published(online_address="https://video.example", mode="both"))

    copy = event_copies.copy(event, days=190, by=event.by)  # 18 November, in winter time

    assert (copy.state, copy.online_address, copy.title) == (EventState.DRAFT, "", event.title)
    assert timezone.localtime(copy.starts_at).isoformat() == "2027-11-18T09:00:00+01:00"
    assert [timezone.localtime(block.ends_at).hour for block in copy.blocks.all()] == [9]
    assert [str(one) for one in copy.co_organisers.all()] == ["Indre Fosen kommune"]
    assert (copy.workspace, copy.key != event.key) == (event.workspace, True)
    event.refresh_from_db()
    assert event.blocks.count() == 1


def test_a_whole_calendar_is_copied_without_what_was_cancelled() -> None:
    event = _with_programme(published())
    events.cancel(published(event.workspace, title="Avlyst kurs"), by=event.by)
    other = room(event.by)

    calendar_whole.copied(event.workspace, other, 7, event.by)

    assert [(one.title, one.state) for one in other.events.all()] == [("Muligheter i Europa", EventState.DRAFT)]


def test_a_calendar_is_taken_out_with_all_that_is_in_it() -> None:
    event = _with_programme(draft())

    out = json.loads(json.dumps(calendar_whole.taken_out(event.workspace)))

    (told,) = out["events"]
    assert told["starts_at"] == "2027-05-12T07:00:00+00:00"
    assert told["programme"][0]["title"] == "Kaffe"
    assert told["co_organisers"] == ["Indre Fosen kommune"]
    assert out["files"] == []


def test_a_part_of_the_programme_lies_within_the_event() -> None:
    event = draft()

    with pytest.raises(Problem) as outside:
        programmes.add(event, title="Middag", starts_at=at("2027-05-12 19:00"), by=event.by)
    with pytest.raises(Problem) as turned:
        programmes.add(event, title="x", starts_at=at("2027-05-12 11:00"), ends_at=at("2027-05-12 10:00"), by=event.by)

    assert outside.value.code == "block-outside-event"
    assert turned.value.code == "block-ends-before-it-begins"
    assert not event.blocks.exists()
