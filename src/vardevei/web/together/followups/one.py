"""One follow-up: what it is, whose, from where, and what has happened with it."""

from django.http import HttpRequest, HttpResponse

from vardevei.core.domain import log
from vardevei.core.models import LogEntry
from vardevei.web.together.followups import doors, framed, origins
from vardevei.workspaces import rules
from vardevei.workspaces.workflow import FOLLOW_UP


def show(request: HttpRequest, key: int) -> HttpResponse:
    person, followup = doors.followup(request, key)
    possible = {step.code: True for step in FOLLOW_UP.possible(followup, person)}
    context: dict[str, object] = {
        "followup": followup,
        "possible": possible,
        "may_change": followup.open and rules.may(person, rules.RUN, followup.workspace),
        "origin": origins.of(followup),
        "happened": log.sentences(LogEntry.objects.about(followup).select_related("by")),
    }
    return framed.page(request, person, followup, "together/followups/one.html", context, here=followup.what)
