"""Events: begun as a draft, published, changed, moved, cancelled; those signed up are told of what concerns them."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, versioned
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation
from vardevei.workspaces import rules
from vardevei.workspaces.domain import event_letters, workspaces
from vardevei.workspaces.enums import EventState
from vardevei.workspaces.models import Event, Workspace

# What those who make an event write.
FIELDS = (
    "title",
    "text",
    "language",
    "starts_at",
    "ends_at",
    "mode",
    "municipality",
    "venue",
    "online_address",
    "online_open",
    "open",
)
# What those who have signed up must be told of when it changes.
WHEN_AND_WHERE = ("starts_at", "ends_at", "mode", "municipality_id", "venue", "online_address")


@transaction.atomic
def begin(workspace: Workspace, *, by: Person, **fields: Any) -> Event:
    """A draft of an event in a workspace. `fields` are those in FIELDS."""
    rules.must(by, rules.RUN, workspace)
    event = Event(workspace=workspace, by=by, **fields)
    _check(event)
    event.save()
    _log("event-begun", _("Arrangementet «{title}» ble opprettet."), event, by)
    return event


@transaction.atomic
def begin_alone(owner: Organisation, *, by: Person, **fields: Any) -> Event:
    """A draft of an event that the county arranges on its own, without anybody having to think of a workspace."""
    return begin(workspaces.begin_alone(owner, title=fields["title"], by=by), by=by, **fields)


@transaction.atomic
def change(event: Event, *, by: Person, version: int | None = None, **fields: Any) -> Event:
    """Write it again. Moved to another time it takes its programme along. When a published one gets another time or
    place, everyone who has signed up is told."""
    must_be_changeable(event, by)
    before = Event.objects.select_related("municipality").get(pk=event.pk)
    for name, value in fields.items():
        setattr(event, name, value)
    _check(event)
    _save(event, list(fields), version)
    if by_how_much := _moved(before, event):
        event.blocks.update(starts_at=F("starts_at") + by_how_much, ends_at=F("ends_at") + by_how_much)
    _follow_title(event)
    _log("event-changed", _("Arrangementet «{title}» ble endret."), event, by)
    if event.published and not event.over and _differ(before, event, WHEN_AND_WHERE):
        event_letters.changed(before, event, by=by)
    return event


def move(event: Event, *, starts_at: datetime, ends_at: datetime, by: Person) -> Event:
    """To another time, with its programme. Everyone who has signed up is told."""
    return change(event, by=by, starts_at=starts_at, ends_at=ends_at)


def _moved(before: Event, event: Event) -> timedelta | None:
    """How far it is moved: to another day, or with both ends alike. One that only begins or ends at another hour is
    longer or shorter, and its programme stays."""
    starts, ends = ((_utc(new) - _utc(old)) for new, old in _ends(before, event))
    other_day = timezone.localdate(event.starts_at) != timezone.localdate(before.starts_at)
    return starts if starts and (other_day or starts == ends) else None


def _ends(before: Event, event: Event) -> list[tuple[datetime, datetime]]:
    return [(event.starts_at, before.starts_at), (event.ends_at, before.ends_at)]


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


@transaction.atomic
def publish(event: Event, *, by: Person) -> Event:
    """From now on others see it and can sign up. Publishing twice changes nothing."""
    rules.must(by, rules.RUN, event.workspace)
    if event.state == EventState.DRAFT:
        event.state, event.published_at = EventState.PUBLISHED, timezone.now()
        _save(event, ["state", "published_at"])
        _log("event-published", _("Arrangementet «{title}» ble publisert."), event, by)
    return event


@transaction.atomic
def cancel(event: Event, *, why: str = "", by: Person) -> Event:
    """It will not be. Everyone who has signed up is told, and it goes out of their calendars. Twice changes nothing."""
    rules.must(by, rules.RUN, event.workspace)
    if event.state == EventState.DRAFT:
        raise Problem(
            "event-is-a-draft",
            "A draft cannot be cancelled.",
            "Nobody but those who make it has seen it.",
            "Delete it instead.",
        )
    if not event.cancelled:
        event.state, event.cancelled_at, event.why_cancelled = EventState.CANCELLED, timezone.now(), why
        _save(event, ["state", "cancelled_at", "why_cancelled"])
        _log("event-cancelled", _("Arrangementet «{title}» ble avlyst."), event, by)
        if not event.over:
            event_letters.cancelled(event, by=by)
    return event


@transaction.atomic
def discard(event: Event, *, by: Person) -> None:
    """Throw away a draft, and its workspace when it was made for it alone. A published one is cancelled instead."""
    rules.must(by, rules.RUN, event.workspace)
    if not Event.objects.filter(pk=event.pk, state=EventState.DRAFT).exists():
        raise Problem(
            "event-is-published",
            "A published event cannot be deleted.",
            "Others have seen it, and may have signed up.",
            "Cancel it instead.",
        )
    _log("event-discarded", _("Kladden til arrangementet «{title}» ble slettet."), event, by)
    workspace = event.workspace
    (workspace if workspace.alone else event).delete()


def raised(event: Event) -> None:
    """What stands in people's calendars has changed: their programs take the newer one."""
    event.changed_at = timezone.now()
    Event.objects.filter(pk=event.pk).update(changed_at=event.changed_at, sequence=F("sequence") + 1)
    event.refresh_from_db(fields=["sequence"])


def _save(event: Event, fields: Iterable[str], version: int | None = None) -> None:
    event.changed_at, event.sequence = timezone.now(), event.sequence + 1
    versioned.save(event, [*fields, "changed_at", "sequence"], version)


def must_be_changeable(event: Event, by: Person) -> None:
    """By whoever runs its workspace, as long as it is not cancelled."""
    rules.must(by, rules.RUN, event.workspace)
    if event.cancelled:
        raise Problem(
            "event-is-cancelled",
            "A cancelled event cannot be changed.",
            "Those who had signed up have been told that it will not be.",
            "Copy it to a new one, and publish that.",
        )


def _check(event: Event) -> None:
    # In UTC: two times with the same zone are compared as the clock shows them, also in the hour that comes twice.
    if event.ends_at.astimezone(UTC) <= event.starts_at.astimezone(UTC):
        raise Problem(
            "event-ends-before-it-begins",
            "The event ends before it begins.",
            "It lasts until past midnight, or one of the times is wrong.",
            "Put in the last day, or correct the times.",
        )


def _follow_title(event: Event) -> None:
    """A workspace that was made for one event is called what the event is called."""
    Workspace.objects.filter(pk=event.workspace_id, alone=True).update(title=event.title)


def _differ(before: Event, after: Event, names: Iterable[str]) -> bool:
    return any(getattr(before, name) != getattr(after, name) for name in names)


def _log(act: str, text: Any, event: Event, by: Person) -> None:
    log.write(act, text, by=by, about=event, place=event.workspace.owner_id, title=event.title)
