"""A meeting from the call to the approved minutes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import people
from vardevei.core.domain import people as persons
from vardevei.core.models import Letter, LogEntry
from vardevei.opendata.problem import Problem
from vardevei.workspaces.domain import (
    agenda,
    meeting_attendance,
    meeting_letters,
    meeting_people,
    meetings,
    meetings_waiting,
    minutes,
    resolutions,
)
from vardevei.workspaces.enums import ItemState, MeetingState
from vardevei.workspaces.models import AgendaItem, Meeting, Workspace

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


def refused(verb, *arguments, **named) -> str:
    with pytest.raises(Problem) as told:
        verb(*arguments, **named)
    return told.value.code


def waits(person) -> list[tuple[str, str]]:
    return [(one.kind, str(one.sentence)) for one in meetings_waiting.waiting_for(person)]


def test_a_meeting_alone_needs_no_thought_of_a_room(liv) -> None:
    meeting = meetings.call_alone(people.place(people.TRONDELAG), title="Årsmøte", by=liv)

    meetings.change(meeting, title="Årsmøte 2026", by=liv)

    assert Workspace.objects.get().alone
    assert Workspace.objects.get().title == "Årsmøte 2026"


def test_only_those_who_run_the_room_call_a_meeting(room, kari) -> None:
    assert refused(meetings.call, room, title="Møte", by=kari) == "not-allowed-in-workspace"
    assert not Meeting.objects.exists()


def test_a_meeting_cannot_end_before_it_begins(meeting, liv) -> None:
    early = meeting.starts_at - timedelta(hours=1)

    assert refused(meetings.change, meeting, ends_at=early, by=liv) == "meeting-ends-first"


def test_the_agenda_has_an_order_that_can_be_changed(meeting, liv) -> None:
    first, second, third = (agenda.add(meeting, title=title, by=liv) for title in ("En", "To", "Tre"))

    agenda.move(third, up=True, by=liv)
    agenda.move(first, up=True, by=liv)  # is first already

    assert [item.title for item in meeting.items.on()] == ["En", "Tre", "To"]
    agenda.remove(third, by=liv)
    assert [item.title for item in meeting.items.on()] == ["En", "To"]
    assert second.order  # stands where it stood


def test_a_member_proposes_an_item_and_those_who_lead_answer(meeting, liv, kari) -> None:
    wish = agenda.propose(meeting, title="Bredbånd", by=kari)
    other = agenda.propose(meeting, title="Kaffe", by=kari)
    assert not meeting.items.on().exists()
    assert waits(liv) == [("agenda-proposals", "Saker er foreslått til Dialogmøte")]

    agenda.take_on(wish, by=liv)
    agenda.decline(other, answer="Tas i pausen.", by=liv)

    assert [item.title for item in meeting.items.on()] == ["Bredbånd"]
    assert AgendaItem.objects.get(title="Kaffe").state == ItemState.DECLINED
    assert waits(liv) == []
    assert refused(agenda.take_on, wish, by=kari) == "not-allowed-in-workspace"


def test_the_agenda_goes_to_everyone_in_the_room_in_their_own_language(meeting, item, liv, kari) -> None:
    kari.form = "nn"
    kari.save()

    assert meeting_letters.send_agenda(meeting, by=liv) == 2

    letters = {letter.to.name: letter for letter in Letter.objects.all()}
    assert sorted(letters) == ["Kari Nes", "Liv Leder"]
    assert letters["Kari Nes"].subject == "Sakliste: Dialogmøte"
    assert "1. Veien videre" in letters["Liv Leder"].body
    assert str(meeting.key) in letters["Liv Leder"].body
    assert meeting.state == MeetingState.AGENDA_SENT
    meeting_letters.send_agenda(meeting, by=liv)
    assert Letter.objects.filter(subject__startswith="Ny saksliste").count() == 1


def test_an_empty_agenda_is_not_sent(meeting, liv) -> None:
    assert refused(meeting_letters.send_agenda, meeting, by=liv) == "agenda-empty"
    assert not Letter.objects.exists()


def test_two_people_write_the_minutes_of_two_items_at_once(meeting, item, liv, kari) -> None:
    other = agenda.add(meeting, title="Eventuelt", by=liv)
    meetings.change(meeting, minute_taker=kari, by=liv)

    minutes.write(AgendaItem.objects.get(pk=item.pk), text="Enige.", by=liv, version=item.version)
    minutes.write(AgendaItem.objects.get(pk=other.pk), text="Ingenting.", by=kari, version=other.version)

    assert [one.minutes for one in meeting.items.on()] == ["Enige.", "Ingenting."]


def test_nobody_writes_over_minutes_that_are_newer_than_those_that_were_seen(item, liv) -> None:
    minutes.write(AgendaItem.objects.get(pk=item.pk), text="Først.", by=liv, version=item.version)

    assert refused(minutes.write, item, text="Sist.", by=liv, version=item.version) == "changed-meanwhile"
    assert AgendaItem.objects.get(pk=item.pk).minutes == "Først."


def test_a_member_writes_minutes_only_when_asked_to(meeting, item, liv, kari) -> None:
    assert refused(minutes.write, item, text="Mitt syn.", by=kari) == "not-allowed-in-workspace"

    meetings.change(meeting, minute_taker=kari, by=liv)

    item.refresh_from_db()
    assert minutes.write(item, text="Enige.", by=kari).minutes_by == kari


def test_approved_minutes_are_locked_and_can_only_be_added_to(meeting, item, liv) -> None:
    minutes.write(item, text="Enige.", by=liv)
    resolution = resolutions.pass_(item, text="Vi går videre.", by=liv)
    assert refused(minutes.add_to, meeting, text="Rettelse", by=liv) == "minutes-not-approved"

    minutes.approve(meeting, by=liv)

    item = AgendaItem.objects.get(pk=item.pk)
    assert refused(minutes.write, item, text="Uenige.", by=liv) == "minutes-approved"
    assert refused(agenda.add, item.meeting, title="Ny", by=liv) == "minutes-approved"
    assert refused(agenda.change, item, title="Ny", by=liv) == "minutes-approved"
    assert refused(resolutions.remove, resolution, by=liv) == "minutes-approved"
    minutes.add_to(item.meeting, text="Det var tirsdag.", by=liv)
    assert [one.text for one in meeting.additions.all()] == ["Det var tirsdag."]
    assert LogEntry.objects.filter(act="meeting-approve").count() == 1


def test_minutes_with_nothing_in_them_are_not_approved(meeting, item, liv) -> None:
    assert refused(minutes.approve, meeting, by=liv) == "minutes-empty"
    assert Meeting.objects.get().approved_at is None


def test_resolutions_are_numbered_through_the_year(meeting, item, liv) -> None:
    first = resolutions.pass_(item, text="En.", votes="majority", votes_for=5, votes_against=2, by=liv)
    second = resolutions.pass_(item, text="To.", votes="unanimous", votes_for=7, by=liv)

    year = timezone.localdate(meeting.starts_at).year
    assert [str(first), str(second)] == [f"1/{year}", f"2/{year}"]
    assert (first.votes_for, first.votes_against, second.votes_for) == (5, 2, None)
    assert refused(agenda.remove, item, by=liv) == "item-written-about"


def test_what_waits_for_the_one_who_writes_and_the_one_who_has_an_item(meeting, item, liv, kari) -> None:
    meetings.change(meeting, minute_taker=kari, by=liv)
    agenda.change(item, responsible=kari, by=liv)
    assert waits(kari) == [("agenda-item", "Din sak på Dialogmøte: Veien videre")]

    meetings.change(meeting, starts_at=timezone.now() - timedelta(hours=2), ends_at=None, by=liv)
    assert waits(kari) == [("minutes", "Referatet fra Dialogmøte er ikke godkjent")]

    minutes.write(AgendaItem.objects.get(), text="Enige.", by=kari)
    minutes.approve(Meeting.objects.get(), by=kari)
    assert waits(kari) == []


def test_who_came_is_marked_and_stays_as_a_number_when_a_person_is_erased(meeting, liv, kari) -> None:
    guest = meeting_people.call_in(meeting, name="Gro Gjest", by=liv)
    assert [str(one) for _code, one in meeting_attendance.listed(meeting)] == ["Gro Gjest", "Kari Nes", "Liv Leder"]

    meeting_attendance.mark(meeting, came=[f"p{kari.pk}", f"a{guest.pk}"], by=liv)
    meeting_attendance.mark(meeting, came=[f"p{kari.pk}", f"a{guest.pk}"], by=liv)

    told = {str(one): one.came for one in meeting.attendees.all()}
    assert told == {"Kari Nes": True, "Liv Leder": False, "Gro Gjest": True}
    persons.erase(kari, by=None, why="Ville ikke være her.")
    assert meeting.attendees.filter(came=True).count() == 2


def test_somebody_called_in_by_address_gets_the_letters_too(meeting, item, liv) -> None:
    meeting_people.call_in(meeting, name="Gro Gjest", email="Gro@eksempel.no", by=liv)
    meeting_people.call_in(meeting, email="gro@eksempel.no", by=liv)

    assert [str(person) for person, _at in meeting_letters.receivers(meeting)] == ["Gro Gjest", "Kari Nes", "Liv Leder"]


def test_only_a_meeting_nobody_has_heard_of_is_removed(meeting, item, liv) -> None:
    meeting_letters.send_agenda(meeting, by=liv)
    assert refused(meetings.remove, meeting, by=liv) == "meeting-known"

    other = meetings.call(meeting.workspace, title="Feil", by=liv)
    meetings.remove(other, by=liv)

    assert [one.title for one in Meeting.objects.all()] == ["Dialogmøte"]
