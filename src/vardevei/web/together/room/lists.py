"""The workspaces that one is in, those that anybody can see, and a new one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.web import access
from vardevei.web.together import doors, frame
from vardevei.web.together.room.forms import WorkspaceForm
from vardevei.workspaces import rules
from vardevei.workspaces.domain import workspaces
from vardevei.workspaces.enums import Visibility
from vardevei.workspaces.models import Workspace


def all_of_them(request: HttpRequest) -> HttpResponse:
    """Mine, then the others that my county has, then the open ones. A visitor sees what is open."""
    who = access.person(request)
    if who is not None:
        who = access.signed_in(request)
    rooms = rules.visible_to(who).filter(alone=False).select_related("owner").order_by("title", "pk")
    context: dict[str, object] = {
        "tab": "workspaces",
        **_sorted(who, list(rooms)),
        "counties": doors.begins_for(who) if who else [],
    }
    return render(request, "together/room/all.html", context)


def _sorted(who: Person | None, rooms: list[Workspace]) -> dict[str, object]:
    in_use, mine = [one for one in rooms if not one.archived], _keys(who)
    counties = {county.pk for county in doors.begins_for(who)} if who else set()
    others = [one for one in in_use if one.pk not in mine]
    return {
        "mine": [one for one in in_use if one.pk in mine],
        "county": [one for one in others if one.owner_id in counties],
        "open": [one for one in others if one.owner_id not in counties],
        "archived": [one for one in rooms if one.archived],
    }


def _keys(who: Person | None) -> set[int]:
    return set(rules.mine(who).values_list("pk", flat=True)) if who else set()


def new(request: HttpRequest, number: str) -> HttpResponse:
    who, county = doors.county(request, number)
    form = WorkspaceForm.of(request, about=f"county:{county.pk}", initial={"visibility": Visibility.MEMBERS})
    if form.accepted():
        made = workspaces.begin(county, **form.cleaned_data, by=who)
        form.done()
        return redirect("workspace", made.pk)
    crumbs = [*frame.activities(who, county), (_("Nytt arbeidsrom"), "")]
    return render(request, "together/room/new.html", {"form": form, "county": county, "crumbs": crumbs})
