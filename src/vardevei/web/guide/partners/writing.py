"""Recording a partner request or sending one in, changing it, and closing it with what came of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.core.domain import people
from vardevei.core.models import Person
from vardevei.guide import partner_rules as rules
from vardevei.guide.domain import partner_requests
from vardevei.guide.models import PartnerRequest
from vardevei.opendata import places
from vardevei.organisations.models import Organisation
from vardevei.web import access, limits
from vardevei.web.forms import Form
from vardevei.web.guide.partners import one as pages
from vardevei.web.guide.partners.forms import CloseForm, RequestForm, standing

SENT_HERE = limits.Limit("partner-requests-here", 20, 60)
SENT_BY = limits.Limit("partner-requests-of", 5, 60)


def new(request: HttpRequest) -> HttpResponse:
    """The county's own people record it; anyone else sends it in, and without an account confirms it by mail."""
    person = access.person(request)
    own = rules.counties(person, rules.PASS_ON)
    staff = bool(own) and person is not None
    if staff:
        person = access.signed_in(request)
    offered = own or _all_counties()
    form = RequestForm.of(
        request,
        about="partner-request:new",
        counties=offered,
        visitor=person is None,
        initial={"language": get_language() or "nb", "country": ""},
    )
    made: list[PartnerRequest] = []
    if form.accepted() and form.did(lambda: made.append(_make(request, form, person, offered, staff=staff))):
        if staff:
            return redirect("partner-request-ask", made[0].pk)
        if person:
            messages.success(request, _("Forespørselen er sendt til {county}.").format(county=made[0].county.body))
        return redirect("partner-requests" if person else "partner-request-sent")
    context = {
        "form": form,
        "title": _("Legg inn en partnerforespørsel") if staff else _("Søk etter partnere"),
        "lead": _("Når den er lagt inn, velger du hvilke kommuner som skal få den.")
        if staff
        else _("Fylkeskommunen ser på forespørselen og sender den til kommuner som kan passe. Du trenger ingen konto."),
        "submit": _("Legg inn") if staff else _("Send"),
        "cancel": reverse("partner-requests"),
        "crumbs": pages.crumbs((_("Ny forespørsel"), "")),
    }
    return render(request, "guide/partners/write.html", context, status=400 if form.is_bound else 200)


def change(request: HttpRequest, key: int) -> HttpResponse:
    person, one = pages.passed_on(request, key)
    form = RequestForm.of(request, about=one, counties=[], initial=standing(one))
    if form.accepted() and form.did(lambda: partner_requests.change(one, form.said(), by=person, version=form.version)):
        return redirect("partner-request", key)
    lead = _("Brev som er sendt, blir ikke endret.") if one.question_id else ""
    return _page(request, form, one, _("Endre forespørselen"), _("Lagre"), lead)


def close(request: HttpRequest, key: int) -> HttpResponse:
    person, one = pages.passed_on(request, key)
    form = CloseForm.of(request, about=f"partner:{one.pk}:close")
    if form.accepted() and form.did(
        lambda: partner_requests.close(one, outcome=form.cleaned_data["outcome"], by=person)
    ):
        return redirect("partner-request", key)
    return _page(request, form, one, _("Avslutt forespørselen"), _("Avslutt"), _("Etter det kan ingen svare."))


def _make(
    request: HttpRequest, form: RequestForm, person: Person | None, offered: list[Organisation], *, staff: bool
) -> PartnerRequest:
    county = form.cleaned_data.get("county") or offered[0]
    if staff and person:
        return partner_requests.record(county, form.said(), by=person)
    limits.count_here(request, SENT_HERE)
    email = form.cleaned_data["email"]
    limits.count(SENT_BY, person.pk if person else email)
    who = person or people.find_or_make(email, form.cleaned_data["contact"])
    return partner_requests.send_in(county, form.said(), by=who, signed_in=person is not None)


def _all_counties() -> list[Organisation]:
    ids = [place.id for place in places.on(timezone.localdate(), "county")]
    return list(Organisation.objects.filter(pk__in=ids).order_by("name"))


def _page(request: HttpRequest, form: Form, one: PartnerRequest, title: str, submit: str, lead: str) -> HttpResponse:
    address = reverse("partner-request", args=[one.pk])
    context: dict[str, Any] = {
        "form": form,
        "title": title,
        "lead": lead,
        "submit": submit,
        "cancel": address,
        "crumbs": pages.crumbs((one.title, address), (title, "")),
    }
    return render(request, "guide/partners/write.html", context, status=400 if form.is_bound else 200)
