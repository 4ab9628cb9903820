"""What is on the agenda: items are added or proposed, changed, put in order, taken off."""

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, versioned
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.workspaces import rules
from vardevei.workspaces.domain import meetings
from vardevei.workspaces.enums import ItemState
from vardevei.workspaces.models import AgendaItem, Meeting


@transaction.atomic
def add(meeting: Meeting, *, title: str, by: Person, **facts: Any) -> AgendaItem:
    """An item last on the agenda. `facts` are kind, text, questions and responsible. Whoever writes the minutes may
    add one too: something always comes up in the meeting."""
    rules.must_write_minutes(by, meeting)
    meetings.must_be_open(meeting)
    item = AgendaItem.objects.create(meeting=meeting, title=title, order=_last(meeting) + 1, **facts)
    _say("item-added", _("Saken «{item}» ble satt på sakslisten."), item, by)
    return item


@transaction.atomic
def propose(meeting: Meeting, *, title: str, by: Person, **facts: Any) -> AgendaItem:
    """A member's wish for an item; those who lead say yes or no."""
    rules.must(by, rules.TAKE_PART, meeting.workspace)
    if meeting.over:
        raise Problem(
            "meeting-over",
            "The meeting is over.",
            "Nothing more is put on its agenda.",
            "Propose it to the next meeting.",
        )
    item = AgendaItem.objects.create(meeting=meeting, title=title, state=ItemState.PROPOSED, proposed_by=by, **facts)
    _say("item-proposed", _("Saken «{item}» ble foreslått."), item, by)
    return item


@transaction.atomic
def take_on(item: AgendaItem, *, by: Person) -> AgendaItem:
    """Put a proposed item last on the agenda. The answer may come after a no."""
    rules.must(by, rules.RUN, item.meeting.workspace)
    meetings.must_be_open(item.meeting)
    if item.state == ItemState.ON:
        return item
    item.state, item.order, item.answer = ItemState.ON, _last(item.meeting) + 1, ""
    versioned.save(item, ["state", "order", "answer"])
    _say("item-taken-on", _("Den foreslåtte saken «{item}» ble satt på sakslisten."), item, by)
    return item


@transaction.atomic
def decline(item: AgendaItem, *, answer: str = "", by: Person) -> AgendaItem:
    """No to a proposed item; whoever proposed it reads why."""
    rules.must(by, rules.RUN, item.meeting.workspace)
    if item.state == ItemState.PROPOSED:
        item.state, item.answer = ItemState.DECLINED, answer
        versioned.save(item, ["state", "answer"])
        _say("item-declined", _("Den foreslåtte saken «{item}» ble ikke tatt med."), item, by)
    return item


@transaction.atomic
def change(item: AgendaItem, *, by: Person, version: int | None = None, **facts: Any) -> AgendaItem:
    """Say it in other words, or let somebody else lay it before the meeting."""
    rules.must(by, rules.RUN, item.meeting.workspace)
    meetings.must_be_open(item.meeting)
    for name, value in facts.items():
        setattr(item, name, value)
    versioned.save(item, facts, version)
    _say("item-changed", _("Saken «{item}» ble endret."), item, by)
    return item


@transaction.atomic
def move(item: AgendaItem, *, up: bool, by: Person) -> None:
    """One place up or down. Not a change of the item itself: nobody who writes in it is disturbed."""
    rules.must(by, rules.RUN, item.meeting.workspace)
    meetings.must_be_open(item.meeting)
    items = list(item.meeting.items.on())
    spot = items.index(item)
    other = spot - 1 if up else spot + 1
    if not 0 <= other < len(items):
        return
    items[spot], items[other] = items[other], items[spot]
    for order, one in enumerate(items, 1):
        AgendaItem.objects.filter(pk=one.pk).exclude(order=order).update(order=order)
    _say("item-moved", _("Saken «{item}» fikk en annen plass på sakslisten."), item, by)


@transaction.atomic
def remove(item: AgendaItem, *, by: Person) -> None:
    """Take an item off the agenda. One that something is written about stays."""
    rules.must(by, rules.RUN, item.meeting.workspace)
    meetings.must_be_open(item.meeting)
    if item.minutes.strip() or item.resolutions.exists():
        raise Problem(
            "item-written-about",
            "The item cannot be taken off the agenda.",
            "Something is written about it in the minutes.",
            "Take that away first, if it is wrong.",
        )
    _say("item-removed", _("Saken «{item}» ble tatt av sakslisten."), item, by)
    item.delete()


def _last(meeting: Meeting) -> int:
    return meeting.items.aggregate(last=Max("order"))["last"] or 0


def _say(act: str, text: str | Promise, item: AgendaItem, by: Person) -> None:
    log.write(act, text, by=by, about=item, place=item.meeting.workspace.owner_id, item=item.title)
