"""The list of calls: open ones first by the nearest deadline, and choices that narrow it."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.opendata.eligible import Answer
from vardevei.programmes import rules
from vardevei.programmes.domain import calls as verbs
from vardevei.programmes.domain import wanted
from vardevei.programmes.models import Call, Intake
from vardevei.web import access
from vardevei.web.guide.calls import choosing, words
from vardevei.web.guide.calls.choosing import Chosen
from vardevei.web.guide.programmes import words as guide

A_PAGE = 25


@dataclass(frozen=True, slots=True)
class Line:
    """A call in a list. `tags` are (text, colour)."""

    call: Call
    programme: str
    tags: list[tuple[str, str]]
    each: str


def calls(request: HttpRequest) -> HttpResponse:
    chosen = choosing.chosen(request.GET)
    found = wanted.find(chosen.wanted).select_related("programme").prefetch_related("deadlines")
    listed = Paginator(found, A_PAGE).get_page(request.GET.get("side"))
    answers = verbs.usable(chosen.place) if chosen.place else {}
    query = chosen.address()
    context = {
        "chosen": chosen,
        "wanted": chosen.wanted,
        "listed": listed,
        "lines": [line(call, answers.get(call.programme_id or "") if chosen.place else None) for call in listed],
        "choices": [
            (text, f"{reverse('calls')}?{chosen.address(show=code)}", code == chosen.wanted.show)
            for code, text in words.CHOICES.items()
        ],
        "programmes": choosing.programmes(),
        "topics": choosing.topics(),
        "pages": f"?{query}{'&' if query else ''}side=",
        "query": query,
        "files": files(chosen),
        "announces": rules.may(access.person(request), rules.ANNOUNCE),
        "taken": Intake.objects.select_related("delivery").first(),
        "crumbs": [(_("Programmer"), reverse("programmes")), (_("Utlysninger"), "")],
    }
    return render(request, "guide/calls/list.html", context)


def line(call: Any, answer: Answer | None = None) -> Line:
    tags = [(deadline(call), words.color(call.standing))]
    if call.planned:
        tags.append((_("Foreløpige datoer"), "warning"))
    if answer is not None:
        word, color = guide.VERDICTS[answer.verdict]
        tags.append((_("Kan vi bruke det? {word}").format(word=word), color))
    elif call.programme:
        word, color = guide.NORWAY[call.programme.norway]
        tags.append((str(word), color))
    return Line(call, words.programme(call), tags, words.each(call))


def deadline(call: Any) -> str:
    """The deadline that is next in a few words, or why there is none."""
    ahead = [one for one in call.deadlines.all() if call.next_at and one.at == call.next_at]
    if call.standing == "forthcoming" and call.opens_on:
        return _("Åpner {day}").format(day=words.numbers.day(call.opens_on))
    if call.standing == "open" and ahead:
        return _("Frist {day}, {left}").format(day=words.numbers.day(ahead[0].on), left=words.left(ahead[0].at))
    if call.standing == "open":
        return _("Åpen, uten frist")
    if call.standing == "closed":
        return _("Fristen gikk ut {day}").format(day=words.numbers.day(timezone.localtime(call.last_at).date()))
    return str(words.Standing(call.standing).label)


def files(chosen: Chosen) -> list[tuple[str, str]]:
    query = chosen.address()
    names = (("CSV", "csv"), ("Excel", "xlsx"), ("JSON (CommonGrants)", "json"))
    return [(name, f"{reverse('calls-file', args=[kind])}?{query}") for name, kind in names]
