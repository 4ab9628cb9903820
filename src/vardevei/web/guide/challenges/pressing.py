"""Buttons: judge a match, follow it, look anew, answer a suggestion. Each goes back to where it was pressed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from vardevei.guide.domain import matches, suggestions, verdicts
from vardevei.guide.models import Suggestion
from vardevei.web.guide.challenges import doors


@require_POST
def judge(request: HttpRequest, key: int) -> HttpResponse:
    person, match = doors.match(request, key)
    verdicts.give(match, request.POST.get("value", ""), by=person)
    return _back(match.challenge_id, f"treff-{match.pk}")


@require_POST
def follow(request: HttpRequest, key: int) -> HttpResponse:
    person, match = doors.match(request, key)
    verb = matches.follow if request.POST.get("follow") == "yes" else matches.stop
    verb(match, by=person)
    return _back(match.challenge_id, f"treff-{match.pk}")


@require_POST
def find(request: HttpRequest, key: int) -> HttpResponse:
    _person, challenge = doors.own(request, key)
    matches.find(challenge)
    return _back(challenge.pk, "")


@require_POST
def reply(request: HttpRequest, key: int) -> HttpResponse:
    made = Suggestion.objects.filter(pk=key).select_related("challenge__municipality", "by", "county").first()
    if made is None:
        raise Http404(key)
    person, _challenge = doors.own(request, made.challenge_id)
    more = request.POST.get("more", "")[:2000]
    suggestions.reply(made, request.POST.get("value", ""), more=more, by=person)
    return _back(made.challenge_id, "forslag")


def _back(challenge: int, place: str) -> HttpResponse:
    return redirect(f"{reverse('challenge', args=[challenge])}{'#' + place if place else ''}")
