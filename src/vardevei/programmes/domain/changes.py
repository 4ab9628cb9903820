"""What has happened to calls since a day: what a source told anew, and what the dates brought with them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import F
from django.utils import timezone

from vardevei.opendata.sources.announced import BRUSSELS
from vardevei.programmes.enums import ChangeKind, Standing
from vardevei.programmes.models import Call, Change
from vardevei.programmes.models.call import CallQuerySet


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened to a call. `old` and `new` are as in `Change`, whose `pk` it has when it is kept."""

    call: Call
    kind: ChangeKind
    at: datetime
    old: Any = None
    new: Any = None
    pk: int | None = None

    @property
    def mark(self) -> str:
        """The same for the same happening, for ever: what has been told once is not told again."""
        return f"{self.call.key}/{self.kind}/{self.at:%Y%m%dT%H%M%S}"


def since(day: date, until: datetime | None = None, among: CallQuerySet | None = None) -> list[Happening]:
    """Everything from the morning of the day, the newest first. `among`: only these calls."""
    start = datetime.combine(day, time(0), BRUSSELS)
    end = until or timezone.now()
    calls = Call.objects.all() if among is None else among
    found = [*_told(start, end, calls), *_opened(start, end, calls), *_closed(start, end, calls)]
    return sorted(found, key=lambda one: (one.at, one.call.key, one.kind), reverse=True)


def of(call: Call, until: datetime | None = None) -> list[Happening]:
    """The whole history of one call, the newest first."""
    return since(call.first_seen_at.astimezone(BRUSSELS).date(), until, Call.objects.filter(pk=call.pk))


def _told(start: datetime, end: datetime, calls: CallQuerySet) -> Iterator[Happening]:
    kept = Change.objects.filter(seen_at__gte=start, seen_at__lte=end, call__in=calls.order_by().values("pk"))
    for change in kept.select_related("call__programme"):
        yield Happening(change.call, ChangeKind(change.kind), change.seen_at, change.old, change.new, change.pk)


def _opened(start: datetime, end: datetime, calls: CallQuerySet) -> Iterator[Happening]:
    """Those that were known before they opened. What was open when first seen is only new."""
    days = (start.astimezone(BRUSSELS).date(), end.astimezone(BRUSSELS).date())
    opening = calls.filter(opens_on__range=days, first_seen_at__date__lt=F("opens_on"))
    dated: Any = opening.with_dates(end).select_related("programme")
    for call in dated.exclude(standing=Standing.GONE):
        if call.opens_on:
            yield Happening(call, ChangeKind.OPENED, datetime.combine(call.opens_on, time(0), BRUSSELS))


def _closed(start: datetime, end: datetime, calls: CallQuerySet) -> Iterator[Happening]:
    dated: Any = calls.with_dates(end).select_related("programme")
    for call in dated.filter(last_at__gte=start, last_at__lt=end, first_seen_at__lt=F("last_at")):
        yield Happening(call, ChangeKind.CLOSED, call.last_at)
