"""Work that comes again: each line of the timetable runs when its time has come, in one process only.

A night the machine was off is made up for once. A line whose process was killed in the middle runs again.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

from vardevei.core import alive
from vardevei.core.models import Tick

# A process on another machine that began a line and did not end it, is believed for so long.
BELIEVED_FOR = timedelta(hours=6)
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Every:
    """Again and again, with so many minutes between."""

    minutes: int

    def __str__(self) -> str:
        return "every minute" if self.minutes == 1 else f"every {self.minutes} minutes"

    def next_after(self, begun: datetime) -> datetime:
        return begun + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class Nightly:
    """Once each night, at a time where the site is."""

    hour: int
    minute: int = 0

    def __str__(self) -> str:
        return f"each night at {self.hour:02}:{self.minute:02}"

    def next_after(self, begun: datetime) -> datetime:
        local = timezone.localtime(begun)
        planned = datetime.combine(local.date(), time(self.hour, self.minute), local.tzinfo)
        return planned if planned > local else datetime.combine(planned.date() + timedelta(days=1), planned.timetz())


@dataclass(frozen=True, slots=True)
class Line:
    """`code` names the line for ever, `sentence` says what it does. `do` must bear to be run twice."""

    code: str
    when: Every | Nightly
    sentence: str
    do: Callable[[], object]


def run_due(lines: Iterable[Line], now: datetime | None = None) -> list[str]:
    """Run the lines whose time has come and that no other process runs. Gives their codes."""
    return [line.code for line in lines if _claim(line, now or timezone.now()) and _run(line)]


def next_run(line: Line, tick: Tick | None) -> datetime | None:
    """When the line shall run next; None when it has never run, which is as soon as possible."""
    return line.when.next_after(tick.started_at) if tick and tick.started_at else None


def _claim(line: Line, now: datetime) -> bool:
    tick, _new = Tick.objects.get_or_create(code=line.code)
    if not _is_due(line, tick, now):
        return False
    as_seen = Tick.objects.filter(code=line.code, started_at=tick.started_at, finished_at=tick.finished_at)
    return bool(as_seen.update(started_at=now, finished_at=None, worker=alive.me()))


def _is_due(line: Line, tick: Tick, now: datetime) -> bool:
    if tick.started_at is None:
        return True
    if tick.finished_at is None:
        gone = alive.is_gone(tick.worker)
        return tick.started_at < now - BELIEVED_FOR if gone is None else gone
    return line.when.next_after(tick.started_at) <= now


def _run(line: Line) -> bool:
    """Do it; what goes wrong stands in the timetable, and the other lines go on."""
    problem = ""
    try:
        line.do()
    except Exception as error:
        logger.exception("the line %s of the timetable failed", line.code)
        problem = f"{type(error).__name__}: {error}"
    Tick.objects.filter(code=line.code, worker=alive.me()).update(finished_at=timezone.now(), problem=problem)
    return True
