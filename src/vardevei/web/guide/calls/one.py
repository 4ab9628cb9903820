"""The page of one call: what it is, until when, whether we may use it, and what has changed."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.opendata.programmes import Fact
from vardevei.programmes import rules
from vardevei.programmes.domain import calls as verbs
from vardevei.programmes.domain import changes
from vardevei.programmes.enums import BY_HAND
from vardevei.programmes.models import Call
from vardevei.web import access
from vardevei.web.guide.calls import words
from vardevei.web.guide.programmes import asking, telling
from vardevei.web.guide.programmes import words as guide
from vardevei.web.tables import Link

LONG = 1_500  # signs of a text that is shown at once; the rest is opened


def call(request: HttpRequest, key: str) -> HttpResponse:
    found = known(key)
    asked = asking.asked(request)
    answer = verbs.may_use(found.programme, asked.place, _year(found)) if asked.place else None
    context = {
        "call": found,
        "programme": words.programme(found),
        "color": words.color(found.standing),
        "standing": words.Standing(found.standing).label,
        "norway": guide.NORWAY[found.programme.norway] if found.programme else guide.NORWAY["unknown"],
        "deadlines": _deadlines(found),
        "facts": _facts(found),
        "applicants": _applicants(found),
        "asked": asked,
        "mark": guide.VERDICTS[answer.verdict] if answer else None,
        "because": telling.said(answer.because) if answer else "",
        "changes": [(one, words.told(one)) for one in changes.of(found)],
        "long": len(found.abstract) > LONG,
        "edits": found.source == BY_HAND and rules.may(access.person(request), rules.ANNOUNCE, found.county_id or ""),
        "crumbs": [(_("Utlysninger"), reverse("calls")), (found.title, "")],
    }
    return render(request, "guide/calls/one.html", context)


def known(key: str) -> Any:
    """The call with its dates; 404 when there is none."""
    rows = Call.objects.with_dates().select_related("programme", "delivery", "county").prefetch_related("deadlines")
    found = rows.filter(key=key).first()
    if found is None:
        raise Http404(key)
    return found


def _year(found: Any) -> int:
    return min((found.next_at or found.last_at or timezone.now()).year, asking.this_year())


def _deadlines(found: Any) -> list[tuple[str, str, str, bool]]:
    """For each: what it is called, when, how long is left, and whether it is over."""
    every = list(found.deadlines.all())
    now = timezone.now()
    names = [_("Frist") if len(every) == 1 else _("Frist {number}").format(number=one.stage) for one in every]
    return [(name, words.when(one), words.left(one.at), one.at < now) for name, one in zip(names, every, strict=True)]


def _facts(found: Call) -> list[tuple[str, object]]:
    told: list[tuple[str, object]] = [
        (_("Åpner"), words.numbers.day(found.opens_on) if found.opens_on else ""),
        (_("Program"), _programme(found)),
        (_("Penger i alt"), words.money(found.budget, found.currency)),
        (_("Til hvert prosjekt"), words.each(found)),
        (_("Så mange regner de med å gi til"), str(found.grants or "")),
        (_("Støtteform"), found.action_type),
        (_("Del av"), found.call_title or found.destination),
        (_("Nummer"), found.identifier),
    ]
    return [(name, value) for name, value in told if value]


def _programme(found: Call) -> object:
    name = words.programme(found)
    return Link(name, reverse("programme", args=[found.programme_id])) if _has_page(found) else name


def _has_page(found: Call) -> bool:
    from vardevei.opendata.programmes import programmes

    return found.programme_id in programmes()


def _applicants(found: Call) -> tuple[Fact, ...]:
    """What the guide says of who may apply to the programme, when the call itself says nothing."""
    if found.who or not found.programme or not _has_page(found):
        return ()
    return found.programme.facts.about("applicants", "lead")
