"""What is loaded: every source, every import with its report, and every row that was set aside."""

import csv
import json
from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.opendata.figures import families
from vardevei.opendata.figures.families import Family
from vardevei.opendata.sources import SOURCES
from vardevei.projects.models import Import, Participation, SetAside
from vardevei.web import numbers
from vardevei.web.public import words
from vardevei.web.tables import Column, Gap, Link, Row, Table

SHOWN = 100  # rows set aside that a page shows; the file holds them all


def sources(request: HttpRequest) -> HttpResponse:
    context = {
        "families": _families(),
        "imports": _imports(),
        "known": list(SOURCES.values()),
        "crumbs": [(_("Kilder"), "")],
    }
    return render(request, "public/sources.html", context)


def _families() -> Table:
    """Each programme family: loaded, with how much; or not, with where its file is."""
    loaded = set(Participation.objects.standing().values_list("project__family", flat=True).distinct())
    rows = [Row(_family(family, family.code in loaded), flag=family.code in loaded) for family in families.families()]
    columns = [
        Column(_("Program")),
        Column(_("Lastet inn?")),
        Column(_("Hvor dataene finnes")),
        Column(_("Slik gjør du det")),
    ]
    return Table(_("Programmer og kilder"), columns, rows)


def _family(family: Family, loaded: bool) -> tuple[object, ...]:
    where = Link(family.source_name, family.source_address) if family.source_address else Gap(_("ikke funnet"))
    language = get_language() or "nb"
    return family.name[language], _("ja") if loaded else _("nei"), where, family.note[language]


def _imports() -> Table | None:
    rows = [Row(_import(done)) for done in Import.objects.select_related("delivery")]
    columns = [Column(_("Fil")), Column(_("Kilde")), Column(_("Lest")), Column(_("Rader"), "number")]
    columns += [Column(_("Lagt til side"), "number"), Column(_("Lisens"))]
    return Table(_("Filer som er lest inn, nyeste først"), columns, rows) if rows else None


def _import(done: Import) -> tuple[object, ...]:
    delivery, counts = done.delivery, done.counts
    name = Link(delivery.file_name, reverse("import", args=[done.pk]))
    read, rejected = (numbers.number(counts.get(word, 0)) for word in ("read", "rejected"))
    return name, words.source(done.source), numbers.day(done.finished_at.date()), read, rejected, delivery.licence


def report(request: HttpRequest, pk: int) -> HttpResponse:
    done = get_object_or_404(Import.objects.select_related("delivery"), pk=pk)
    aside = done.set_aside.all()
    context = {
        "done": done,
        "counts": [(words.count(name), value) for name, value in done.counts.items() if isinstance(value, int)],
        "aside": _aside(aside[:SHOWN]) if aside else None,
        "total": len(aside),
        "shown": SHOWN,
        "crumbs": [(_("Kilder"), reverse("sources")), (done.delivery.file_name, "")],
    }
    return render(request, "public/import.html", context)


def _aside(rows: Iterable[SetAside]) -> Table:
    columns = [Column(_("Linje")), Column(_("Hva")), Column(_("Grunn")), Column(_("Forklaring på engelsk"))]
    cells = [(str(row.line), words.aside(row.kind), words.reason(row.reason), row.detail) for row in rows]
    return Table(_("Rader som er lagt til side eller har en merknad"), columns, [Row(cell) for cell in cells])


def rejected_rows(request: HttpRequest, pk: int) -> HttpResponse:
    """Every row set aside, with its reason and the row itself as the file had it."""
    done = get_object_or_404(Import, pk=pk)
    if not done.set_aside.exists():
        raise Http404
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{done.source}-{done.pk}-lagt-til-side.csv"'
    lines = csv.writer(answer)
    lines.writerow(["line", "kind", "reason", "detail", "row"])
    for row in done.set_aside.all():
        lines.writerow([row.line, row.kind, row.reason, row.detail, json.dumps(row.raw, ensure_ascii=False)])
    return answer
