"""What has changed since a day: the answer to "what is new since 15 April?"."""

from collections import Counter
from datetime import date, timedelta
from itertools import groupby

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.programmes.domain import changes, wanted
from vardevei.programmes.enums import ChangeKind
from vardevei.web.guide.calls import choosing, words

A_PAGE = 50
USUALLY = timedelta(days=30)


def page(request: HttpRequest) -> HttpResponse:
    chosen = choosing.chosen(request.GET)
    since, wrong = _since(request.GET.get("siden", "").strip())
    kind = request.GET.get("hva", "")
    every = changes.since(since, among=wanted.among(chosen.wanted))
    counts = Counter(one.kind for one in every)
    shown = [one for one in every if one.kind == kind] if kind in counts else every
    listed = Paginator(shown, A_PAGE).get_page(request.GET.get("side"))
    days = groupby(listed, key=lambda one: timezone.localtime(one.at).date())
    base = f"siden={since}&{chosen.address()}".rstrip("&")
    context = {
        "chosen": chosen,
        "since": since,
        "wrong": wrong,
        "total": len(every),
        "days": [(day, [(one, words.told(one), words.programme(one.call)) for one in of_day]) for day, of_day in days],
        "listed": listed,
        "pages": f"?{base}{f'&hva={kind}' if kind else ''}&side=",
        "kinds": [
            (f"{ChangeKind(code).label} ({count})", f"?{base}&hva={code}", code == kind)
            for code, count in counts.most_common()
        ],
        "all": f"?{base}",
        "kind": kind if kind in counts else "",
        "query": chosen.address(),
        "crumbs": [(_("Utlysninger"), reverse("calls")), (_("Hva er endret"), "")],
    }
    return render(request, "guide/calls/changed.html", context)


def _since(typed: str) -> tuple[date, bool]:
    """The day, and whether what was typed is none."""
    usual = timezone.localdate() - USUALLY
    if not typed:
        return usual, False
    try:
        return date.fromisoformat(typed), False
    except ValueError:
        pass
    try:
        day, month, year = (int(part) for part in typed.replace("/", ".").split("."))
        return date(year, month, day), False
    except ValueError:
        return usual, True
