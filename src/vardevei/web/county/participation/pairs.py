"""Two rows side by side: what each says, and whether they are one."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from vardevei.figures.tasks import build_mart
from vardevei.projects import rules
from vardevei.projects.domain import doubles
from vardevei.projects.domain.doubles import Likely
from vardevei.projects.domain.waiting import ids_of
from vardevei.projects.models import Double, Participation
from vardevei.web import access, numbers, words
from vardevei.web.county import frame
from vardevei.web.county.participation.rows import address, allow, crumbs, row
from vardevei.web.tables import Column, Row, Table

REASONS: dict[str, Promise] = {
    "same-project": gettext_lazy("samme prosjekt"),
    "number": gettext_lazy("samme prosjektnummer"),
    "acronym": gettext_lazy("samme kortnavn"),
    "title": gettext_lazy("navnene ligner"),
}


@dataclass(frozen=True, slots=True)
class Sides:
    """What the two say, field by field, and why we ask."""

    row: Participation
    other: Participation
    table: Table
    why: str


@dataclass(frozen=True, slots=True)
class Answer:
    double: Double
    other: str
    source: str


def sides(likely: Likely) -> Sides:
    return Sides(likely.row, likely.other, compare(likely.row, likely.other), ", ".join(map(_reason, likely.reasons)))


def _reason(code: str) -> str:
    return str(REASONS[code])


def compare(one: Participation, other: Participation) -> Table:
    columns = [Column(_("Hva")), Column(words.source(one.source)), Column(words.source(other.source))]
    lines = zip(_told(one), _told(other), strict=True)
    rows = [Row((name, mine, theirs)) for (name, mine), (_name, theirs) in lines if mine or theirs]
    return Table(_("Dette sier de to kildene"), columns, rows, hide_caption=True)


def _told(row: Participation) -> list[tuple[str, str]]:
    project = row.project
    days = [numbers.day(day) if day else "" for day in (row.start, row.end)]
    amount = "" if row.amount is None else f"{numbers.number(row.amount)} {row.currency}"
    return [
        (_("Prosjekt"), " – ".join(text for text in (project.acronym, project.title) if text)),
        (_("Nummer"), "" if project.number.startswith("t-") else project.number),
        (_("Program"), words.family(project.family)),
        (_("Hvem"), row.organisation.body if row.organisation else row.name),
        (_("Rolle"), words.role(row.role)),
        (_("Periode"), "–".join(days) if any(days) else ""),
        (_("Beløp"), amount),
    ]


def answers(found: Participation) -> list[Answer]:
    told = []
    for double in doubles.answered(found):
        other = double.second if double.first_id == found.pk else double.first
        told.append(Answer(double, str(other.project), words.source(other.source)))
    return told


def waiting(request: HttpRequest, number: str) -> HttpResponse:
    """Every pair of the county that waits for an answer."""
    _person, county = access.county(request, number, rules.CORRECT)
    context = {
        "pairs": [sides(one) for one in doubles.waiting(ids_of(county))],
        "crumbs": crumbs(county, (_("Er disse de samme?"), "")),
    }
    return frame.page(request, "county/participation/pairs.html", county, "county-participation", context)


@require_POST
def say(request: HttpRequest, number: str, pk: int, other: int) -> HttpResponse:
    person, county, found = row(request, number, pk)
    twin = get_object_or_404(Participation.objects.select_related("project"), pk=other)
    allow(person, rules.CORRECT, [twin])
    doubles.say(found, twin, same=request.POST.get("svar") == "ja", by=person, on_behalf_of=county)
    build_mart.enqueue()
    return redirect(address(county, found))


@require_POST
def undo(request: HttpRequest, number: str, pk: int, double: int) -> HttpResponse:
    person, county, found = row(request, number, pk)
    held = Double.objects.filter(pk=double).first()
    if held:
        doubles.undo(held, by=person, on_behalf_of=county)
        build_mart.enqueue()
    return redirect(address(county, found))
