"""The frame around one follow-up. Whoever has only this one, and is not in the room, gets no way into the room."""

from django.http import HttpRequest, HttpResponse

from vardevei.core.models import Person
from vardevei.web.forms import Form
from vardevei.web.together import frame
from vardevei.workspaces import rules
from vardevei.workspaces.models import FollowUp

TAB = "workspace-followups"


def page(
    request: HttpRequest,
    person: Person,
    followup: FollowUp,
    template: str,
    context: dict[str, object],
    status: int = 200,
    here: str = "",
) -> HttpResponse:
    if not rules.may(person, rules.SEE_PEOPLE, followup.workspace):
        context = {**context, "tabs": [], "crumbs": [(here, "")]}
    return frame.page(request, template, followup.workspace, TAB, context, status, here)


def form(request: HttpRequest, person: Person, followup: FollowUp, sent: Form, title: str, submit: str) -> HttpResponse:
    context: dict[str, object] = {"form": sent, "title": title, "submit": submit, "followup": followup}
    status = 400 if sent.is_bound else 200
    return page(request, person, followup, "together/followups/write.html", context, status, title)
