"""All municipalities and all counties, as they are or as they were in a year; what changed when; the search."""

import csv
from collections.abc import Iterable
from datetime import date
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.opendata import attributes, finding, places
from vardevei.opendata.places import Place
from vardevei.projects.domain import found
from vardevei.projects.domain.found import Found
from vardevei.web.public.places import changes, facts, participation
from vardevei.web.public.places.addresses import link
from vardevei.web.tables import Column, Row, Table

YEARS = (2014, 2017, 2018, 2020, 2024)  # the first year of each division; between them nothing changed but names


def _year(request: HttpRequest) -> int:
    """The year of `?aar=`; without it, the newest the register covers."""
    text = request.GET.get("aar", "")
    if not text:
        return min(date.today().year, places.LAST_YEAR)
    if not text.isdecimal():
        raise Http404(text)
    return int(text)  # a year outside the register becomes a page that says which years there are


def _choices(name: str, chosen: int) -> list[tuple[str, str, bool]]:
    newest = [(_("I dag"), reverse(name), chosen >= YEARS[-1])]
    return [(str(year), f"{reverse(name)}?aar={year}", year == chosen) for year in YEARS[:-1]] + newest


def municipalities(request: HttpRequest) -> HttpResponse:
    year = _year(request)
    there, told = places.on(date(year, 1, 1)), found.on(date(year, 1, 1))
    context = {
        "counties": _by_county(there, told, date(year, 1, 1)),
        "count": len(there),
        "year": year,
        "choices": _choices("municipalities", year),
        "crumbs": [(_("Kommuner"), "")],
    }
    return render(request, "public/municipalities.html", context)


def _by_county(there: Iterable[Place], told: Found, day: date) -> list[tuple[Place, int, int, Table]]:
    """Each county with how many municipalities it has, how many of them were found, and the list of them."""
    columns = [Column(_("Kommune")), Column(_("Nummer")), Column(_("Innbyggere"), "number"), Column(_("Funnet i"))]
    counties = groupby(there, key=lambda place: places.county_of(place, day))
    return [(county, *_county(county, list(members), columns, told, day)) for county, members in counties]


def _county(
    county: Place, members: list[Place], columns: list[Column], told: Found, day: date
) -> tuple[int, int, Table]:
    rows = [_municipality(place, day, participation.in_words(told, place)) for place in members]
    seen = sum(told.count(place.id) > 0 for place in members)
    return len(members), seen, Table(county.name(day), columns, rows, fold="tight", hide_caption=True)


def _municipality(place: Place, day: date, told: str) -> Row:
    return Row((link(place, day), place.number(day), facts.population(place, day.year), told))


def municipalities_csv(request: HttpRequest) -> HttpResponse:
    """The same list to take away: one row a municipality, on the borders of the year."""
    year = _year(request)
    day = date(year, 1, 1)
    there, told = places.on(day), found.on(day)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="kommuner-{year}.csv"'
    lines = csv.writer(answer)
    lines.writerow(["number", "name", "official_name", "county_number", "county", "population", "projects_found"])
    for place in there:
        county = places.county_of(place, day)
        names = (place.number(day), place.name(day), place.official_name(day), county.number(day), county.name(day))
        lines.writerow([*names, attributes.population(place, year), told.count(place.id)])
    return answer


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
