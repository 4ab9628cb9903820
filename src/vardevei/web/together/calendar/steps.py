"""What is done with an event as a whole: published, cancelled, copied, thrown away."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vardevei.web.together.calendar import access
from vardevei.web.together.calendar.forms import CancelForm, CopyForm
from vardevei.web.together.calendar.writing import inner
from vardevei.workspaces.domain import attending, event_copies, events


@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    person, event = access.run(request, pk)
    events.publish(event, by=person)
    messages.success(request, _("Arrangementet er publisert."))
    return redirect("event", pk)


def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Says first how many are told."""
    person, event = access.run(request, pk)
    form = CancelForm.of(request, about=f"event-cancel:{pk}")
    if form.accepted() and form.did(lambda: events.cancel(event, why=form.cleaned_data["why"], by=person)):
        return redirect("event", pk)
    told = len(list(attending.who(event, waiting=True)))
    return inner(request, "together/calendar/cancel.html", event, _("Avlys"), {"form": form, "told": told})


def copy(request: HttpRequest, pk: int) -> HttpResponse:
    person, event = access.run(request, pk)
    form = CopyForm.of(request, about=f"event-copy:{pk}")
    if form.accepted():
        days = (form.cleaned_data["day"] - timezone.localdate(event.starts_at)).days
        made = event_copies.copy(event, days=days, by=person)
        form.done()
        return redirect("event", made.pk)
    return inner(request, "together/calendar/copy.html", event, _("Kopier"), {"form": form})


@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    person, event = access.run(request, pk)
    alone, room = event.workspace.alone, event.workspace_id
    events.discard(event, by=person)
    messages.success(request, _("Kladden er slettet."))
    return redirect("events") if alone else redirect("workspace-calendar", room)
