"""Asking people and municipalities to be in a workspace."""

from collections.abc import Iterable

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vardevei.organisations.domain import receivers
from vardevei.organisations.models import Organisation
from vardevei.web.alphabet import alphabetical
from vardevei.web.together import doors, frame
from vardevei.web.together.room.forms import InviteForm, MunicipalitiesForm
from vardevei.workspaces import rules
from vardevei.workspaces.domain import inviting
from vardevei.workspaces.domain.inviting import Invited
from vardevei.workspaces.enums import MemberState, Part
from vardevei.workspaces.models import Workspace


def person(request: HttpRequest, key: int) -> HttpResponse:
    by, workspace = doors.signed_in(request, key, rules.RUN)
    form = InviteForm.of(request, about=workspace_key(workspace), initial={"part": Part.MEMBER})
    if form.accepted():
        told = form.cleaned_data
        if form.did(lambda: inviting.person(workspace, told.pop("email"), **told, by=by)):
            return redirect("workspace-members", key)
    context: dict[str, object] = {"form": form}
    here = _("Inviter en person")
    return frame.page(request, "together/room/invite.html", workspace, "workspace-members", context, here=here)


def municipalities(request: HttpRequest, key: int) -> HttpResponse:
    """Those of the county that are not in it and have a contact to write to, to tick. Who cannot be asked is told."""
    by, workspace = doors.signed_in(request, key, rules.RUN)
    there = Organisation.objects.filter(pk__in=receivers.ids_of(workspace.owner))
    offered, unreachable = _sorted(workspace, there)
    form = MunicipalitiesForm.of(request, about=workspace_key(workspace), offered=offered, there=there)
    if form.accepted():
        _say(request, inviting.municipalities(workspace, form.chosen, by=by))
        form.done()
        return redirect("workspace-members", key)
    context: dict[str, object] = {"form": form, "offered": offered, "unreachable": unreachable}
    here = _("Inviter kommuner")
    return frame.page(request, "together/room/municipalities.html", workspace, "workspace-members", context, here=here)


def workspace_key(workspace: Workspace) -> str:
    """The form asks anew, it does not change the workspace: no version to meet."""
    return f"workspace:{workspace.pk}"


def _sorted(workspace: Workspace, there: QuerySet[Organisation]) -> tuple[list[Organisation], list[Organisation]]:
    """Those that can be asked, and those that nobody can write to; by name."""
    known = workspace.members.filter(named=False, state__in=[MemberState.IN, MemberState.INVITED])
    places = sorted(there.exclude(pk__in=known.values("organisation")), key=lambda one: alphabetical(one.name))
    without = inviting.unreachable(places)
    return [one for one in places if one.pk not in without], [one for one in places if one.pk in without]


def _say(request: HttpRequest, told: Invited) -> None:
    n = len(told.members)
    messages.success(request, ngettext("{n} invitasjon er sendt.", "{n} invitasjoner er sendt.", n).format(n=n))
    if told.unreachable:
        said = _("Ikke sendt til {places}: de har ingen kontakt vi kan skrive til.")
        messages.warning(request, said.format(places=_listed(told.unreachable)))


def _listed(places: Iterable[Organisation]) -> str:
    return ", ".join(one.name for one in places)
