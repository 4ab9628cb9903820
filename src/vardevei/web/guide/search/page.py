"""The page of the search: groups with counts, each hit with its reason, and what to do when nothing was found."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.guide import rules
from vardevei.guide.domain import misses
from vardevei.web import access
from vardevei.web.context import address_of
from vardevei.web.guide.search import finding, telling
from vardevei.web.guide.search.finding import KINDS, Answer


def search(request: HttpRequest) -> HttpResponse:
    text = finding.asked(request.GET.get("q", ""))
    kind = request.GET.get("slag", "")
    only = kind if kind in KINDS else ""
    answer = finding.find(text, only)
    if text and not answer.count and not only:
        misses.keep(text)
    query = urlencode({"q": text})
    context = {
        "q": text,
        "answer": answer,
        "groups": [(group, telling.lines(group), f"?{query}&slag={group.kind}") for group in answer.groups],
        "only": only,
        "all": f"?{query}",
        "data": f"{reverse('search-data')}?{query}",
        "challenge": address_of("challenge-new"),
        "editor": rules.may(access.person(request), rules.EDIT_THESAURUS),
        "crumbs": [(_("Søk"), "")],
        "title": _title(answer),
    }
    return render(request, "guide/search/page.html", context)


def _title(answer: Answer) -> str:
    return f"«{answer.text}»" if answer.text else _("Hva vil kommunen din løse?")
