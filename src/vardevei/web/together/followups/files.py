"""All follow-ups of a workspace as a file."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.web import exports
from vardevei.web.together import doors
from vardevei.workspaces import rules
from vardevei.workspaces.models import FollowUp, Workspace


def of_workspace(request: HttpRequest, key: int, kind: str) -> HttpResponse:
    _person, workspace = doors.signed_in(request, key, rules.SEE_PEOPLE)
    if kind not in exports.SHEETS:
        raise Http404(kind)
    return exports.send(kind, f"oppfolginger-{workspace.pk}", exports.Table(_heads(), _rows(workspace)))


def _heads() -> list[str]:
    return [
        _("Hva skal gjøres"),
        _("Hvem"),
        _("Frist"),
        _("Status"),
        _("Gjort dag"),
        _("Gjort av"),
        _("Hvordan det gikk"),
        _("Bestilling fra"),
        _("Bestilt dag"),
        _("Ønsket svar"),
        _("Svar"),
        _("Mer om det"),
    ]


def _rows(workspace: Workspace) -> Iterator[list[exports.Cell]]:
    for one in FollowUp.objects.filter(workspace=workspace).select_related("who", "organisation", "done_by"):
        yield [
            one.what,
            has_it(one),
            one.due,
            _("Forfalt") if one.overdue else one.get_state_display(),
            timezone.localdate(one.done_at) if one.done_at else None,
            str(one.done_by or ""),
            one.outcome,
            one.sender,
            one.ordered_on,
            one.wanted_answer,
            one.answer,
            one.text,
        ]


def has_it(followup: FollowUp) -> str:
    names = [str(each) for each in (followup.who, followup.organisation) if each]
    return ", ".join(names)
