"""A workspace at a glance: what is next, what waits for the one who looks, and what is new, from all its tools."""

from dataclasses import dataclass
from datetime import date

from vardevei.core.models import Person
from vardevei.web.together.room import coming, waiting
from vardevei.web.together.room.lines import Line
from vardevei.workspaces.models import Workspace

SHOWN = 5
NEXT = [coming.events, coming.meetings]
NEWEST = [coming.minutes, coming.new_files, coming.threads]


@dataclass(frozen=True, slots=True)
class Glance:
    """`next` is in the order it comes, `waits` the most pressing first, `newest` the newest first."""

    next: list[Line]
    waits: list[Line]
    newest: list[Line]


def of(workspace: Workspace, person: Person | None) -> Glance:
    """What the person may see."""
    ahead = [line for source in NEXT for line in source(workspace, person)]
    waits = [line for source in waiting.SOURCES for line in source(workspace, person)] if person else []
    newest = [line for source in NEWEST for line in source(workspace, person)]
    return Glance(
        sorted(ahead, key=_early)[:SHOWN],
        [] if workspace.archived else sorted(waits, key=_early),
        sorted(newest, key=_early, reverse=True)[:SHOWN],
    )


def _early(line: Line) -> date:
    return line.day or date.max
