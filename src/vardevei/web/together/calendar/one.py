"""The page of an event: what, when, where and signing up first; then the programme."""

from itertools import groupby
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.web import numbers
from vardevei.web.together import frame
from vardevei.web.together.calendar import access
from vardevei.workspaces import rules
from vardevei.workspaces.domain import attending, event_letters, ical
from vardevei.workspaces.models import Block, Event, Meeting

MAP = "https://www.openstreetmap.org/search?"


def page(request: HttpRequest, pk: int) -> HttpResponse:
    person, event = access.seen(request, pk)
    context: dict[str, object] = {
        "event": event,
        "when": said(event),
        "online_address": event.online_address if event.online and _knows(person, event) else "",
        "map_address": MAP + urlencode({"query": f"{event.where}, Norge"}) if event.where else "",
        "programme": programme(event),
        "organisers": [event.workspace.owner.body, *map(str, event.co_organisers.all())],
        "makes": rules.may(person, rules.RUN, event.workspace),
        "meeting": Meeting.objects.filter(event=event).first()
        if rules.may(person, rules.SEE, event.workspace)
        else None,
        "crumbs": _crumbs(person, event),
    }
    answer = frame.page(request, "together/calendar/one.html", event.workspace, "workspace-calendar", context)
    return fresh(answer)


def file(request: HttpRequest, pk: int) -> HttpResponse:
    """The event as a file for any calendar program."""
    person, event = access.seen(request, pk)
    return calendar(ical.entry(event, online=attending.has_signed_up(person, event)), f"arrangement-{event.pk}.ics")


def calendar(text: str, name: str) -> HttpResponse:
    """What a calendar program is given."""
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return fresh(answer)


def fresh(answer: HttpResponse) -> HttpResponse:
    """Asked for anew each time, and not sent again when nothing has changed."""
    answer["Cache-Control"] = "private, no-cache"
    return answer


def said(event: Event) -> str:
    """When it is, with the day of the week, which people remember it by."""
    return f"{date_format(timezone.localtime(event.starts_at), 'l')} {event_letters.when(event)}"


def programme(event: Event) -> list[tuple[str, list[Block]]]:
    """The programme day by day; a single day needs no heading."""
    blocks = groupby(event.blocks.all(), key=lambda block: timezone.localdate(block.starts_at))
    days = [(numbers.day(day), list(of_day)) for day, of_day in blocks]
    several = timezone.localdate(event.starts_at) != timezone.localdate(event.ends_at)
    return days if several else [("", of_day) for _day, of_day in days]


def _knows(person: Person | None, event: Event) -> bool:
    """Whether the online address is for this person: those who come, and those who make it."""
    return event.online_open or rules.may(person, rules.RUN, event.workspace) or attending.has_signed_up(person, event)


def _crumbs(person: Person | None, event: Event) -> list[tuple[str, str]]:
    """Through the workspace for those who see it; from the public list for all others."""
    room = event.workspace
    if room.alone and (over := frame.activities(person, room.owner)):
        return [*over, (event.title, "")]
    if room.alone or not rules.may(person, rules.SEE, room):
        return [(_("Arrangementer"), reverse("events")), (event.title, "")]
    tab = (_("Arrangementer"), reverse("workspace-calendar", args=[room.pk]))
    return [(room.title, reverse("workspace", args=[room.pk])), tab, (event.title, "")]
