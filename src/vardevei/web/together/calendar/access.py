"""From a request to the event of an address: for one who may see it, or for one who makes it."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from vardevei.core.models import Person
from vardevei.web import access
from vardevei.web.together import doors
from vardevei.workspaces import rules
from vardevei.workspaces.models import Event


def seen(request: HttpRequest, pk: int) -> tuple[Person | None, Event]:
    """What is open needs no sign-in. A visitor who may not see it signs in first; others learn nothing."""
    who = access.person(request)
    if who is not None:
        who = access.signed_in(request)
    event = _event(pk)
    if rules.may_see_event(who, event):
        return who, event
    if who is None:
        access.signed_in(request)
    raise Http404(pk)


def run(request: HttpRequest, pk: int) -> tuple[Person, Event]:
    """The event, for those who run its workspace."""
    who = access.signed_in(request)
    event = _event(pk)
    doors.require(request, rules.RUN, event.workspace)
    return who, event


def _event(pk: int) -> Event:
    return get_object_or_404(Event.objects.select_related("workspace__owner", "municipality"), pk=pk)
