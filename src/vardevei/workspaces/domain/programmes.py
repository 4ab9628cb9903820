"""An event's programme, block by block, and who arranges it together with the county."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation
from vardevei.workspaces.domain import events
from vardevei.workspaces.models import Block, CoOrganiser, Event


@transaction.atomic
def add(
    event: Event,
    *,
    title: str,
    starts_at: datetime,
    ends_at: datetime | None = None,
    text: str = "",
    held_by: str = "",
    by: Person,
) -> Block:
    """One more part of the programme, within the event's time."""
    events.must_be_changeable(event, by)
    block = Block(event=event, title=title, starts_at=starts_at, ends_at=ends_at, text=text, held_by=held_by)
    _check(block)
    block.save()
    _changed(event, by)
    return block


@transaction.atomic
def change(block: Block, *, by: Person, **fields: Any) -> Block:
    """`fields` are those of `add`."""
    events.must_be_changeable(block.event, by)
    for name, value in fields.items():
        setattr(block, name, value)
    _check(block)
    block.save(update_fields=list(fields))
    _changed(block.event, by)
    return block


@transaction.atomic
def remove(block: Block, *, by: Person) -> None:
    """Take a block out of the programme."""
    events.must_be_changeable(block.event, by)
    block.delete()
    _changed(block.event, by)


@transaction.atomic
def add_organiser(event: Event, *, organisation: Organisation | None = None, name: str = "", by: Person) -> CoOrganiser:
    """An organisation we know, or another by its name. The same one twice is there once."""
    events.must_be_changeable(event, by)
    if organisation is not None:
        made, _new = CoOrganiser.objects.get_or_create(event=event, organisation=organisation, name="")
    else:
        made, _new = CoOrganiser.objects.get_or_create(event=event, organisation=None, name=name.strip())
    _changed(event, by)
    return made


@transaction.atomic
def remove_organiser(organiser: CoOrganiser, *, by: Person) -> None:
    """Take away one who arranges it together with us."""
    events.must_be_changeable(organiser.event, by)
    organiser.delete()
    _changed(organiser.event, by)


def _changed(event: Event, by: Person) -> None:
    events.raised(event)
    log.write(
        "event-changed",
        _("Arrangementet «{title}» ble endret."),
        by=by,
        about=event,
        place=event.workspace.owner_id,
        title=event.title,
    )


def _check(block: Block) -> None:
    if block.ends_at is not None and block.ends_at <= block.starts_at:
        raise Problem(
            "block-ends-before-it-begins",
            "This part of the programme ends before it begins.",
            "One of the times is wrong.",
            "Correct the times.",
        )
    event = block.event
    last = block.ends_at or block.starts_at
    if not event.starts_at <= block.starts_at <= last <= event.ends_at:
        raise Problem(
            "block-outside-event",
            "This part of the programme is outside the event's time.",
            "It begins before the event, or ends after it, or ends before it begins.",
            "Correct the times, or change the event's own first.",
        )
