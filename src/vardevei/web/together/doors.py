"""From a request to a workspace: `person, workspace = doors.workspace(request, key, rules.RUN)`."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from vardevei.core.models import Person
from vardevei.organisations import permission
from vardevei.organisations.models import Organisation
from vardevei.web import access
from vardevei.workspaces import rules
from vardevei.workspaces.models import Workspace


def workspace(request: HttpRequest, key: int, act: rules.Inside) -> tuple[Person | None, Workspace]:
    """The workspace of an address, for one who may do the act in it. What is open needs no sign-in."""
    found = get_object_or_404(Workspace.objects.select_related("owner"), pk=key)
    return require(request, act, found), found


def signed_in(request: HttpRequest, key: int, act: rules.Inside) -> tuple[Person, Workspace]:
    """The same, for a page where somebody does something: a visitor signs in first."""
    who = access.signed_in(request)
    found = get_object_or_404(Workspace.objects.select_related("owner"), pk=key)
    require(request, act, found)
    return who, found


def require(request: HttpRequest, act: rules.Inside, found: Workspace) -> Person | None:
    """Who looks, when she may; a visitor who may not is sent to sign in. Whoever may not see it learns nothing."""
    who = access.person(request)
    if who is not None:
        who = access.signed_in(request)
    if rules.may(who, act, found):
        return who
    if who is None:
        access.signed_in(request)
    if not rules.may(who, rules.SEE, found):
        raise Http404(found.pk)
    rules.must(who, act, found)  # says so when it is archived
    raise PermissionDenied(str(act.sentence))


def county(request: HttpRequest, number: str) -> tuple[Person, Organisation]:
    """The county that something new is begun for."""
    return access.county(request, number, rules.BEGIN)


def begins_for(person: Person) -> list[Organisation]:
    """The counties that the person may begin something for."""
    return permission.counties(person, rules.BEGIN)
