"""The same event once more: as a draft, at another time, with its programme and without anybody's data."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from vardevei.core.models import Person
from vardevei.workspaces.domain import events
from vardevei.workspaces.models import Event, Workspace

MOVED = ("starts_at", "ends_at")


@transaction.atomic
def copy(event: Event, *, days: int, by: Person, workspace: Workspace | None = None) -> Event:
    """A draft the given number of days later, at the same hours; in the same workspace, or a new one like it."""
    fields = {name: getattr(event, name) for name in events.FIELDS}
    fields |= {name: later(getattr(event, name), days) for name in MOVED}
    fields["online_address"] = ""  # a meeting room on the net is for one meeting
    if workspace is None and event.workspace.alone:
        made = events.begin_alone(event.workspace.owner, by=by, **fields)
    else:
        made = events.begin(workspace or event.workspace, by=by, **fields)
    Event.objects.filter(pk=made.pk).update(copied_from=event)
    _programme(event, made, days)
    return made


def _programme(event: Event, made: Event, days: int) -> None:
    for block in event.blocks.all():
        block.pk, block._state.adding, block.event = None, True, made
        block.starts_at = later(block.starts_at, days)
        block.ends_at = later(block.ends_at, days) if block.ends_at else None
        block.save()
    for organiser in event.co_organisers.all():
        organiser.pk, organiser._state.adding, organiser.event = None, True, made
        organiser.save()


def later(at: datetime, days: int) -> datetime:
    """So many days later, at the same hour on the wall, also when the clock has been changed meanwhile."""
    local = timezone.localtime(at)
    return (local.replace(tzinfo=None) + timedelta(days=days)).replace(tzinfo=local.tzinfo)
