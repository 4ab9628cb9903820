"""What calendar programs read, read by a library that did not write it."""

from datetime import UTC, timedelta

import pytest
import vobject

from tests import people
from tests.workspaces.calendar.making import at, draft, published
from vardevei.workspaces.domain import events, ical
from vardevei.workspaces.models import Block

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


def read(text: str):
    return vobject.readOne(text, validate=True)


def times(event) -> list:
    """When it begins and ends, in UTC, as another library understands the hours and the zone that stand there."""
    entry = read(ical.entry(event)).vevent
    return [moment.value.astimezone(UTC) for moment in (entry.dtstart, entry.dtend)]


def test_an_event_is_the_same_event_in_another_program() -> None:
    event = published(title="Møte, om «alt»; og mer", text="Ta med:\n- pass")
    Block.objects.create(event=event, starts_at=event.starts_at, title="Kaffe")

    entry = read(ical.entry(event)).vevent

    assert entry.uid.value == str(event.key)
    assert entry.summary.value == "Møte, om «alt»; og mer"
    assert entry.location.value == "Fosenhallen, Indre Fosen"
    assert entry.description.value.startswith("Ta med:\n- pass\n\n09.00 Kaffe\n\nhttp")
    assert entry.url.value.endswith(f"/arrangement/{event.pk}/")
    assert entry.status.value == "CONFIRMED"
    assert times(event) == [event.starts_at, event.ends_at]


def test_lines_are_short_and_end_as_the_standard_says() -> None:
    event = published(title="Grensekryssende samarbeid på kystens øyer " * 4)

    lines = ical.entry(event).encode().split(b"\r\n")

    assert max(len(line) for line in lines) <= 75
    assert all(b"\n" not in line for line in lines)
    assert read(ical.entry(event)).vevent.summary.value == event.title


HOURS = {
    "in summer": ("2027-05-12 09:00", "2027-05-12 15:00", 6),
    "in winter": ("2027-01-12 09:00", "2027-01-12 15:00", 6),
    "over midnight": ("2027-05-12 22:00", "2027-05-13 01:00", 3),
    "over the night when an hour is lost": ("2027-03-27 22:00", "2027-03-28 06:00", 7),
    "over the night when an hour comes twice": ("2027-10-30 22:00", "2027-10-31 06:00", 9),
}


@pytest.mark.parametrize(("begins", "ends", "hours"), HOURS.values(), ids=HOURS)
def test_hours_are_right_when_the_clock_is_changed(begins: str, ends: str, hours: int) -> None:
    event = draft(starts_at=at(begins), ends_at=at(ends))

    start, end = times(event)

    assert (start, end) == (at(begins).astimezone(UTC), at(ends).astimezone(UTC))
    assert end - start == timedelta(hours=hours)


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    event = draft(starts_at=at("2027-10-31 02:30"), ends_at=at("2027-10-31 02:30", fold=1))

    start, end = times(event)

    assert end - start == timedelta(hours=1)


def test_each_change_and_the_cancelling_is_newer_than_what_programs_have() -> None:
    event = published()
    first = read(ical.entry(event)).vevent

    events.move(event, starts_at=at("2027-06-01 09:00"), ends_at=at("2027-06-01 15:00"), by=event.by)
    moved = read(ical.entry(event)).vevent
    events.cancel(event, by=event.by)
    gone = read(ical.entry(event)).vevent

    assert first.uid.value == moved.uid.value == gone.uid.value
    assert int(first.sequence.value) < int(moved.sequence.value) < int(gone.sequence.value)
    assert moved.dtstart.value == at("2027-06-01 09:00")
    assert gone.status.value == "CANCELLED"


def test_the_online_address_is_only_for_those_who_may_have_it() -> None:
    event = published(mode="both", online_address="https://video.example/fosen")

    assert "video.example" not in ical.entry(event)
    assert "https://video.example/fosen" in read(ical.entry(event, online=True)).vevent.location.value
    event.online_open = True
    assert "video.example" in ical.entry(event)


def test_an_entry_for_somebody_names_who_arranges_and_who_comes() -> None:
    event, kari = published(), people.somebody("Kåre Æsåø", email="kare@eksempel.no")

    calendar = read(ical.entry(event, to=kari, method="REQUEST"))

    assert calendar.method.value == "REQUEST"
    assert calendar.vevent.attendee.value == "mailto:kare@eksempel.no"
    assert calendar.vevent.attendee.params["CN"] == ["Kåre Æsåø"]
    assert calendar.vevent.attendee.params["PARTSTAT"] == ["ACCEPTED"]
    assert calendar.vevent.organizer.params["CN"] == ["Trøndelag"]


def test_a_feed_holds_many_and_brings_the_rules_of_the_time_zone_once() -> None:
    first = published()
    second = published(first.workspace, title="Neste", starts_at=at("2028-01-10 10:00"), ends_at=at("2028-01-10 11:00"))

    calendar = read(ical.feed([first, second], "Arrangementer i Trøndelag"))

    assert [entry.summary.value for entry in calendar.vevent_list] == ["Muligheter i Europa", "Neste"]
    assert [zone.tzid.value for zone in calendar.vtimezone_list] == ["Europe/Oslo"]
    assert calendar.contents["x-wr-calname"][0].value == "Arrangementer i Trøndelag"


def test_a_feed_without_events_is_a_calendar_all_the_same() -> None:
    assert read(ical.feed([], "Tom")).contents["x-wr-calname"][0].value == "Tom"
