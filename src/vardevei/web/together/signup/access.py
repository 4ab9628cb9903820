"""From a request to the event of an address, for one who may see it or who runs it."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from vardevei.core.models import Person
from vardevei.web.together import doors
from vardevei.web.together.calendar import access
from vardevei.workspaces import rules
from vardevei.workspaces.models import Event, SignUp


def seen(request: HttpRequest, key: int) -> tuple[Person | None, Event]:
    """An event that one may see: the same as its own page."""
    return access.seen(request, key)


def run(request: HttpRequest, key: int) -> tuple[Person, Event]:
    """For those who may make and change what is in the workspace."""
    event = _event(key)
    who = doors.require(request, rules.RUN, event.workspace)
    assert who is not None  # no visitor runs anything
    return who, event


def listed(event: Event, pk: int) -> SignUp:
    """One of the event's own sign-ups."""
    found = SignUp.objects.filter(event=event, pk=pk).select_related("event__workspace__owner", "person").first()
    if found is None:
        raise Http404(pk)
    return found


def _event(key: int) -> Event:
    return get_object_or_404(Event.objects.select_related("workspace__owner", "municipality"), pk=key)
