"""The agenda and the minutes, sent to those who are called: a letter with a link that needs no account."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import letters
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations.domain import language
from vardevei.organisations.models import Organisation
from vardevei.workspaces import rules
from vardevei.workspaces.domain import meeting_people, meetings
from vardevei.workspaces.models import Meeting
from vardevei.workspaces.workflow import MEETING


def receivers(meeting: Meeting) -> list[tuple[Person, Organisation | None]]:
    """Those a letter can reach."""
    return [(person, at) for person, at in meeting_people.called(meeting) if person.written_to()]


@transaction.atomic
def send_agenda(meeting: Meeting, *, by: Person) -> int:
    """Send the agenda, or the new one when it has changed. How many it went to."""
    to = _somebody(meeting)
    if not meeting.items.on().exists():
        raise Problem(
            "agenda-empty",
            "The agenda is empty.",
            "There is nothing to send.",
            "Put an item on it first.",
        )
    again = meeting.agenda_sent_at is not None
    place = meeting.workspace.owner_id
    MEETING.step(meeting, "send-agenda", by=by, place=place, title=meeting.title, n=len(to))
    meeting.agenda_sent_at = timezone.now()
    meeting.save(update_fields=["agenda_sent_at"])
    for person, at in to:
        _write("meeting-agenda", meeting, person, at, by, again=again)
    return len(to)


@transaction.atomic
def send_minutes(meeting: Meeting, *, by: Person) -> int:
    """Send the approved minutes. How many they went to."""
    rules.must_write_minutes(by, meeting)
    if not meeting.approved:
        raise Problem(
            "minutes-not-ready",
            "The minutes are not approved.",
            "Only approved minutes are sent.",
            "Approve them first.",
        )
    to = _somebody(meeting)
    meeting.minutes_sent_at = timezone.now()
    meeting.save(update_fields=["minutes_sent_at"])
    for person, at in to:
        _write("meeting-minutes", meeting, person, at, by)
    meetings.say("minutes-sent", _("Referatet fra «{title}» ble sendt til {n}."), meeting, by, n=len(to))
    return len(to)


def _somebody(meeting: Meeting) -> list[tuple[Person, Organisation | None]]:
    to = receivers(meeting)
    if not to:
        raise Problem(
            "meeting-nobody",
            "Nobody would get the letter.",
            "No one with an address is called to the meeting.",
            "Call in people first.",
        )
    return to


def _write(code: str, meeting: Meeting, person: Person, at: Organisation | None, by: Person, **values: Any) -> None:
    letters.write(
        code,
        to=person,
        form=language.form_for(person, at),
        by=by,
        about=meeting,
        place=meeting.workspace.owner_id,
        link=f"/motepapirer/{meeting.key}/",
        secret=("link",),
        title=meeting.title,
        begins=meeting.begins,
        where=meeting.place,
        items=[item.title for item in meeting.items.on()],
        **values,
    )
