"""What meetings decide: each resolution has a number of its own in the year, and a place on the list of its room."""

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, versioned
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.workspaces import rules
from vardevei.workspaces.domain import meetings
from vardevei.workspaces.enums import Votes
from vardevei.workspaces.models import AgendaItem, Meeting, Resolution, Workspace

TRIES = 5


@transaction.atomic
def pass_(item: AgendaItem, *, text: str, by: Person, **facts: Any) -> Resolution:
    """Put down what was decided. `facts` are whom, votes, votes_for and votes_against."""
    rules.must_write_minutes(by, item.meeting)
    meetings.must_be_open(item.meeting)
    day = timezone.localdate(item.meeting.begins)
    resolution = Resolution(workspace=item.meeting.workspace, item=item, text=text, day=day, year=day.year, by=by)
    _say_votes(resolution, facts)
    _number(resolution)
    _say("resolution-passed", _("Vedtak {number} ble ført inn."), resolution, by)
    return resolution


@transaction.atomic
def change(resolution: Resolution, *, by: Person, version: int | None = None, **facts: Any) -> Resolution:
    """Other words, while the minutes are not approved. The number stays."""
    meeting = resolution.item.meeting
    rules.must_write_minutes(by, meeting)
    meetings.must_be_open(meeting)
    _say_votes(resolution, facts)
    versioned.save(resolution, ["text", "whom", "votes", "votes_for", "votes_against"], version)
    _say("resolution-changed", _("Vedtak {number} ble endret."), resolution, by)
    return resolution


@transaction.atomic
def remove(resolution: Resolution, *, by: Person) -> None:
    """Take away what was put down by mistake. Only the last number of a year is used again."""
    meeting = resolution.item.meeting
    rules.must_write_minutes(by, meeting)
    meetings.must_be_open(meeting)
    _say("resolution-removed", _("Vedtak {number} ble fjernet."), resolution, by)
    resolution.delete()


def of_meeting(meeting: Meeting) -> QuerySet[Resolution]:
    """In the order they were passed."""
    return Resolution.objects.filter(item__meeting=meeting).select_related("item")


def of_workspace(workspace: Workspace) -> QuerySet[Resolution]:
    """Every resolution of the workspace, the newest first."""
    found = Resolution.objects.filter(workspace=workspace).select_related("item__meeting")
    return found.order_by("-year", "-number")


def _say_votes(resolution: Resolution, facts: dict[str, Any]) -> None:
    """Numbers are kept only when a majority decided."""
    for name, value in facts.items():
        setattr(resolution, name, value)
    if resolution.votes != Votes.MAJORITY:
        resolution.votes_for = resolution.votes_against = None


def _number(resolution: Resolution) -> None:
    """The next free number of the year; the database refuses a number twice, and then the next is tried."""
    same = Resolution.objects.filter(workspace=resolution.workspace, year=resolution.year)
    for _try in range(TRIES):
        resolution.number = (same.aggregate(last=Max("number"))["last"] or 0) + 1
        try:
            with transaction.atomic():
                resolution.save(force_insert=True)
        except IntegrityError:
            continue
        return
    raise Problem(
        "resolution-number-taken",
        "The resolution did not get a number.",
        "Several people put down resolutions at the same time.",
        "Try again.",
    )


def _say(act: str, text: Any, resolution: Resolution, by: Person) -> None:
    place = resolution.workspace.owner_id
    log.write(act, text, by=by, about=resolution, place=place, number=str(resolution))
