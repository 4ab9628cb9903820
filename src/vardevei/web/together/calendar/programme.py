"""Writing an event's programme, and who arranges it together with the county."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vardevei.web.together.calendar import access, one
from vardevei.web.together.calendar.forms import BlockForm, OrganiserForm, standing_block
from vardevei.web.together.calendar.writing import inner
from vardevei.workspaces.domain import programmes


def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The programme as it stands, with a form for one more part under it."""
    person, event = access.run(request, pk)
    form = BlockForm.of(request, about=f"event-block-in:{pk}", event=event)
    if form.accepted() and form.did(lambda: programmes.add(event, by=person, **form.written())):
        return redirect("event-programme", pk)
    context: dict[str, object] = {"form": form, "programme": one.programme(event)}
    return inner(request, "together/calendar/programme.html", event, _("Program"), context)


def change(request: HttpRequest, pk: int, block: int) -> HttpResponse:
    person, event = access.run(request, pk)
    found = get_object_or_404(event.blocks, pk=block)
    form = BlockForm.of(request, about=f"event-block:{block}", initial=standing_block(found), event=event)
    if form.accepted() and form.did(lambda: programmes.change(found, by=person, **form.written())):
        return redirect("event-programme", pk)
    return inner(request, "together/calendar/block.html", event, _("Program"), {"form": form, "block": found})


@require_POST
def remove(request: HttpRequest, pk: int, block: int) -> HttpResponse:
    person, event = access.run(request, pk)
    programmes.remove(get_object_or_404(event.blocks, pk=block), by=person)
    return redirect("event-programme", pk)


def organisers(request: HttpRequest, pk: int) -> HttpResponse:
    person, event = access.run(request, pk)
    form = OrganiserForm.of(request, about=f"event-organiser-in:{pk}")
    if form.accepted() and form.did(lambda: programmes.add_organiser(event, by=person, **form.written())):
        return redirect("event-organisers", pk)
    context: dict[str, object] = {"form": form, "organisers": event.co_organisers.select_related("organisation")}
    return inner(request, "together/calendar/organisers.html", event, _("Medarrangører"), context)


@require_POST
def remove_organiser(request: HttpRequest, pk: int, organiser: int) -> HttpResponse:
    person, event = access.run(request, pk)
    programmes.remove_organiser(get_object_or_404(event.co_organisers, pk=organiser), by=person)
    return redirect("event-organisers", pk)
