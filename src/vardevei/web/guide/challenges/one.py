"""The page of one challenge: what fits, why, what the county suggests, and what to do."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.guide.domain import following
from vardevei.guide.enums import Found, Reply, Value
from vardevei.guide.models import Match
from vardevei.programmes.domain import ical
from vardevei.programmes.models import Call
from vardevei.projects import rules
from vardevei.projects.models import Challenge
from vardevei.web import numbers
from vardevei.web.guide.calls import words as call_words
from vardevei.web.guide.challenges import doors, shown
from vardevei.web.guide.challenges.shown import Group


def challenge(request: HttpRequest, key: int) -> HttpResponse:
    person, found = doors.seen(request, key)
    mine, helps = rules.is_own_challenge(person, found), rules.may_help(person, found)
    works = mine or helps
    matches = list(found.matches.shown().prefetch_related("verdicts"))
    groups = shown.groups(shown.of_matches(matches, person, judges=works))
    context = {
        "challenge": found,
        "groups": groups,
        "count": sum(len(group.lines) for group in groups),
        "nearest": nearest(groups),
        "none_open": no_call_fits(groups),
        "mine": mine and not found.closed_at,
        "helps": helps and not found.closed_at,
        "works": works and not found.closed_at,
        "judged": judged(matches) if works else None,
        "values": Value.choices,
        "replies": Reply.choices,
        "suggestions": found.suggestions.select_related("county", "by") if works else [],
        "changes": _changes(found) if works else [],
        "followed": following.calls_of(found).exists(),
        "crumbs": _crumbs(found, person),
    }
    return render(request, "guide/challenges/one.html", context)


def calendar(request: HttpRequest, key: int) -> HttpResponse:
    """The deadlines of the calls they follow; of all that were found while they follow none."""
    _person, found = doors.seen(request, key)
    calls = following.calls_of(found)
    if not calls.exists():
        standing = found.matches.filter(kind=Found.CALL, stands=True).values("key")
        calls = Call.objects.filter(key__in=standing)
    rows = calls.select_related("programme").prefetch_related("deadlines", "changes")
    text = ical.feed(rows, found.title, get_language() or "nb", remind=True)
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="frister.ics"'
    return answer


def nearest(groups: list[Group]) -> str:
    """ "15. januar 2027, i Interreg Sverige–Norge": the nearest deadline among the calls they may use."""
    keys = [
        line.href.rstrip("/").rsplit("/", 1)[-1]
        for group in groups
        if group.code == Found.CALL
        for line in group.lines
        if shown.MAY["no"] not in line.tags
    ]
    calls: Any = Call.objects.with_dates().filter(key__in=keys).select_related("programme")
    first = calls.filter(next_at__isnull=False).order_by("next_at").first()
    if first is None:
        return ""
    day = numbers.day(timezone.localdate(first.next_at))
    return _("{day}, i {programme}").format(day=day, programme=call_words.programme(first))


def no_call_fits(groups: list[Group]) -> bool:
    """No call that they may use, and programmes that they may."""
    fits = {group.code for group in groups for line in group.lines if shown.MAY["no"] not in line.tags}
    return Found.CALL not in fits and Found.PROGRAMME in fits


def judged(matches: list[Match]) -> dict[str, int]:
    """How many of the matches somebody has judged, and how they fell. The latest verdict of each match counts."""
    latest = [given[0].value for one in matches if (given := list(one.verdicts.all()))]
    return {
        "all": len(matches),
        "judged": len(latest),
        "fits": latest.count(Value.FITS),
        "unsure": latest.count(Value.UNSURE),
        "not": latest.count(Value.NOT),
    }


def _changes(found: Challenge) -> list[tuple[object, str]]:
    happened = following.changes_for(found, timezone.localdate(found.written_at))
    return [(one, call_words.told(one)) for one in happened[:10]]


def _crumbs(found: Challenge, person: Person | None) -> list[tuple[str, str]]:
    return [(_("Utfordringer"), reverse("challenges")), (found.title, "")]
