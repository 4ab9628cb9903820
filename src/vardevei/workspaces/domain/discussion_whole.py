"""What was said in a workspace, when it is taken out whole. Talk is no part of a copy."""

from vardevei.core.models import Person
from vardevei.workspaces.models import Contribution, Thread, Workspace


def taken_out(workspace: Workspace) -> dict[str, object]:
    """Every conversation with all that was said, and what stood before it was changed."""
    threads = workspace.threads.select_related("by").prefetch_related(
        "contributions__by", "contributions__withdrawn_by", "contributions__earlier", "contributions__mentions__person"
    )
    return {"threads": [_thread(thread) for thread in threads]}


def copied(workspace: Workspace, to: Workspace, days: int, by: Person) -> None:
    """Nothing: what people have said belongs where they said it."""


def _thread(thread: Thread) -> dict[str, object]:
    return {
        "id": thread.pk,
        "title": thread.title,
        "about": thread.about,
        "by": str(thread.by or ""),
        "begun_at": thread.begun_at.isoformat(),
        "contributions": [_contribution(one) for one in thread.contributions.all()],
    }


def _contribution(one: Contribution) -> dict[str, object]:
    return {
        "id": one.pk,
        "answers": one.answers_id,
        "by": str(one.by or ""),
        "at": one.at.isoformat(),
        "text": one.text,
        "edited_at": one.edited_at.isoformat() if one.edited_at else None,
        "withdrawn_at": one.withdrawn_at.isoformat() if one.withdrawn_at else None,
        "withdrawn_by": str(one.withdrawn_by or ""),
        "earlier": [{"text": earlier.text, "until": earlier.until.isoformat()} for earlier in one.earlier.all()],
        "mentions": [str(mention.person) for mention in one.mentions.all()],
    }
