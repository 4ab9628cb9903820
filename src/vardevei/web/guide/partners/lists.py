"""The partner requests that the reader has to do with; for a visitor, how to send one in."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from vardevei.guide import partner_rules as rules
from vardevei.guide.enums_partners import RequestState
from vardevei.guide.models import PartnerRequest
from vardevei.web import access
from vardevei.web.guide.partners import words

MOST_CLOSED = 50


@dataclass(frozen=True, slots=True)
class Line:
    """A request in the list: for the county how many have answered, for a municipality its own answer."""

    request: PartnerRequest
    until: str
    tags: list[tuple[str, str]]


def requests(request: HttpRequest) -> HttpResponse:
    person = access.person(request)
    rows = rules.visible_to(person).select_related("county").prefetch_related("asked__municipality")
    lines = [_line(one, person) for one in rows] if person else []
    closed = [one for one in lines if one.request.state == RequestState.CLOSED]
    context = {
        "going_on": [one for one in lines if one not in closed],
        "closed": sorted(closed, key=lambda one: str(one.request.closed_at), reverse=True)[:MOST_CLOSED],
        "may_record": rules.may(person, rules.PASS_ON),
        "crumbs": [(_("Partnersøk"), "")],
    }
    return render(request, "guide/partners/list.html", context)


def _line(one: PartnerRequest, person: object) -> Line:
    tags = []
    if rules.may_pass_on(person, one):  # type: ignore[arg-type]
        if one.state == RequestState.ARRIVED:
            tags.append((_("Ny"), "warning"))
        tags.append((words.counted(list(one.asked.all())), "accent"))
    else:
        own = [each for each in one.asked.all() if rules.may(person, rules.ANSWER, each.municipality_id)]  # type: ignore[arg-type]
        tags += [words.answer(each) for each in own]
    return Line(one, words.until(one), tags)
