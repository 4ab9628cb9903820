"""A workspace's follow-ups: what is overdue first, and orders apart."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.web import exports
from vardevei.web.together import doors, frame
from vardevei.web.together.followups.choice import Choice
from vardevei.workspaces import rules


def of_workspace(request: HttpRequest, key: int) -> HttpResponse:
    person, workspace = doors.workspace(request, key, rules.SEE_PEOPLE)
    choice = Choice(request.GET, workspace, person)
    found = choice.chosen()
    words = {"csv": _("Tabell (CSV)"), "xlsx": _("Tabell (Excel)")}
    context: dict[str, object] = {
        "views": [(f"{view.text} ({view.count})", f"?vis={view.code}", view.current) for view in choice.views()],
        "view": choice.code,
        "plain": [followup for followup in found if not followup.is_order],
        "orders": [followup for followup in found if followup.is_order],
        "files": [(words[kind], reverse("workspace-followups-file", args=[key, kind])) for kind in exports.SHEETS],
    }
    return frame.page(request, "together/followups/all.html", workspace, "workspace-followups", context)
