"""Putting in a participation by hand, editing it and withdrawing it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.figures.tasks import build_mart
from vardevei.organisations.models import Organisation
from vardevei.organisations.permission import may
from vardevei.projects import rules
from vardevei.projects.domain import by_hand
from vardevei.projects.models import ByHand, Participation, Partner
from vardevei.web import access
from vardevei.web.county import frame
from vardevei.web.county.participation.forms import EntryForm, WhyForm
from vardevei.web.county.participation.rows import address, crumbs, row, title

FIELDS = (
    "title", "acronym", "number", "family", "programme_part", "role", "partners", "start", "end", "amount", "currency",
    "evidence", "evidence_text", "evidence_link", "evidence_day",
)  # fmt: skip


def add(request: HttpRequest, number: str) -> HttpResponse:
    """?kommune=5054 begins with that municipality; ?partner=12 with what is known of a partner's part."""
    person, county = access.county(request, number, rules.RECORD)
    partner = _partner(request, county)
    form = EntryForm.of(request, about=county, initial=_begin(request, partner))
    if form.accepted():
        entry = _entry(form, county)
        if not may(person, rules.RECORD, entry.organisation):
            form.add_error("place", _("Kommunen ligger i et annet fylke. Be det fylket legge den inn."))
        else:
            told = by_hand.record(entry, by=person, on_behalf_of=county)
            if partner:
                by_hand.tie(partner, told)
            form.done()
            build_mart.enqueue()
            return redirect(address(county, told.participation))
    return _page(request, county, form, _("Legg inn en deltakelse"), _("Legg inn"))


def edit(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    person, county, found = row(request, number, pk)
    told = _record(found)
    form = EntryForm.of(request, about=told, initial=_as_it_stands(told))
    if form.accepted():
        by_hand.edit(told, _entry(form, county), by=person)
        form.done()
        build_mart.enqueue()
        return redirect(address(county, found))
    back = address(county, found)
    return _page(request, county, form, _("Endre %(title)s") % {"title": title(found)}, _("Lagre"), back)


def withdraw(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    person, county, found = row(request, number, pk)
    told, back = _record(found), address(county, found)
    form = WhyForm.of(request, about=told)
    if form.accepted():
        by_hand.withdraw(told, by=person, why=form.cleaned_data["why"])
        form.done()
        build_mart.enqueue()
        return redirect(back)
    heading = _("Trekk %(title)s") % {"title": title(found)}
    return _page(request, county, form, heading, _("Trekk registreringen"), back)


def _record(found: Participation) -> ByHand:
    told = ByHand.objects.filter(participation=found).first()
    if told is None:
        raise Http404(found.pk)
    return told


def _partner(request: HttpRequest, county: Organisation) -> Partner | None:
    key = request.GET.get("partner", "")
    return get_object_or_404(Partner, pk=key, record__on_behalf_of=county) if key.isdecimal() else None


def _begin(request: HttpRequest, partner: Partner | None) -> dict[str, Any]:
    place = Organisation.objects.filter(number=request.GET.get("kommune", ""), kind="municipality", end=None).first()
    if partner is None:
        return {"place": place, "evidence_day": timezone.localdate()}
    organisation = by_hand.municipality_of(partner, partner.record.participation.year)
    if organisation is None:
        raise Http404(partner.pk)
    entry = by_hand.from_partner(partner, organisation)
    return {name: getattr(entry, name) for name in FIELDS if name != "partners"} | {"place": organisation}


def _entry(form: EntryForm, county: Organisation) -> by_hand.Entry:
    said = form.cleaned_data
    organisation = county if said["council"] else said["place"]
    values = {name: said[name] for name in FIELDS}
    return by_hand.Entry(organisation=organisation, **values | {"currency": said["currency"] or "EUR"})


def _as_it_stands(told: ByHand) -> dict[str, Any]:
    found = told.participation
    project, council = found.project, bool(found.organisation and found.organisation.kind == "county")
    lines = [f"{one.name}, {one.country}" if one.country else one.name for one in told.partners.all()]
    values: dict[str, Any] = {"council": council, "place": None if council else found.organisation}
    values |= {name: getattr(project, name) for name in ("title", "acronym", "family", "programme_part")}
    values |= {name: getattr(found, name) for name in ("role", "start", "end", "amount", "currency")}
    values |= {name: getattr(told, name) for name in FIELDS if name.startswith("evidence")}
    return values | {
        "number": "" if project.number.startswith("t-") else project.number,
        "partners": "\n".join(lines),
    }


def _page(
    request: HttpRequest, county: Organisation, form: Any, heading: str, submit: str, back: str = ""
) -> HttpResponse:
    context = {
        "form": form,
        "title": heading,
        "submit": submit,
        "back": back or crumbs(county)[1][1],
        "crumbs": crumbs(county, (heading, "")),
    }
    return frame.page(request, "county/write.html", county, "county-participation", context)
