"""Meetings as part of a whole workspace: taken out with all that was written, copied without it."""

from datetime import timedelta
from typing import Any

from django.db import transaction

from vardevei.core.models import Person
from vardevei.workspaces.domain import meeting_attendance, meeting_words
from vardevei.workspaces.models import AgendaItem, Meeting, Workspace


def taken_out(workspace: Workspace) -> dict[str, Any]:
    """Every meeting with its agenda, minutes, resolutions and who was there."""
    return {"meetings": [_meeting(one) for one in workspace.meetings.order_by("pk")], "files": []}


@transaction.atomic
def copied(workspace: Workspace, to: Workspace, days: int, by: Person) -> None:
    """The meetings with their agendas, moved by so many days; nobody's name, and nothing that was said or decided."""
    for meeting in workspace.meetings.order_by("pk"):
        made = Meeting.objects.create(
            workspace=to,
            title=meeting.title,
            text=meeting.text,
            starts_at=meeting.begins and meeting.begins + timedelta(days=days),
            ends_at=meeting.ends and meeting.ends + timedelta(days=days),
            where=meeting.place[:300],
            by=by,
        )
        AgendaItem.objects.bulk_create(
            AgendaItem(
                meeting=made,
                order=item.order,
                kind=item.kind,
                title=item.title,
                text=item.text,
                questions=item.questions,
            )
            for item in meeting.items.on()
        )


def _meeting(meeting: Meeting) -> dict[str, Any]:
    return {
        "title": meeting.title,
        "text": meeting.text,
        "starts_at": _at(meeting.begins),
        "ends_at": _at(meeting.ends),
        "where": meeting.place,
        "state": meeting.state,
        "chair": _name(meeting.chair),
        "minute_taker": _name(meeting.minute_taker),
        "approved_at": _at(meeting.approved_at),
        "items": [_item(item) for item in meeting.items.select_related("responsible", "proposed_by")],
        "attendees": [
            {"name": str(one), "came": one.came} for _code, one in meeting_attendance.listed(meeting) if one.pk
        ],
        "additions": [{"at": _at(one.at), "text": one.text, "by": _name(one.by)} for one in meeting.additions.all()],
    }


def _item(item: AgendaItem) -> dict[str, Any]:
    return {
        "title": item.title,
        "kind": item.kind,
        "state": item.state,
        "text": item.text,
        "questions": item.asked,
        "responsible": _name(item.responsible),
        "proposed_by": _name(item.proposed_by),
        "minutes": item.minutes,
        "resolutions": [
            {
                "number": str(one),
                "day": one.day.isoformat(),
                "text": one.text,
                "whom": one.whom,
                "votes": one.votes,
                "votes_in_words": meeting_words.votes(one),
            }
            for one in item.resolutions.all()
        ],
    }


def _name(person: Person | None) -> str:
    return str(person) if person else ""


def _at(moment: Any) -> str:
    return moment.isoformat() if moment else ""
