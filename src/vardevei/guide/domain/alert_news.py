"""What is new for a subscription: what has happened to its calls, and deadlines that have come near, not yet told."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from vardevei.guide.enums import Told
from vardevei.guide.models import Subscription
from vardevei.opendata.sources.announced import BRUSSELS
from vardevei.programmes.domain import changes, wanted
from vardevei.programmes.domain.changes import Happening
from vardevei.programmes.enums import ChangeKind, Standing
from vardevei.programmes.models import Call, Deadline

BACK = timedelta(days=60)  # so far back it looks, should the machine have been off
KINDS: dict[str, str] = {
    ChangeKind.NEW: Told.NEW, ChangeKind.BACK: Told.NEW, ChangeKind.OPENED: Told.NEW,
    ChangeKind.DEADLINE: Told.DATES, ChangeKind.NEXT_DEADLINE: Told.DATES, ChangeKind.OPENING: Told.DATES,
    ChangeKind.GONE: Told.DATES,
    ChangeKind.BUDGET: Told.OTHER, ChangeKind.TITLE: Told.OTHER, ChangeKind.TEXT: Told.OTHER,
    ChangeKind.IDENTIFIER: Told.OTHER,
}  # fmt: skip
SAYS_WHEN = {ChangeKind.NEW, ChangeKind.BACK, ChangeKind.OPENED, ChangeKind.DEADLINE, ChangeKind.NEXT_DEADLINE}


@dataclass(slots=True)
class News:
    """One call: what has happened to it, oldest first; the deadline it reminds of; the marks of all this."""

    call: Any
    happened: list[Happening] = field(default_factory=list)
    near: Deadline | None = None
    marks: list[str] = field(default_factory=list)


def calls_of(subscription: Subscription) -> wanted.Wanted:
    """What is searched for; a field that is no longer known is let be."""
    known = set(wanted.Wanted.__dataclass_fields__)
    return wanted.Wanted(**{name: value for name, value in subscription.wanted.items() if name in known})


def of(subscription: Subscription, told: set[str], now: datetime | None = None) -> list[News]:
    """The calls with news, the nearest deadline first. `told`: marks of what is not news any longer."""
    at = now or timezone.now()
    among = wanted.among(calls_of(subscription))
    happened = [one for one in _happened(subscription, among, at) if one.mark not in told]
    near = [pair for pair in _near(subscription, among, at) if pair[1] not in told]
    keys = {one.call.pk for one in happened} | {deadline.call_id for deadline, _mark in near}
    dated: Any = Call.objects.filter(pk__in=keys).with_dates(at).select_related("programme")
    found = {call.pk: News(call) for call in dated.nearest_first().prefetch_related("deadlines")}
    for one in happened:
        _add(found[one.call.pk], one)
    for deadline, mark in near:
        _remind(found[deadline.call_id], deadline, mark)
    return [news for news in found.values() if _is_of_use(news)]


def _happened(subscription: Subscription, among: Any, at: datetime) -> Iterable[Happening]:
    """Oldest first. From the moment it began to tell."""
    start = max(subscription.since or at, at - BACK)
    every = changes.since(start.astimezone(BRUSSELS).date(), at, among)
    return (
        one for one in reversed(every)
        if one.at >= start and one.kind in KINDS and KINDS[one.kind] in subscription.tells
    )  # fmt: skip


def _near(subscription: Subscription, among: Any, at: datetime) -> Iterable[tuple[Deadline, str]]:
    """Deadlines that have passed a step of the ladder since it began: only the last step that each has passed."""
    steps = sorted(subscription.ladder)
    if not steps or subscription.since is None:
        return
    until = at + timedelta(days=steps[-1] + 1)
    here = among.filter(gone_at=None).order_by().values("pk")
    began = timezone.localtime(subscription.since).date()
    for deadline in Deadline.objects.filter(call__in=here, at__gte=at, at__lte=until).order_by("at"):
        left = (deadline.on - timezone.localtime(at).date()).days
        step = next((days for days in steps if left <= days), None)
        if step is not None and deadline.on - timedelta(days=step) >= began:
            yield deadline, f"{deadline.call_id}/near-{step}/{deadline.at:%Y%m%dT%H%M%S}"


def _add(news: News, one: Happening) -> None:
    news.happened.append(one)
    news.marks.append(one.mark)


def _remind(news: News, deadline: Deadline, mark: str) -> None:
    """Said once: what tells of a deadline just now needs no reminder beside it."""
    news.marks.append(mark)
    if not any(one.kind in SAYS_WHEN for one in news.happened):
        news.near = deadline


def _is_of_use(news: News) -> bool:
    """Nobody needs to hear of what is over, nor that something came and went before they heard of it."""
    if news.call.standing == Standing.CLOSED:
        return False
    if news.call.standing == Standing.GONE:
        kinds = {one.kind for one in news.happened}
        return ChangeKind.GONE in kinds and ChangeKind.NEW not in kinds
    return True
