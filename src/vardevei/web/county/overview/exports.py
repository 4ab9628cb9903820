"""What the table shows, to take away: the chosen rows, order and columns, with source and date."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from vardevei.organisations import rules
from vardevei.organisations.models import Organisation
from vardevei.projects.domain.loaded import loaded
from vardevei.web import access
from vardevei.web.county.overview import rows as of
from vardevei.web.county.overview import table
from vardevei.web.county.overview.choice import Choice
from vardevei.web.county.overview.rows import Row

Cell = str | int | date | None
Column = tuple[str, Callable[[Row], Cell]]  # heading, and what stands in its cells
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def export(request: HttpRequest, number: str, kind: str) -> HttpResponse:
    _person, county = access.county(request, number, rules.SEE_OVERVIEW)
    if kind not in TYPES:
        raise Http404(kind)
    choice = Choice.of(request.GET)
    rows = choice.rows(of.of_county(county, timezone.localdate()))
    heads, cells = _table(rows, choice)
    made = {"csv": _csv, "json": _json, "xlsx": _xlsx}[kind](heads, cells, _about(county, choice))
    answer = HttpResponse(made, content_type=TYPES[kind])
    name = f"fylke-{county.number}-{choice.day.isoformat()}.{kind}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _table(rows: list[Row], choice: Choice) -> tuple[list[str], list[list[Cell]]]:
    columns: list[Column] = [(_("Nummer"), lambda row: row.number), (_("Kommune"), lambda row: row.name)]
    for name in choice.columns:
        columns += _columns()[name]
    return [head for head, _cell in columns], [[cell(row) for _head, cell in columns] for row in rows]


def _columns() -> dict[str, list[Column]]:
    """The columns of the page, each as the one or more that a spreadsheet can sort by."""
    return {
        "funnet": [
            (_("Prosjekter funnet"), lambda row: row.projects),
            (_("Siste år"), lambda row: row.latest),
            (_("Programmer"), lambda row: ", ".join(table.family(code) for code in row.families)),
            (_("Kan ikke plasseres"), lambda row: _("ja") if row.perhaps else ""),
        ],
        "kontakt": [
            (_("Kontakt"), lambda row: ", ".join(row.contacts)),
            (_("Ledig siden"), lambda row: row.vacant_since if row.vacant else None),
            (_("Adressen virker ikke"), lambda row: _("ja") if row.bounced else ""),
        ],
        "strategi": [
            (_("Strategi"), lambda row: str(row.strategy.get_has_display()) if row.strategy else ""),
            (_("Strategien vedtatt"), lambda row: row.strategy.year if row.strategy else None),
            (_("Strategiens adresse"), lambda row: row.strategy.link if row.strategy else ""),
        ],
        "sist": [
            (_("Siste kontakt"), lambda row: row.last),
            (_("Hvordan"), lambda row: str(row.last_kind)),
        ],
        "neste": [
            (_("Neste steg"), lambda row: row.step.what if row.step else ""),
            (_("Innen"), lambda row: row.step.due if row.step else None),
            (_("Hvem gjør det"), lambda row: str(row.step.who or "") if row.step else ""),
        ],
        "notat": [(_("Notat"), lambda row: row.note)],
    }


def _about(county: Organisation, choice: Choice) -> list[tuple[str, str]]:
    """What makes the file trustworthy when it is found again in a year."""
    held = sorted({table.family(each.family) for each in loaded() if each.ours})
    return [
        (_("Fylke"), county.name),
        (_("Laget"), timezone.localdate().isoformat()),
        (_("Valg"), choice.query() or _("alle kommuner")),
        (_("Kilder til deltakelse"), ", ".join(held) or _("ingen er lastet inn")),
        (_("Kontakter, logg og steg"), _("fylkets egne, lagt inn i Vardevei")),
        (_("Hentet fra"), settings.VARDEVEI["address"]),
    ]


def _csv(heads: list[str], cells: list[list[Cell]], about: list[tuple[str, str]]) -> str:
    file = io.StringIO()
    lines = csv.writer(file)
    lines.writerow(heads)
    lines.writerows([_harmless(cell) for cell in row] for row in cells)
    lines.writerows((f"# {name}", _harmless(text)) for name, text in about)
    return f"\ufeff{file.getvalue()}"  # without the mark Excel reads æ, ø and å wrongly


def _harmless(cell: Cell) -> Cell:
    """A text that a spreadsheet would take for a formula is marked as text."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@") else cell


def _json(heads: list[str], cells: list[list[Cell]], about: list[tuple[str, str]]) -> str:
    rows = [dict(zip(heads, row, strict=True)) for row in cells]
    return json.dumps({"rows": rows, "about": dict(about)}, ensure_ascii=False, indent=1, default=str)


def _xlsx(heads: list[str], cells: list[list[Cell]], about: list[tuple[str, str]]) -> bytes:
    book = Workbook(write_only=True)
    sheet, more = book.create_sheet(_("Kommuner")), book.create_sheet(_("Om tallene"))
    sheet.freeze_panes = "C2"
    sheet.append([_cell(sheet, head, bold=True) for head in heads])
    for row in cells:
        sheet.append([_cell(sheet, cell) for cell in row])
    for name, text in about:
        more.append([_cell(more, name, bold=True), _cell(more, text)])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(sheet: Any, value: Cell, *, bold: bool = False) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"  # a text that begins with = is a text, not a formula
    if bold:
        cell.font = Font(bold=True)
    return cell
