"""A meeting that people sign up to: nobody needs a room, and who came is said in one place."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import people
from vardevei.core.domain import people as persons
from vardevei.core.models import Letter
from vardevei.opendata.problem import Problem
from vardevei.workspaces.domain import (
    agenda,
    attendance,
    events,
    followups,
    meeting_attendance,
    meeting_letters,
    meeting_people,
    meeting_words,
    meetings,
    minutes,
    signups,
)
from vardevei.workspaces.enums import SignUpState
from vardevei.workspaces.models import Attendee, SignUp

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


@pytest.fixture
def alone(liv):
    """A meeting without a room, with a published event."""
    begins = timezone.now() + timedelta(days=3)
    made = meetings.call_alone(people.place(people.TRONDELAG), title="Dialogmøte", starts_at=begins, chair=liv, by=liv)
    events.publish(meetings.arrange(made, by=liv), by=liv)
    agenda.add(made, title="Veien videre", by=liv)
    return made


def sign_up(meeting, name: str, email: str) -> SignUp:
    return signups.sign_up(meeting.event, name=name, email=email, by=meeting.by)


def expected(meeting) -> dict[str, str]:
    return {str(one): code for code, one in meeting_attendance.listed(meeting)}


def test_a_meeting_alone_goes_from_sign_up_to_minutes_and_followups(alone, liv) -> None:
    per, anne = sign_up(alone, "Per Påmeldt", "per@example.no"), sign_up(alone, "Anne Hjemme", "anne@example.no")
    codes = expected(alone)

    meeting_letters.send_agenda(alone, by=liv)
    meeting_attendance.mark(alone, came=[codes["Per Påmeldt"]], by=liv)
    minutes.write(alone.items.get(), text="Vi ble enige.", by=liv)
    given = followups.set_up(
        alone.workspace, what="Ringe", who=per.person, due=timezone.localdate(), origin=alone.items.get(), by=liv
    )
    minutes.approve(alone, by=liv)
    meeting_letters.send_minutes(alone, by=liv)

    reached = Letter.objects.filter(code__in=["meeting-agenda", "meeting-minutes"]).exclude(to=liv)
    assert sorted(reached.values_list("code", "to__email")) == [
        ("meeting-agenda", "anne@example.no"),
        ("meeting-agenda", "per@example.no"),
        ("meeting-minutes", "anne@example.no"),
        ("meeting-minutes", "per@example.no"),
    ]
    assert dict(SignUp.objects.values_list("name", "came")) == {"Per Påmeldt": True, "Anne Hjemme": False}
    facts = dict(meeting_words.minutes(alone)["facts"])
    assert (facts["Til stede"], facts["Ikke til stede"]) == ("Per Påmeldt", "Anne Hjemme")
    assert given.who == per.person
    assert anne.person in [person for person, _at in meeting_people.called(alone)]


def test_a_member_who_has_signed_up_gets_one_letter_and_is_on_the_list_once(meeting, item, liv, kari) -> None:
    events.publish(meetings.arrange(meeting, by=liv), by=liv)
    sign_up(meeting, "Kari", kari.email)
    sign_up(meeting, "Per", "per@example.no")

    meeting_letters.send_agenda(meeting, by=liv)

    assert Letter.objects.filter(code="meeting-agenda", to=kari).count() == 1
    assert [one.person for _code, one in meeting_attendance.listed(meeting)].count(kari) == 1


def test_who_has_said_no_or_waits_for_a_place_is_not_expected(alone, liv) -> None:
    away, waits = sign_up(alone, "Borte", "borte@example.no"), sign_up(alone, "Venter", "venter@example.no")
    signups.stay_away(away)
    SignUp.objects.filter(pk=waits.pk).update(state=SignUpState.WAITING, queued_at=timezone.now())

    assert not {"Borte", "Venter"} & set(expected(alone))
    assert not {"borte@example.no", "venter@example.no"} & {one.email for one, _at in meeting_letters.receivers(alone)}


def test_a_member_who_came_without_signing_up_is_put_among_those_signed_up(meeting, liv, kari) -> None:
    events.publish(meetings.arrange(meeting, by=liv), by=liv)

    meeting_attendance.mark(meeting, came=[f"p{kari.pk}"], by=liv)

    made = SignUp.objects.get(person=kari)
    assert (made.came, made.walk_in, made.organisation) == (True, True, people.place(people.INDRE_FOSEN))
    assert attendance.counts(meeting.event).came == 1
    assert not Attendee.objects.filter(person=kari).exists()


def test_who_came_at_the_door_while_the_list_stood_open_is_not_taken_off_it(alone, liv) -> None:
    per = sign_up(alone, "Per", "per@example.no")
    shown = [code for code, _one in meeting_attendance.listed(alone)]
    attendance.walk_in(alone.event, name="Dørgjest", by=liv)

    meeting_attendance.mark(alone, came=[f"s{per.pk}"], shown=shown, by=liv)

    assert set(SignUp.objects.filter(came=True).values_list("name", flat=True)) == {"Per", "Dørgjest"}


def test_approved_minutes_lock_who_came_at_the_door_too(alone, liv) -> None:
    per = sign_up(alone, "Per", "per@example.no")
    minutes.write(alone.items.get(), text="Enige.", by=liv)
    minutes.approve(alone, by=liv)

    for verb in (
        lambda: attendance.mark(per, True, by=liv),
        lambda: attendance.walk_in(alone.event, name="Sein", by=liv),
    ):
        with pytest.raises(Problem) as told:
            verb()
        assert told.value.code == "minutes-approved"


def test_a_stranger_to_the_meeting_is_given_nothing(alone, liv) -> None:
    stranger = persons.find_or_make("ukjent@example.no", "Ukjent")

    with pytest.raises(Problem) as told:
        followups.set_up(alone.workspace, what="Ringe", who=stranger, due=timezone.localdate(), by=liv)

    assert told.value.code == "followup-for-a-stranger"
