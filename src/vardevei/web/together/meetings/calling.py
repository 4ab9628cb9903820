"""Calling a meeting, in a workspace or alone; and changing what was said of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vardevei.web.together import doors, frame
from vardevei.web.together.meetings import access
from vardevei.web.together.meetings.forms import MeetingForm, standing
from vardevei.web.together.meetings.pages import TAB
from vardevei.workspaces import rules
from vardevei.workspaces.domain import meetings
from vardevei.workspaces.models import Meeting


def new(request: HttpRequest, key: int) -> HttpResponse:
    who, workspace = doors.signed_in(request, key, rules.RUN)
    form = MeetingForm.of(request, about=f"workspace:{key}", initial={"chair": who.pk}).suit(workspace)
    made: list[Meeting] = []
    if form.accepted() and form.did(lambda: made.append(meetings.call(workspace, **form.facts(), by=who))):
        return redirect("meeting", made[0].pk)
    context = {"form": form, "title": _("Nytt møte"), "submit": _("Opprett møtet"), "cancel": _all(workspace.pk)}
    return frame.page(request, "together/meetings/form.html", workspace, TAB, context, here=_("Nytt møte"))


def alone(request: HttpRequest, number: str) -> HttpResponse:
    """A meeting for the county; whoever calls it leads it until somebody else is put there."""
    who, county = doors.county(request, number)
    form = MeetingForm.of(request, about=f"county:{number}").suit(None)
    made: list[Meeting] = []
    if form.accepted() and form.did(
        lambda: made.append(meetings.call_alone(county, **form.facts(), chair=who, by=who))
    ):
        return redirect("meeting", made[0].pk)
    context = {"form": form, "county": county, "crumbs": [*frame.activities(who, county), (_("Nytt møte"), "")]}
    return render(request, "together/meetings/alone.html", context)


def change(request: HttpRequest, key: int) -> HttpResponse:
    who, meeting = access.run(request, key)
    form = MeetingForm.of(request, about=meeting, initial=standing(meeting)).suit(meeting.workspace, meeting)
    if form.accepted() and form.did(lambda: meetings.change(meeting, **form.facts(), by=who, version=form.version)):
        return redirect("meeting", key)
    context = {"form": form, "title": _("Endre møtet"), "submit": _("Lagre"), "cancel": reverse("meeting", args=[key])}
    return frame.page(request, "together/meetings/form.html", meeting.workspace, TAB, context, here=meeting.title)


@require_POST
def arrange(request: HttpRequest, key: int) -> HttpResponse:
    """Sign-up: the meeting gets an event, and that is where it is published and people are invited."""
    who, meeting = access.run(request, key)
    return redirect("event", meetings.arrange(meeting, by=who).pk)


@require_POST
def remove(request: HttpRequest, key: int) -> HttpResponse:
    who, meeting = access.run(request, key)
    workspace = meeting.workspace_id
    meetings.remove(meeting, by=who)
    return redirect("workspace-meetings", workspace)


@require_POST
def hold(request: HttpRequest, key: int) -> HttpResponse:
    who, meeting = access.written(request, key)
    meetings.hold(meeting, by=who)
    return redirect("meeting", key)


def _all(key: int) -> str:
    return reverse("workspace-meetings", args=[key])
