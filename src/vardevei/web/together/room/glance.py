"""What there is in a workspace at a glance, from each of its tools: a tool adds its own lines to the lists below.

A line is (words, address, when it is or was). Waiting lines are for the one who looks.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from vardevei.core.models import Person
from vardevei.workspaces import rules
from vardevei.workspaces.domain import inviting
from vardevei.workspaces.models import Workspace

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    href: str
    day: date | None = None
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Glance:
    """`next` is in the order it comes, `waits` the most pressing first, `newest` the newest first."""

    next: list[Line]
    waits: list[Line]
    newest: list[Line]


Source = Callable[[Workspace, Person | None], Iterable[Line]]


def of(workspace: Workspace, person: Person | None) -> Glance:
    """What the person may see."""
    coming = sorted(_from(NEXT, workspace, person), key=_early)
    waits = sorted(_from(WAITS, workspace, person), key=_early) if person else []
    newest = sorted(_from(NEWEST, workspace, person), key=_early, reverse=True)
    return Glance(coming[:SHOWN], waits, newest[:SHOWN])


def _from(sources: list[Source], workspace: Workspace, person: Person | None) -> Iterator[Line]:
    for source in sources:
        yield from source(workspace, person)


def _early(line: Line) -> date:
    return line.day or date.max


def _silent(workspace: Workspace, person: Person | None) -> Iterator[Line]:
    silent = inviting.silent(workspace) if rules.may(person, rules.RUN, workspace) else []
    if silent:
        said = ngettext("{n} har ikke svart på invitasjonen.", "{n} har ikke svart på invitasjonen.", len(silent))
        since = min(timezone.localdate(one.reminded_at or one.added_at) for one in silent)
        yield Line(said.format(n=len(silent)), reverse("workspace-members", args=[workspace.pk]), since)


NEXT: list[Source] = []
WAITS: list[Source] = [_silent]
NEWEST: list[Source] = []
