"""The meetings of a workspace, and one of them."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from vardevei.core.models import Person
from vardevei.web.together import doors, frame
from vardevei.web.together.meetings import access
from vardevei.workspaces import rules
from vardevei.workspaces.domain import files, meeting_attendance, meeting_followups, meeting_words
from vardevei.workspaces.models import AgendaItem, Meeting, WorkspaceFile
from vardevei.workspaces.workflow import MEETING

TAB = "workspace-meetings"


def all_of(request: HttpRequest, key: int) -> HttpResponse:
    """What comes first, then what was."""
    _person, workspace = doors.workspace(request, key, rules.SEE)
    decided = Count("items__resolutions", distinct=True)
    meetings = list(workspace.meetings.in_order().annotate(decided=decided))
    coming = [one for one in meetings if not one.over]
    context: dict[str, object] = {
        "coming": [(one, meeting_words.when(one)) for one in reversed(coming)],
        "past": [(one, meeting_words.when(one)) for one in meetings if one.over],
        "decided": workspace.resolutions.exists(),
    }
    return frame.page(request, "together/meetings/all.html", workspace, TAB, context)


def one(request: HttpRequest, key: int) -> HttpResponse:
    """Before it: when, where and what about. Afterwards: what was decided, and who does what."""
    person, meeting = access.meeting(request, key, rules.SEE)
    inside = rules.may(person, rules.SEE_PEOPLE, meeting.workspace)
    runs = rules.may(person, rules.RUN, meeting.workspace)
    recorded = meeting_attendance.recorded(meeting) if inside else []
    context: dict[str, object] = {
        "meeting": meeting,
        "when": meeting_words.when(meeting),
        "items": _items(meeting, files.laid_before(person, meeting)),
        "adds_files": rules.may(person, rules.TAKE_PART, meeting.workspace) and not meeting.approved,
        "told": meeting.over and (inside or meeting.approved),
        "inside": inside,
        "writes": rules.may_write_minutes(person, meeting),
        "proposes": rules.may(person, rules.TAKE_PART, meeting.workspace) and not runs and not meeting.over,
        "proposed": _proposed(meeting, person, runs) if inside else [],
        "followups": meeting_followups.of_meeting(meeting) if inside else [],
        "additions": meeting.additions.select_related("by"),
        "came": [one for one in recorded if one.came],
        "away": [one for one in recorded if not one.came],
        "steps": {step.code for step in MEETING.possible(meeting, person)},
        "begun": meeting.begins is not None and meeting.begins <= timezone.now(),
    }
    return frame.page(request, "together/meetings/one.html", meeting.workspace, TAB, context, here=meeting.title)


def _items(meeting: Meeting, laid_before: dict[int, list[WorkspaceFile]]) -> list[tuple[AgendaItem, object, object]]:
    """Each item with its resolutions and how each was passed, and with its files."""
    items = meeting.items.on().select_related("responsible").prefetch_related("resolutions")
    return [
        (item, [(each, meeting_words.votes(each)) for each in item.resolutions.all()], laid_before.get(item.pk))
        for item in items
    ]


def _proposed(meeting: Meeting, person: Person | None, runs: bool) -> list[AgendaItem]:
    """Those who lead see what waits for them; others see what became of their own."""
    found = meeting.items.filter(state__in=["proposed", "declined"]).select_related("proposed_by")
    return list(found.filter(state="proposed") if runs else found.filter(Q(proposed_by=person)))
