"""What is done with an event, and who is told."""

import pytest

from tests import people
from tests.workspaces.calendar.making import at, draft, published, room
from vardevei.core.models import LogEntry
from vardevei.opendata.problem import Problem
from vardevei.workspaces import rules
from vardevei.workspaces.domain import calendars, events, workspaces
from vardevei.workspaces.enums import EventState, Visibility
from vardevei.workspaces.models import Block, Event, Workspace

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


def test_a_draft_is_seen_by_those_who_make_it_and_a_published_one_by_all() -> None:
    event, visitor = draft(), None
    contact, adviser = people.contact(), event.by

    assert [rules.may_see_event(who, event) for who in (visitor, contact, adviser)] == [False, False, True]
    events.publish(event, by=adviser)

    assert [rules.may_see_event(who, event) for who in (visitor, contact, adviser)] == [True, True, True]
    assert list(rules.events_seen_by(visitor)) == [event]


def test_an_event_for_members_is_not_on_the_public_list() -> None:
    event = published(open=False)

    assert not rules.may_see_event(None, event)
    assert list(rules.events_seen_by(None)) == []
    assert list(rules.events_seen_by(event.by)) == [event]


def test_an_event_for_members_is_for_members_also_where_all_may_see_the_room() -> None:
    event = published(room(visibility=Visibility.OPEN), open=False)
    visitor, stranger = None, people.contact()

    assert not any(rules.may_see_event(who, event) for who in (visitor, stranger))
    assert not [*rules.events_seen_by(visitor), *rules.events_seen_by(stranger)]
    assert rules.may_see_event(event.by, event)
    assert "Muligheter" not in calendars.of_address(calendars.address_for(stranger, event.workspace))
    assert "Muligheter" in calendars.of_address(calendars.address_for(event.by, event.workspace))


def test_an_open_event_of_a_room_for_named_people_is_open_and_the_room_is_not() -> None:
    event = published(room(visibility=Visibility.NAMED))

    assert rules.may_see_event(None, event)
    assert not rules.may(None, rules.SEE, event.workspace)


def test_the_county_makes_an_event_without_a_room_to_think_of() -> None:
    adviser = people.adviser()
    fields = {"title": "Seminar", "starts_at": at("2027-05-12 09:00"), "ends_at": at("2027-05-12 10:00")}

    event = events.begin_alone(people.place(people.TRONDELAG), by=adviser, **fields)
    events.change(event, by=adviser, title="Seminar om Interreg")

    event.workspace.refresh_from_db()
    assert (event.workspace.alone, event.workspace.title) == (True, "Seminar om Interreg")


def test_only_those_who_run_the_room_make_and_change_events() -> None:
    event, contact = published(), people.contact()
    for verb in (
        lambda: events.begin(event.workspace, by=contact, title="x"),
        lambda: events.change(event, by=contact, title="x"),
        lambda: events.cancel(event, by=contact),
    ):
        with pytest.raises(Problem) as refused:
            verb()
        assert refused.value.code == "not-allowed-in-workspace"
    assert Event.objects.get().title == "Muligheter i Europa"


def test_an_archived_room_has_its_events_and_none_of_them_is_changed() -> None:
    event = published()
    workspaces.archive(event.workspace, by=event.by)

    with pytest.raises(Problem) as refused:
        events.cancel(event, by=event.by)

    assert refused.value.code == "workspace-archived"
    assert rules.may_see_event(None, event)


def test_an_event_does_not_end_before_it_begins() -> None:
    event = draft()

    with pytest.raises(Problem) as refused:
        events.change(event, by=event.by, ends_at=at("2027-05-12 08:00"))

    assert refused.value.code == "event-ends-before-it-begins"


def test_moving_takes_the_programme_along() -> None:
    event = published()
    Block.objects.create(event=event, starts_at=at("2027-05-12 10:00"), ends_at=at("2027-05-12 11:00"), title="Kaffe")

    events.move(event, starts_at=at("2027-05-20 12:00"), ends_at=at("2027-05-20 18:00"), by=event.by)

    block = Block.objects.get()
    assert (block.starts_at, block.ends_at) == (at("2027-05-20 13:00"), at("2027-05-20 14:00"))


def test_writing_another_day_takes_the_programme_along_and_a_longer_day_does_not() -> None:
    event = published()
    Block.objects.create(event=event, starts_at=at("2027-05-12 10:00"), title="Kaffe")

    events.change(event, by=event.by, starts_at=at("2027-05-12 08:00"))
    longer = Block.objects.get().starts_at
    events.change(event, by=event.by, starts_at=at("2027-05-13 08:00"), ends_at=at("2027-05-13 18:00"))

    assert (longer, Block.objects.get().starts_at) == (at("2027-05-12 10:00"), at("2027-05-13 10:00"))


def test_moving_from_winter_to_summer_keeps_the_hours_of_the_programme() -> None:
    event = published(starts_at=at("2027-01-12 09:00"), ends_at=at("2027-01-12 15:00"))
    Block.objects.create(event=event, starts_at=at("2027-01-12 10:00"), title="Kaffe")

    events.move(event, starts_at=at("2027-06-01 09:00"), ends_at=at("2027-06-01 15:00"), by=event.by)

    assert Block.objects.get().starts_at == at("2027-06-01 10:00")


def test_a_draft_is_thrown_away_with_the_room_that_was_made_for_it() -> None:
    adviser = people.adviser()
    fields = {"title": "Seminar", "starts_at": at("2027-05-12 09:00"), "ends_at": at("2027-05-12 10:00")}
    alone = events.begin_alone(people.place(people.TRONDELAG), by=adviser, **fields)
    inside = draft(room(adviser))

    events.discard(alone, by=adviser)
    events.discard(inside, by=adviser)

    assert [workspace.title for workspace in Workspace.objects.all()] == ["Nettverk"]
    assert not Event.objects.exists()


def test_a_published_event_is_cancelled_and_not_deleted_and_then_stands() -> None:
    event = published()

    with pytest.raises(Problem) as refused:
        events.discard(event, by=event.by)
    events.cancel(event, why="Sykdom", by=event.by)
    with pytest.raises(Problem) as fixed:
        events.change(event, by=event.by, title="Nytt navn")

    assert (refused.value.code, fixed.value.code) == ("event-is-published", "event-is-cancelled")
    assert Event.objects.get().state == EventState.CANCELLED


def test_pressing_twice_is_logged_once() -> None:
    event = published()
    for _twice in range(2):
        events.publish(event, by=event.by)
    for _twice in range(2):
        events.cancel(event, by=event.by)

    acts = LogEntry.objects.about(event).values_list("act", flat=True)
    assert sorted(acts) == ["event-begun", "event-cancelled", "event-published"]
