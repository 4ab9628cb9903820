"""All municipalities and all counties, as they are or as they were in a year; what changed when; the search."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.opendata import finding, places
from vardevei.opendata.places import Place
from vardevei.projects.domain import found
from vardevei.web.public.places import changes, facts, participation
from vardevei.web.public.places.addresses import link
from vardevei.web.tables import Column, Row, Table

YEARS = (2014, 2017, 2018, 2020, 2024)  # the first year of each division; between them nothing changed but names


def _year(request: HttpRequest) -> int:
    """The year of `?aar=`; without it, the newest the register covers."""
    text = request.GET.get("aar", "")
    if not text:
        return min(date.today().year, places.LAST_YEAR)
    if not text.isdigit():
        raise Http404(text)
    return int(text)  # a year outside the register becomes a page that says which years there are


def _choices(name: str, chosen: int) -> list[tuple[str, str, bool]]:
    newest = [(_("I dag"), reverse(name), chosen >= YEARS[-1])]
    return [(str(year), f"{reverse(name)}?aar={year}", year == chosen) for year in YEARS[:-1]] + newest


def municipalities(request: HttpRequest) -> HttpResponse:
    year = _year(request)
    day = date(year, 1, 1)
    there = places.on(day)
    projects = found.on(day)
    columns = [Column(_("Kommune")), Column(_("Nummer")), Column(_("Fylke")), Column(_("Innbyggere"), "number")]
    table = Table(
        _("%(count)s kommuner per 1. januar %(year)s") % {"count": len(there), "year": year},
        [*columns, Column(_("Funnet i"))],
        [_municipality(place, day, participation.in_words(projects, place)) for place in there],
        fold="tight",
    )
    context = {"table": table, "choices": _choices("municipalities", year), "crumbs": [(_("Kommuner"), "")]}
    return render(request, "public/municipalities.html", context)


def _municipality(place: Place, day: date, told: str) -> Row:
    county = link(places.county_of(place, day), day)
    return Row((link(place, day), place.number(day), county, facts.population(place, day.year), told))


def counties(request: HttpRequest) -> HttpResponse:
    year = _year(request)
    day = date(year, 1, 1)
    members: dict[str, int] = {}
    for place in places.on(day):
        county = places.county_of(place, day).id
        members[county] = members.get(county, 0) + 1
    there = places.on(day, "county")
    table = Table(
        _("%(count)s fylker per 1. januar %(year)s") % {"count": len(there), "year": year},
        [Column(_("Fylke")), Column(_("Nummer")), Column(_("Kommuner"), "number")],
        [Row((link(place, day), place.number(day), members[place.id])) for place in there],
        fold="tight",
    )
    context = {"table": table, "choices": _choices("counties", year), "crumbs": [(_("Fylker"), "")]}
    return render(request, "public/counties.html", context)


def what_changed(request: HttpRequest) -> HttpResponse:
    crumbs = [(_("Kommuner"), reverse("municipalities")), (_("Hva endret seg når?"), "")]
    return render(request, "public/changes.html", {"years": changes.by_year(), "crumbs": crumbs})


def search(request: HttpRequest) -> HttpResponse:
    text = request.GET.get("q", "").strip()[:100]
    hits = [{"hit": hit, "link": link(hit.place), "was": link(hit.was)} for hit in finding.find(text)] if text else []
    return render(request, "public/search.html", {"q": text, "hits": hits, "crumbs": [(_("Søk"), "")]})
