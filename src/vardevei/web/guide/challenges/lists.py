"""One's own challenges, those that are open to all, and a try without an account: nothing of it is kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.guide.domain import matching
from vardevei.opendata import finding
from vardevei.organisations.models import Organisation
from vardevei.organisations.permission import own_counties
from vardevei.projects import rules
from vardevei.projects.domain.challenges import SHORTEST
from vardevei.projects.enums import Shared
from vardevei.projects.models import Challenge
from vardevei.projects.models.challenge import LONGEST
from vardevei.web import access, limits
from vardevei.web.guide.challenges import doors, one, shown

OPEN = 30
TRIES_HERE = limits.Limit("challenges-here", 120, 15)


def challenges(request: HttpRequest) -> HttpResponse:
    person = access.person(request)
    places = doors.municipalities(person)
    own = Challenge.objects.filter(municipality__in=[place.pk for place in places]).select_related("municipality")
    everybodys = Challenge.objects.standing().filter(shared=Shared.OPEN).exclude(pk__in=own.values("pk"))
    context = {
        "own": own.order_by("closed_at", "-written_at"),
        "writes": bool(places),
        "counties": _counties(person),
        "open": everybodys.select_related("municipality")[:OPEN],
        "crumbs": [(_("Utfordringer"), "")],
    }
    return render(request, "guide/challenges/list.html", context)


def attempt(request: HttpRequest) -> HttpResponse:
    """By the text alone; sent by POST, so that it stands in no log."""
    if request.method != "POST":
        return redirect("challenges")
    limits.count_here(request, TRIES_HERE)
    text, typed = request.POST.get("text", "").strip()[:LONGEST], request.POST.get("place", "").strip()[:100]
    place = _place(typed) if typed else None
    hits = matching.for_challenge(text, place, form=get_language() or "nb") if len(text) >= SHORTEST else []
    groups = shown.groups(shown.of_hits(hits))
    context = {
        "text": text,
        "begun": text,
        "typed": typed,
        "place": place,
        "short": len(text) < SHORTEST,
        "groups": groups,
        "count": len(hits),
        "nearest": one.nearest(groups),
        "none_open": one.no_call_fits(groups),
        "writes": bool(doors.municipalities(access.person(request))),
        "crumbs": [(_("Utfordringer"), reverse("challenges")), (_("Det vi fant"), "")],
    }
    return render(request, "guide/challenges/tried.html", context)


def _place(typed: str) -> Organisation | None:
    found = next((hit.place for hit in finding.find(typed) if hit.place.kind == "municipality"), None)
    return Organisation.objects.filter(pk=found.id).first() if found else None


def _counties(person: Person | None) -> list[Organisation]:
    return own_counties(person, rules.HELP_CHALLENGE)
