"""What is next in a workspace, and what is new."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.web.together.room.lines import Line, line
from vardevei.workspaces import rules
from vardevei.workspaces.domain import files
from vardevei.workspaces.enums import EventState
from vardevei.workspaces.models import Workspace

MOST = 5


def events(workspace: Workspace, person: Person | None) -> Iterator[Line]:
    """Those that are published and not over."""
    seen = workspace.events.to_come().filter(state=EventState.PUBLISHED, pk__in=rules.events_seen_by(person))
    for event in seen[:MOST]:
        yield from line("event", event.pk, event.title, day=timezone.localdate(event.starts_at), what=_("Arrangement"))


def meetings(workspace: Workspace, person: Person | None) -> Iterator[Line]:
    coming = workspace.meetings.to_come().filter(starts_at__gte=timezone.now()).order_by("starts_at", "pk")
    for meeting in coming[:MOST] if _inside(person, workspace) else []:
        yield from line("meeting", meeting.pk, meeting.title, day=timezone.localdate(meeting.starts_at), what=_("Møte"))


def minutes(workspace: Workspace, person: Person | None) -> Iterator[Line]:
    """Minutes that are approved."""
    written = workspace.meetings.filter(approved_at__isnull=False).order_by("-approved_at")
    for meeting in written[:MOST] if _inside(person, workspace) else []:
        day = timezone.localdate(meeting.approved_at)
        yield from line("meeting", meeting.pk, meeting.title, day=day, what=_("Referat"))


def new_files(workspace: Workspace, person: Person | None) -> Iterator[Line]:
    for file in files.seen_by(person, workspace).filter(removed_at__isnull=True).order_by("-added_at", "-pk")[:MOST]:
        yield from line("workspace-file", file.pk, file.title, day=timezone.localdate(file.added_at), what=_("Fil"))


def threads(workspace: Workspace, person: Person | None) -> Iterator[Line]:
    """Conversations on the whole; one on a meeting is found at the meeting."""
    on_the_whole = workspace.threads.filter(about="").order_by("-latest_at", "-pk")
    for thread in on_the_whole[:MOST] if _inside(person, workspace) else []:
        day = timezone.localdate(thread.latest_at)
        yield from line("thread", thread.pk, thread.title, day=day, what=_("Samtale"))


def _inside(person: Person | None, workspace: Workspace) -> bool:
    """What lies in an open workspace is not all for everyone: a visitor sees its events and its open files here."""
    return rules.may(person, rules.SEE_PEOPLE, workspace)
