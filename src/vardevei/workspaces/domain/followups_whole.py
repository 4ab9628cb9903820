"""The follow-ups of a workspace, when it is taken out whole. They are no part of a copy: they belong to what was."""

from vardevei.core.models import Person
from vardevei.workspaces.models import FollowUp, Workspace


def taken_out(workspace: Workspace) -> dict[str, object]:
    """Every follow-up and order, in the order of their days."""
    rows = FollowUp.objects.filter(workspace=workspace).select_related("who", "organisation", "by", "done_by")
    return {"followups": [_one(followup) for followup in rows], "files": []}


def copied(workspace: Workspace, to: Workspace, days: int, by: Person) -> None:
    """Nothing: what was agreed on in one room is not agreed on in the next."""


def _one(followup: FollowUp) -> dict[str, object]:
    return {
        "id": followup.pk,
        "what": followup.what,
        "text": followup.text,
        "who": str(followup.who or ""),
        "organisation": followup.organisation_id or "",
        "due": followup.due.isoformat(),
        "state": followup.state,
        "origin": followup.origin,
        "by": str(followup.by or ""),
        "made_at": followup.made_at.isoformat(),
        "done_at": followup.done_at.isoformat() if followup.done_at else None,
        "done_by": str(followup.done_by or ""),
        "outcome": followup.outcome,
        "is_order": followup.is_order,
        "sender": followup.sender,
        "ordered_on": followup.ordered_on.isoformat() if followup.ordered_on else None,
        "wanted_answer": followup.wanted_answer,
        "answer": followup.answer,
    }
