"""Lists of events: what anyone may come to, and a workspace's own."""

from dataclasses import dataclass
from itertools import groupby

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vardevei.opendata import places
from vardevei.opendata.places import Place
from vardevei.organisations.models import Organisation
from vardevei.web import access
from vardevei.web.together import doors, frame
from vardevei.web.together.calendar.one import fresh, said
from vardevei.workspaces import rules
from vardevei.workspaces.models import Event
from vardevei.workspaces.models.event import EventQuerySet

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Line:
    event: Event
    when: str


def public(request: HttpRequest) -> HttpResponse:
    """?fylke=50 for one county, ?vis=tidligere for what is over."""
    past, county = request.GET.get("vis") == "tidligere", _county(request.GET.get("fylke", ""))
    events = _whole(Event.objects.for_anyone())
    events = events.filter(workspace__owner=county.id) if county else events
    listed = Paginator(events.past() if past else events.to_come(), A_PAGE).get_page(request.GET.get("side"))
    person = access.person(request)
    context = {
        "months": by_month(list(listed)),
        "listed": listed,
        "past": past,
        "county": county,
        "number": county.number(timezone.localdate()) if county else "",
        "counties": _counties(county),
        "choices": _choices(past, county),
        "pages": f"{_address(past, county)}side=",
        "begins_for": doors.begins_for(person) if person else [],
        "crumbs": [(_("Arrangementer"), "")],
    }
    return fresh(render(request, "together/calendar/public.html", context))


def of_workspace(request: HttpRequest, key: int) -> HttpResponse:
    """Everything in it that the person may see: what is to come, drafts with it, and what is over."""
    person, workspace = doors.workspace(request, key, rules.SEE)
    events = _whole(workspace.events.all())
    if not rules.may(person, rules.CLOSE, workspace):
        events = events.filter(pk__in=rules.events_seen_by(person).values("pk"))
    context: dict[str, object] = {
        "to_come": by_month(list(events.to_come())),
        "past": by_month(list(events.past())),
        "subscribes": person is not None,
    }
    return frame.page(request, "together/calendar/workspace.html", workspace, "workspace-calendar", context)


def by_month(events: list[Event]) -> list[tuple[str, list[Line]]]:
    """Month by month, in the order the events come."""
    months = groupby(events, key=lambda event: date_format(timezone.localtime(event.starts_at), "F Y"))
    return [(name, [Line(event, said(event)) for event in of_month]) for name, of_month in months]


def _whole(events: EventQuerySet) -> EventQuerySet:
    return events.select_related("workspace__owner", "municipality")


def _county(number: str) -> Place | None:
    place = places.by_number(number, on=timezone.localdate()) if number else None
    return place if place is not None and place.kind == "county" else None


def _counties(chosen: Place | None) -> list[tuple[str, str, bool]]:
    """Those with something to show, and the one that is chosen: (number, name, chosen)."""
    with_events = Organisation.objects.filter(pk__in=Event.objects.for_anyone().values("workspace__owner"))
    found = {county.number: county.name for county in with_events}
    if chosen:
        found[chosen.number(timezone.localdate()) or ""] = chosen.name()
    names = sorted(found.items(), key=lambda one: one[1])
    return [(number, name, bool(chosen and name == chosen.name())) for number, name in names]


def _choices(past: bool, county: Place | None) -> list[tuple[str, str, bool]]:
    coming, over = _address(False, county).rstrip("?&"), _address(True, county).rstrip("?&")
    return [(_("Kommende"), coming, not past), (_("Tidligere"), over, past)]


def _address(past: bool, county: Place | None) -> str:
    """The list's own address, ready for one thing more."""
    chosen = [f"fylke={county.number(timezone.localdate())}"] if county else []
    return "".join([reverse("events"), "?", *(f"{one}&" for one in [*chosen, *(["vis=tidligere"] if past else [])])])
