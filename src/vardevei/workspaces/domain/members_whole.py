"""Who is in a workspace, when it is taken out whole. Nobody comes along in a copy without being asked."""

from datetime import datetime

from vardevei.core.models import Person
from vardevei.workspaces.models import Member, Workspace


def taken_out(workspace: Workspace) -> dict[str, object]:
    """The workspace itself, and everyone who is or was in it or was asked."""
    rows = workspace.members.select_related("person", "organisation", "added_by")
    return {"workspace": _itself(workspace), "members": [_one(member) for member in rows], "files": []}


def copied(workspace: Workspace, to: Workspace, days: int, by: Person) -> None:
    """Nobody: `copying` asks those who are to come along, and they answer for themselves."""


def _itself(workspace: Workspace) -> dict[str, object]:
    return {
        "title": workspace.title,
        "purpose": workspace.purpose,
        "owner": str(workspace.owner),
        "visibility": workspace.visibility,
        "begun_at": _at(workspace.begun_at),
        "begun_by": str(workspace.by or ""),
        "archived_at": _at(workspace.archived_at),
        "archived_by": str(workspace.archived_by or ""),
        "copied_from": workspace.copied_from.title if workspace.copied_from else None,
    }


def _one(member: Member) -> dict[str, object]:
    return {
        "name": str(member.person) if member.person else None,
        "email": member.person.email if member.person else None,
        "organisation": str(member.organisation) if member.organisation else None,
        "as": "person" if member.named else "organisation",
        "part": member.part,
        "state": member.state,
        "added_at": _at(member.added_at),
        "added_by": str(member.added_by or ""),
        "reminded_at": _at(member.reminded_at),
        "answered_at": _at(member.answered_at),
        "left_at": _at(member.left_at),
    }


def _at(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
