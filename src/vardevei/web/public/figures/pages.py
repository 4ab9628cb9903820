"""The list of figures, and the page of one."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vardevei.opendata import calculate
from vardevei.opendata.calculate import Result
from vardevei.opendata.figures import words
from vardevei.web import numbers
from vardevei.web import words as told_of
from vardevei.web.public.figures import computed, downloads, maps, memo, options, tables
from vardevei.web.public.figures.computed import Computed, language

MEMO = "memo-figures"


def figures(request: HttpRequest) -> HttpResponse:
    now = language()
    told = [(figure.title[now], figure.question[now], reverse("figure", args=[figure.name])) for figure in _all()]
    return render(request, "public/figures.html", {"figures": told, "crumbs": [(_("Deltakelse"), "")]})


def _all() -> list[calculate.Definition]:
    return sorted(calculate.definitions().values(), key=lambda figure: (figure.name == MEMO, figure.name))


def figure(request: HttpRequest, name: str) -> HttpResponse:
    found = computed.of(name, request.GET)
    now, result = language(), found.result
    drawn = maps.of(found)
    context = {
        "name": name,
        "title": result.definition.title[now],
        "why": result.definition.why_it_matters[now],
        "sentence": emphasised(result.sentence(now)),
        "toggle": options.border_choices(result) if "borders" in result.definition.choices else [],
        "fields": options.fields(result),
        "map": drawn[0] if drawn else None,
        "legend": drawn[1] if drawn else None,
        "caption": drawn[2] if drawn else "",
        "line": tables.line(result),
        "table": tables.table(result) if name != MEMO else None,
        "councils": tables.councils(result),
        "memo": memo.groups(result) if name == MEMO else None,
        "nibr": memo.nibr() if name == MEMO else None,
        "unplaced": _unplaced(result),
        "not_placed": {kind: account.not_placed for kind, account in result.units.items()},
        "about": _about(result),
        "sources": [(told_of.source(source.code), source) for source in result.sources],
        "lacking": result.lacking(now),
        "caveats": [caveat[now] for caveat in result.definition.caveats],
        "files": downloads.links(result),
        "cite": _cite(found),
        "crumbs": [(_("Deltakelse"), reverse("figures")), (result.definition.title[now], "")],
    }
    return render(request, "public/figure.html", context)


def emphasised(text: str) -> SafeString:
    """The words between ** and ** are the number that matters most."""
    parts = text.split("**")
    return format_html("{}<b>{}</b>{}", *parts) if len(parts) == 3 else format_html("{}", text)


def _unplaced(result: Result) -> list[dict[str, object]]:
    now = language()
    return [
        {
            "name": unit.name,
            "kind": words.KINDS[unit.kind][0][now],
            "participations": unit.participations,
            "why": words.REASONS[unit.reason][now],
            "candidates": ", ".join(unit.candidates),
        }
        for unit in result.unplaced
    ]


def _about(result: Result) -> list[tuple[str, str]]:
    now, figure = language(), result.definition
    account = result.units["municipality"]
    sums = {"placed": account.placed, "not_placed": account.not_placed, "total": account.total}
    return [
        (_("Enhet"), figure.unit[now]),
        (_("Teller"), figure.numerator[now]),
        (_("Nevner"), figure.denominator[now]),
        (_("Grenser"), words.borders(result.choices.borders, now)),
        (
            _("Plassert"),
            _("%(placed)s plassert + %(not_placed)s ikke plassert = %(total)s kommuner slik de het da") % sums,
        ),
        (_("Kontrollert"), f"{figure.checked_by[now]} ({numbers.day(figure.reviewed)})"),
        (_("Data lest"), numbers.day(datetime.fromisoformat(result.read_at).date())),
    ]


def _cite(found: Computed) -> str:
    title, choices = found.result.definition.title[language()], found.result.choices
    period = words.period(choices.first_year, choices.last_year)
    read = _("Data lest %(day)s") % {"day": numbers.day(datetime.fromisoformat(found.result.read_at).date())}
    return f"Vardevei, «{title}», {period}, {words.borders(choices.borders, language())}. {read}."
