"""Meetings: called, changed, held."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, versioned
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation
from vardevei.workspaces import rules
from vardevei.workspaces.domain import events, sign_up_options, workspaces
from vardevei.workspaces.enums import MeetingState
from vardevei.workspaces.models import Event, Meeting, Workspace
from vardevei.workspaces.workflow import MEETING

AN_EVENT = timedelta(hours=2)  # as long as a meeting that does not say when it ends


@transaction.atomic
def call(workspace: Workspace, *, title: str, by: Person, **facts: Any) -> Meeting:
    """A new meeting. `facts` are text, starts_at, ends_at, where, chair and minute_taker."""
    rules.must(by, rules.RUN, workspace)
    _in_order(facts.get("starts_at"), facts.get("ends_at"))
    meeting = Meeting.objects.create(workspace=workspace, title=title, by=by, **facts)
    say("meeting-called", _("Møtet «{title}» ble kalt inn."), meeting, by)
    return meeting


@transaction.atomic
def call_alone(county: Organisation, *, title: str, by: Person, **facts: Any) -> Meeting:
    """A meeting for the county without anybody having to think of a room."""
    return call(workspaces.begin_alone(county, title=title, by=by), title=title, by=by, **facts)


@transaction.atomic
def change(meeting: Meeting, *, by: Person, version: int | None = None, **facts: Any) -> Meeting:
    """Other facts. A room made for this meeting alone is called what the meeting is called."""
    rules.must(by, rules.RUN, meeting.workspace)
    must_be_open(meeting)
    for name, value in facts.items():
        setattr(meeting, name, value)
    _in_order(meeting.starts_at, meeting.ends_at)
    versioned.save(meeting, facts, version)
    if meeting.workspace.alone and "title" in facts:
        Workspace.objects.filter(pk=meeting.workspace_id).update(title=meeting.title)
    say("meeting-changed", _("Møtet «{title}» ble endret."), meeting, by)
    return meeting


@transaction.atomic
def hold(meeting: Meeting, *, by: Person) -> Meeting:
    """Say that the meeting is over. Said again, it changes nothing."""
    if not meeting.over:
        MEETING.step(meeting, "hold", by=by, place=meeting.workspace.owner_id, title=meeting.title)
    return meeting


@transaction.atomic
def remove(meeting: Meeting, *, by: Person) -> None:
    """Take away a meeting that was called by mistake: nobody has heard of it, and nothing is written about it."""
    rules.must(by, rules.RUN, meeting.workspace)
    written = meeting.items.exclude(minutes="") | meeting.items.filter(resolutions__isnull=False)
    if meeting.agenda_sent_at or meeting.over or written.exists():
        raise Problem(
            "meeting-known",
            "The meeting cannot be removed.",
            "Its agenda is sent, or something is written about it.",
            "Change it instead.",
        )
    say("meeting-removed", _("Møtet «{title}» ble fjernet."), meeting, by)
    meeting.delete()


def must_be_open(meeting: Meeting) -> None:
    """Approved minutes are locked, with all they stand on. Asked of the database: it may have happened just now."""
    if Meeting.objects.filter(pk=meeting.pk, state=MeetingState.APPROVED).exists():
        raise Problem(
            "minutes-approved",
            "The minutes are approved.",
            "Approved minutes are not changed.",
            "Write an addition instead: it stands under the minutes with its date.",
        )


def _in_order(starts_at: datetime | None, ends_at: datetime | None) -> None:
    if ends_at and (starts_at is None or ends_at <= starts_at):
        raise Problem(
            "meeting-ends-first",
            "The meeting ends before it begins.",
            "The end must come after the beginning.",
            "Change the time.",
        )


def say(act: str, text: str | Promise, meeting: Meeting, by: Person, **values: Any) -> None:
    """A line in the log about a meeting."""
    log.write(act, text, by=by, about=meeting, place=meeting.workspace.owner_id, title=meeting.title, **values)


@transaction.atomic
def arrange(meeting: Meeting, *, by: Person) -> Event:
    """Let people sign up: the meeting gets an event, a draft until it is published, which from then on says when and
    where. Done again, it is the same event."""
    rules.must(by, rules.RUN, meeting.workspace)
    if meeting.event:
        return meeting.event
    if meeting.starts_at is None:
        raise Problem(
            "meeting-without-time",
            "Nobody can sign up yet.",
            "The meeting has no time.",
            "Decide when it is first.",
        )
    ends_at = meeting.ends_at or meeting.starts_at + AN_EVENT
    meeting.event = events.begin(
        meeting.workspace,
        title=meeting.title,
        text=meeting.text,
        starts_at=meeting.starts_at,
        ends_at=ends_at,
        venue=meeting.where[:200],
        open=False,
        by=by,
    )
    versioned.save(meeting, ["event"])
    sign_up_options.set_up(meeting.event, by=by)
    return meeting.event
