"""The first page of a workspace: what is next, what waits for me here, and what is new."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from vardevei.web.together import doors, frame
from vardevei.web.together.room import glance
from vardevei.workspaces import rules
from vardevei.workspaces.domain import members


def page(request: HttpRequest, key: int) -> HttpResponse:
    person, workspace = doors.workspace(request, key, rules.SEE)
    context: dict[str, object] = {
        "asked": members.answerable(person, workspace),
        "glance": glance.of(workspace, person),
        "count": workspace.members.now().count(),
        "sees_people": rules.may(person, rules.SEE_PEOPLE, workspace),
    }
    return frame.page(request, "together/room/front.html", workspace, "workspace", context)


@require_POST
def answer(request: HttpRequest, key: int) -> HttpResponse:
    """Yes or no to an invitation, on the site."""
    person, workspace = doors.signed_in(request, key, rules.SEE)
    asked = members.answerable(person, workspace)
    if asked is None:
        return redirect("workspace", key)
    yes = request.POST.get("answer") == "yes"
    (members.accept if yes else members.decline)(asked, by=person)
    return redirect("workspace", key) if rules.may(person, rules.SEE, workspace) else redirect("workspaces")
