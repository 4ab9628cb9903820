"""Making an event, in a workspace or for a county alone, and changing it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.organisations.domain import language
from vardevei.organisations.models import Organisation
from vardevei.web.together import doors, frame
from vardevei.web.together.calendar import access
from vardevei.web.together.calendar.forms import EventForm, standing
from vardevei.workspaces import rules
from vardevei.workspaces.domain import attending, events
from vardevei.workspaces.enums import EventMode
from vardevei.workspaces.models import Event


def new_alone(request: HttpRequest, number: str) -> HttpResponse:
    """For the county, without anyone having to think of a room."""
    person, county = doors.county(request, number)
    form = EventForm.of(request, about=f"event-in:{county.pk}", initial=_start(county), alone=True)
    if made := _made(form, lambda: events.begin_alone(county, by=person, **form.written())):
        return redirect("event", made.pk)
    crumbs = [*frame.activities(person, county), (_("Nytt arrangement"), "")]
    context = {"form": form, "county": county, "crumbs": crumbs}
    cancel = reverse("county-activities", args=[county.number])
    return render(request, "together/calendar/new.html", {**context, "cancel": cancel})


def new(request: HttpRequest, key: int) -> HttpResponse:
    """In a workspace."""
    person, workspace = doors.signed_in(request, key, rules.RUN)
    form = EventForm.of(request, about=f"event-in-workspace:{key}", initial=_start(workspace.owner))
    if made := _made(form, lambda: events.begin(workspace, by=person, **form.written())):
        return redirect("event", made.pk)
    context: dict[str, object] = {"form": form, "cancel": reverse("workspace-calendar", args=[key])}
    return frame.page(
        request, "together/calendar/new.html", workspace, "workspace-calendar", context, here=_("Nytt arrangement")
    )


def change(request: HttpRequest, pk: int) -> HttpResponse:
    person, event = access.run(request, pk)
    form = EventForm.of(request, about=event, initial=standing(event), alone=event.workspace.alone)
    if form.accepted() and form.did(lambda: _change(form, event, person)):
        return redirect("event", pk)
    told = len(list(attending.who(event))) if event.published and not event.over else None
    context: dict[str, object] = {"form": form, "told": told, "programme": event.blocks.exists()}
    return inner(request, "together/calendar/change.html", event, _("Endre"), context)


def _change(form: EventForm, event: Event, person: Person) -> None:
    events.change(event, by=person, version=form.version, **form.written())


def inner(request: HttpRequest, template: str, event: Event, here: str, context: dict[str, object]) -> HttpResponse:
    """A page under an event, for those who make it."""
    room, back = event.workspace, reverse("event", args=[event.pk])
    top = [(_("Arrangementer"), reverse("events"))]
    if not room.alone:
        tab = (_("Arrangementer"), reverse("workspace-calendar", args=[room.pk]))
        top = [(room.title, reverse("workspace", args=[room.pk])), tab]
    crumbs = [*top, (event.title, back), (here, "")]
    whole = {"event": event, "cancel": back, "crumbs": crumbs, **context}
    return frame.page(request, template, room, "workspace-calendar", whole)


def _start(county: Organisation) -> dict[str, Any]:
    return {"language": language.form_of(county), "mode": EventMode.PLACE, "who": "yes"}


def _made(form: EventForm, verb: Any) -> Event | None:
    """What the verb made of an accepted form."""
    made: list[Event] = []
    return made[0] if form.accepted() and form.did(lambda: made.append(verb())) else None
