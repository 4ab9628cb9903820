"""Putting in a call that no feed tells of, changing it and withdrawing it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.organisations.models import Organisation
from vardevei.organisations.roles import EDITOR
from vardevei.programmes import rules
from vardevei.programmes.domain import announcing
from vardevei.programmes.enums import BY_HAND
from vardevei.programmes.models import Call
from vardevei.web import access
from vardevei.web.guide.calls import one
from vardevei.web.guide.calls.forms import CallForm, WithdrawForm, standing


def new(request: HttpRequest) -> HttpResponse:
    person = access.signed_in(request)
    if not rules.may(person, rules.ANNOUNCE):
        raise PermissionDenied
    form = CallForm.of(request, about="new", initial={"language": get_language() or "nb", "currency": "EUR"})
    made: list[Call] = []
    if form.accepted() and form.did(lambda: made.append(_announce(form, person))):
        form.done()
        return redirect("call", made[0].key)
    crumbs = [(_("Utlysninger"), reverse("calls")), (_("Legg inn en utlysning"), "")]
    return render(request, "guide/calls/write.html", {"form": form, "crumbs": crumbs, "cancel": reverse("calls")})


def edit(request: HttpRequest, key: str) -> HttpResponse:
    person, call = _own(request, key)
    form = CallForm.of(request, about=call, initial=standing(call))
    if form.accepted() and form.did(lambda: announcing.edit(call, form.entry(), by=person, version=form.version)):
        form.done()
        return redirect("call", call.key)
    return _page(request, "guide/calls/write.html", form, call, _("Endre"))


def withdraw(request: HttpRequest, key: str) -> HttpResponse:
    person, call = _own(request, key)
    form = WithdrawForm.of(request, about=call)
    if form.accepted() and form.did(lambda: announcing.withdraw(call, by=person, why=form.cleaned_data["why"])):
        form.done()
        return redirect("call", call.key)
    return _page(request, "guide/calls/withdraw.html", form, call, _("Trekk utlysningen"))


def _announce(form: CallForm, person: Person) -> Call:
    return announcing.announce(form.entry(), by=person, county=_county(person))


def _county(person: Person) -> Organisation | None:
    """The county that she edits; none for the network's editors."""
    held = next((one for one in rules.held_by(person) if one.kind == EDITOR), None)
    return Organisation.objects.get(pk=held.organisation) if held else None


def _own(request: HttpRequest, key: str) -> tuple[Person, Call]:
    person = access.signed_in(request)
    call: Call = one.known(key)
    if call.source != BY_HAND:
        raise Http404(key)
    if not rules.may(person, rules.ANNOUNCE, call.county_id or ""):
        raise PermissionDenied
    return person, call


def _page(request: HttpRequest, template: str, form: CallForm | WithdrawForm, call: Call, here: str) -> HttpResponse:
    address = reverse("call", args=[call.key])
    crumbs = [(_("Utlysninger"), reverse("calls")), (call.title, address), (here, "")]
    return render(request, template, {"form": form, "call": call, "crumbs": crumbs, "cancel": address})
