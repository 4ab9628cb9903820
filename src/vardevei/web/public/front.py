"""The front page: find your municipality in one step, see who was found, and know what that is based on."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.opendata import families, places
from vardevei.opendata.places import Place
from vardevei.projects.domain import found
from vardevei.projects.domain.found import Found
from vardevei.projects.models import Participation
from vardevei.web.context import address_of
from vardevei.web.public import ahead
from vardevei.web.public.places.addresses import link
from vardevei.web.public.places.national import municipal_map
from vardevei.web.public.places.participation import in_words, tone

LISTED = 15  # municipalities with most projects that the front page names; the rest stand in the list of all


def front(request: HttpRequest) -> HttpResponse:
    day = date(min(date.today().year, places.LAST_YEAR), 1, 1)
    there, told = places.on(day), found.on(day)
    states = {place.id: tone(told, place) for place in there}
    loaded = Participation.objects.standing().values_list("project__family", flat=True).distinct().order_by()
    known = {family.code for family in families.families()}
    context = {
        "found": sum(state == "hex-yes" for state in states.values()),
        "total": len(there),
        "seen": [(link(place), in_words(told, place)) for place in _most_first(there, told)],
        "map": municipal_map(day, lambda place: states[place.id], lambda place: in_words(told, place)),
        "legend": _legend(list(states.values())),
        "year": day.year,
        "loaded": [families.name(code, get_language() or "nb") for code in sorted(loaded) if code in known],
        "missing": len(known - set(loaded)),
        "tries": [_("overvann i sentrum"), _("bredbånd i grisgrendte strøk"), _("unge utenfor skole og arbeid")],
        "challenge_address": address_of("challenge-new"),
        **ahead.next_things(),
    }
    return render(request, "front.html", context)


def _most_first(there: tuple[Place, ...], told: Found) -> list[Place]:
    seen = [place for place in there if told.count(place.id)]
    return sorted(seen, key=lambda place: (-told.count(place.id), place.name()))[:LISTED]


def _legend(states: list[str]) -> list[tuple[str, str]]:
    words = {
        "hex-yes": _("Funnet"),
        "hex-gap": _("Kan ikke plasseres"),
        "hex-no": _("Ikke funnet i det som er lastet inn"),
    }
    return [(key, f"{text} ({states.count(key)})") for key, text in words.items() if key in states]
