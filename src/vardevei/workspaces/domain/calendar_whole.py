"""The calendar of a workspace as a whole: taken out, and copied without anybody's data."""

from typing import Any

from vardevei.core.models import Person
from vardevei.workspaces.domain import event_copies
from vardevei.workspaces.models import Event, Workspace


def taken_out(workspace: Workspace) -> dict[str, Any]:
    """Every event with its programme and organisers, ready for JSON."""
    events = workspace.events.select_related("municipality").prefetch_related("blocks", "co_organisers__organisation")
    return {"events": [_event(event) for event in events], "files": []}


def copied(workspace: Workspace, to: Workspace, days: int, by: Person) -> None:
    """Its events as drafts in the other workspace, so many days later. Cancelled ones are left behind."""
    for event in workspace.events.exclude(cancelled_at__isnull=False):
        event_copies.copy(event, days=days, by=by, workspace=to)


def _event(event: Event) -> dict[str, Any]:
    return {
        "key": str(event.key),
        "title": event.title,
        "text": event.text,
        "language": event.language,
        "starts_at": event.starts_at.isoformat(),
        "ends_at": event.ends_at.isoformat(),
        "mode": event.mode,
        "venue": event.venue,
        "municipality": event.municipality.name if event.municipality else None,
        "online_address": event.online_address,
        "open": event.open,
        "state": event.state,
        "why_cancelled": event.why_cancelled,
        "programme": [_block(block) for block in event.blocks.all()],
        "co_organisers": [str(one) for one in event.co_organisers.all()],
    }


def _block(block: Any) -> dict[str, Any]:
    return {
        "starts_at": block.starts_at.isoformat(),
        "ends_at": block.ends_at.isoformat() if block.ends_at else None,
        "title": block.title,
        "text": block.text,
        "held_by": block.held_by,
    }
