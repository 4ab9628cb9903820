"""Calendars to subscribe to: a county's, for anyone; and secret ones, opened by programs that do not sign in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vardevei.core.domain import addresses
from vardevei.opendata import places
from vardevei.organisations.models import Organisation
from vardevei.web import access
from vardevei.web.together import doors, frame
from vardevei.web.together.calendar.one import calendar
from vardevei.workspaces import rules
from vardevei.workspaces.domain import calendars
from vardevei.workspaces.models import CalendarAddress


def of_county(request: HttpRequest, number: str) -> HttpResponse:
    place = places.by_number(number, on=timezone.localdate())
    if place is None or place.kind != "county":
        raise Http404(number)
    county = get_object_or_404(Organisation, pk=place.id)
    return calendar(calendars.of_county(county), f"arrangementer-{number}.ics")


def secret(request: HttpRequest, secret: str) -> HttpResponse:
    """Whoever has the address is let in. One that is exchanged, or whose person is gone, is nothing."""
    found = calendars.find(secret)
    if found is None:
        raise Http404
    answer = calendar(calendars.of_address(found), "vardevei.ics")
    answer["X-Robots-Tag"] = "noindex"
    return answer


def mine(request: HttpRequest) -> HttpResponse:
    """My own address to everything I am signed up to."""
    person = access.signed_in(request)
    crumbs = [(_("Arrangementer"), reverse("events")), (_("Min kalender"), "")]
    context = {**_shown(calendars.address_for(person)), "crumbs": crumbs}
    return _private(render(request, "together/calendar/mine.html", context))


def of_workspace(request: HttpRequest, key: int) -> HttpResponse:
    """My own address to the workspace's calendar."""
    person, workspace = doors.signed_in(request, key, rules.SEE)
    context: dict[str, object] = dict(_shown(calendars.address_for(person, workspace)))
    return _private(
        frame.page(
            request,
            "together/calendar/subscribe.html",
            workspace,
            "workspace-calendar",
            context,
            here=_("Abonner på kalenderen"),
        )
    )


@require_POST
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    person = access.signed_in(request)
    address = get_object_or_404(CalendarAddress, pk=pk, person=person)
    calendars.renew(address, by=person)
    if address.workspace_id is None:
        return redirect("my-calendar")
    return redirect("workspace-calendar-subscribe", address.workspace_id)


def _shown(address: CalendarAddress) -> dict[str, object]:
    """The address to copy, and the same as a link that phones and most programs open as a subscription."""
    whole = addresses.absolute(reverse("secret-calendar", args=[address.secret]), "nb")
    return {"address": address, "whole": whole, "webcal": f"webcal://{whole.partition('://')[2]}"}


def _private(answer: HttpResponse) -> HttpResponse:
    answer["Cache-Control"] = "no-store"
    return answer
