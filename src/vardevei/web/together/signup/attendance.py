"""Who came: a list to tap on a phone, which works without scripts; and those who came without having signed up."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from vardevei.web.forms import Form, PlaceField
from vardevei.web.problems import is_htmx
from vardevei.web.together import frame
from vardevei.web.together.signup import access
from vardevei.workspaces.domain import attendance as counting
from vardevei.workspaces.enums import SignUpState
from vardevei.workspaces.models import Event, SignUp

CALLED = (SignUpState.SIGNED_UP, SignUpState.OFFERED, SignUpState.WAITING)


class WalkInForm(Form):
    code = "walk-in"
    called = gettext_lazy("En som kom uten å være påmeldt")
    name = forms.CharField(label=gettext_lazy("Navn"), max_length=200)
    organisation = PlaceField(label=gettext_lazy("Kommune"), required=False)
    organisation_name = forms.CharField(label=gettext_lazy("Annen organisasjon"), required=False, max_length=200)
    email = forms.EmailField(
        label=gettext_lazy("E-post"),
        required=False,
        help_text=gettext_lazy("Bare hvis personen skal få evalueringen og andre brev om arrangementet."),
    )


def page(request: HttpRequest, key: int) -> HttpResponse:
    _person, event = access.run(request, key)
    context = {
        "event": event,
        "rows": rows_of(event),
        "counts": counting.counts(event),
        "crumbs": [(event.title, event.path), (_("Oppmøte"), "")],
    }
    return frame.page(request, "together/signup/attendance.html", event.workspace, "workspace-calendar", context)


def rows_of(event: Event) -> list[SignUp]:
    """Those who may stand at the door: with a place, or in line for one; and those who came."""
    rows = event.sign_ups.filter(state__in=CALLED) | event.sign_ups.came()
    return list(rows.select_related("organisation").order_by("name", "pk"))


@require_POST
def mark(request: HttpRequest, key: int, pk: int) -> HttpResponse:
    """One tap: came, or not after all. Pressed twice at once it stays as it was asked for."""
    person, event = access.run(request, key)
    came = True if request.POST.get("came") == "yes" else None
    row = counting.mark(access.listed(event, pk), came, by=person)
    if not is_htmx(request):
        return redirect("attendance", event.pk)
    context = {"event": event, "row": row, "counts": counting.counts(event), "tapped": True}
    return render(request, "together/signup/attendance-row.html", context)


def walk_in(request: HttpRequest, key: int) -> HttpResponse:
    person, event = access.run(request, key)
    form = WalkInForm.of(request, about=f"event:{event.pk}:walk-in")
    if form.accepted() and form.did(lambda: counting.walk_in(event, **form.cleaned_data, by=person)):
        return redirect("attendance", event.pk)
    title = _("En som kom uten å være påmeldt")
    context = {"event": event, "form": form, "title": title, "crumbs": [(event.title, event.path), (title, "")]}
    return frame.page(request, "together/signup/walk-in.html", event.workspace, "workspace-calendar", context)
