"""The page of one municipality and of one county."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.opendata import finding, hexagons, places
from vardevei.opendata.places import Place
from vardevei.projects.domain import found
from vardevei.web.public.places import around, descent, facts, participation
from vardevei.web.public.places.addresses import address, link, of_reference
from vardevei.web.tables import Column, Row, Table


def municipality(request: HttpRequest, reference: str) -> HttpResponse:
    place = of_reference(reference, "municipality")
    county = places.county_of(place, facts.last_day(place))
    context = _shared(place) | {
        "county": county,
        "crumbs": [(_("Kommuner"), reverse("municipalities")), (county.name(), address(county)), (place.name(), "")],
        "facts": facts.key_facts(place),
        "more": facts.more_facts(place),
        "neighbours": _neighbours(place),
        "around": around.map_of(place),
    }
    return render(request, "public/municipality.html", context)


def county(request: HttpRequest, reference: str) -> HttpResponse:
    place = of_reference(reference, "county")
    context = _shared(place) | {
        "crumbs": [(_("Fylker"), reverse("counties")), (place.name(), "")],
        "members": _members(place),
    }
    return render(request, "public/county.html", context)


def _shared(place: Place) -> dict[str, object]:
    drawn = descent.descent(place)
    parts = drawn and any(unit.part for layer in [*drawn.before, *drawn.after] for unit in layer)
    return {
        "place": place,
        "gone": place.period.end is not None,
        "today": [link(now) for now in finding.today_of(place) if now is not place],
        "descent": drawn,
        "descent_caption": _("Stiplet kant: bare en del av området.") if parts else "",
        "sentences": descent.sentences(place),
        "through_time": facts.through_time(place),
        "participation": participation.of(place),
    }


def _neighbours(place: Place) -> list[participation.Neighbour]:
    """Only for today's municipalities: the source has no older boundaries."""
    if place.period.end:
        return []
    beside = (places.by_number(number) for number in hexagons.neighbours(place.number()))
    return participation.neighbours([other for other in beside if other], facts.last_day(place))


def _members(county: Place) -> Table:
    day = facts.last_day(county)
    members = [place for place in places.on(day) if places.county_of(place, day) is county]
    told = found.on(day)
    columns = [Column(_("Kommune")), Column(_("Innbyggere"), "number"), Column(_("Funnet i"), "text")]
    rows = [
        Row((link(place, day), facts.population(place, day.year), participation.in_words(told, place)))
        for place in members
    ]
    return Table(_("%(count)s kommuner i %(name)s") % {"count": len(rows), "name": county.name()}, columns, rows)
