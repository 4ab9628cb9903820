"""What is loaded: every source, every import with its report, and every row that was set aside."""

import csv
import json
from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.opendata import families
from vardevei.opendata.sources import SOURCES
from vardevei.projects.domain.loaded import Loaded, loaded
from vardevei.projects.models import Import, SetAside
from vardevei.web import numbers, words
from vardevei.web.tables import Column, Gap, Link, Row, Table

SHOWN = 100  # rows set aside that a page shows; the file holds them all


def sources(request: HttpRequest) -> HttpResponse:
    here = loaded()
    context = {
        "loaded": _loaded(here) if here else None,
        "missing": _missing({one.family for one in here}),
        "imports": _imports(),
        "known": [(words.source(source.name), source) for source in SOURCES.values()],
        "crumbs": [(_("Kilder"), "")],
    }
    return render(request, "public/sources.html", context)


def _loaded(here: list[Loaded]) -> Table:
    columns = [Column(_("Program")), Column(_("Kilde")), Column(_("År"))]
    columns += [Column(_("Rader"), "number"), Column(_("Hos kommuner og fylkeskommuner"), "number")]
    columns += [Column(_("Tvilsomme"), "number"), Column(_("Hele filen?"))]
    return Table(_("Det som er lastet inn"), columns, [Row(_loaded_row(one)) for one in here])


def _loaded_row(one: Loaded) -> tuple[object, ...]:
    years = f"{one.first_year}–{one.last_year}" if one.first_year else Gap(_("ikke oppgitt"))
    counts = (numbers.number(count) for count in (one.participations, one.ours, one.doubtful))
    whole = _("ja") if one.complete else _("nei, et utdrag")
    return words.family(one.family), words.source(one.source), years, *counts, whole


def _missing(here: set[str]) -> list[tuple[Link | None, str, list[str]]]:
    """Families without data, gathered by the place their file is at: its address, what to do there, their names."""
    language = get_language() or "nb"
    gathered: dict[tuple[str, str, str], list[str]] = {}
    for family in families.families():
        if family.code not in here:
            key = (family.source_name, family.source_address, family.note[language])
            gathered.setdefault(key, []).append(family.name[language])
    return [(Link(name, at) if at else None, note, names) for (name, at, note), names in gathered.items()]


def _imports() -> Table | None:
    rows = [Row(_import(done)) for done in Import.objects.select_related("delivery")]
    columns = [Column(_("Fil")), Column(_("Kilde")), Column(_("Lest")), Column(_("Rader"), "number")]
    columns += [Column(_("Lagt til side"), "number"), Column(_("Lisens"))]
    return Table(_("Filer som er lest inn, nyeste først"), columns, rows) if rows else None


def _import(done: Import) -> tuple[object, ...]:
    delivery, counts = done.delivery, done.counts
    name = Link(delivery.file_name, reverse("import", args=[done.pk]))
    read, rejected = (numbers.number(counts.get(word, 0)) for word in ("rows_read", "rejected"))
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
        # As JSON a row begins with a brace, so no spreadsheet takes what a file brought for a formula.
        lines.writerow([row.line, row.kind, row.reason, row.detail, json.dumps(row.raw, ensure_ascii=False)])
    return answer
