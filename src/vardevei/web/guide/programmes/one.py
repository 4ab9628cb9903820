"""The page of one programme, and the one on what comes after 2027."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.opendata import eligible
from vardevei.opendata import programmes as guide
from vardevei.opendata.programmes import Programme
from vardevei.programmes import models
from vardevei.programmes.domain import calls
from vardevei.web.guide.programmes import asking, lists, telling, words
from vardevei.web.tables import Column, Gap, Row, Table

DIVISIONS = (2013, 2018, 2020, 2024)  # where the register begins, and the years the counties changed
SHOWN = 10


def programme(request: HttpRequest, code: str) -> HttpResponse:
    told = known(code)
    asked, over = asking.asked(request), asking.is_over(told)
    word, color = words.NORWAY[told.norway]
    context = {
        "told": told,
        "years": eligible.years(told),
        "over": over,
        "norway": (words.WAS[told.norway] if over else word, color),
        "asked": asked,
        "mark": asking.mark(told, asked.place) if asked.place else None,
        "topics": telling.topics(told),
        "counties": _counties(told),
        "calls": _calls(code),
        "before": [(guide.by_code(one), lists.link(guide.by_code(one))) for one in told.before],
        "after": [lists.link(one) for one in guide.successors(code)],
        "files": lists.files("programme-file", code),
        "crumbs": [(_("Programmer"), reverse("programmes")), (telling.said(told.name), "")],
    }
    return render(request, "guide/programmes/one.html", context)


def next_period(request: HttpRequest) -> HttpResponse:
    crumbs = [(_("Programmer"), reverse("programmes")), (_("Etter 2027"), "")]
    return render(request, "guide/programmes/next.html", {"parts": guide.next_period(), "crumbs": crumbs})


def known(code: str) -> Programme:
    if code not in guide.programmes():
        raise Http404(code)
    return guide.by_code(code)


def _calls(code: str) -> list[models.Call]:
    """Those that are open now, the nearest deadline first; none before the programmes are in the database."""
    row = models.Programme.objects.filter(pk=code).first()
    return list(calls.open_for(row)[:SHOWN]) if row else []


def _counties(told: Programme) -> Table | None:
    """The counties in the area, as they were called in each division of the country during the period."""
    if told.area is None or told.area.everywhere:
        return None
    columns = [Column(_("År")), Column(_("Hele fylket"), "long"), Column(_("Deler av fylket"), "long")]
    rows = [Row((_span(told, year), *_names(told, year))) for year in _divisions(told)]
    return Table(_("Fylker i programområdet, slik fylkene var"), columns, rows)


def _divisions(told: Programme) -> list[int]:
    first, last = told.start or DIVISIONS[0], told.end or DIVISIONS[-1]
    current = max((year for year in DIVISIONS if year <= first), default=DIVISIONS[0])
    return [year for year in DIVISIONS if current <= year <= last]


def _span(told: Programme, year: int) -> str:
    """From when the division held, within the programme's years, to when it stopped."""
    later = [one - 1 for one in DIVISIONS if one > year]
    begin = (told.start or year) if year == DIVISIONS[0] else max(year, told.start or year)
    end = min([*later, told.end or asking.this_year()])
    return f"{begin}–{end}" if end > begin else str(begin)


def _names(told: Programme, year: int) -> list[str]:
    assert told.area is not None
    found = eligible.counties(told.area, year)
    return [", ".join(county.name() for county in those) or Gap(_("ingen")) for those in found]
