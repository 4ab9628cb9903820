"""Rows to take away as a file: `exports.send("csv", "logg", Table(heads, rows))`. Only here are such files written.

What people have written comes out as text, whatever it begins with: nothing may run in somebody's spreadsheet.
"""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from vardevei.opendata import harmless

Cell = str | int | date | None
About = Sequence[tuple[str, str]]
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
SHEETS = ("csv", "xlsx")


@dataclass(frozen=True, slots=True)
class Table:
    """`about` tells where the rows come from; `title` names the sheet; scrolling begins at the cell `stays`."""

    heads: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    about: About = ()
    title: str = ""
    stays: str = "A2"


def send(kind: str, name: str, table: Table) -> HttpResponse:
    """The table as a download that no proxy keeps; 404 for a kind we do not make."""
    if kind not in TYPES:
        raise Http404(kind)
    made = {"csv": _csv, "xlsx": _xlsx, "json": _json}[kind](table)
    answer = HttpResponse(made, content_type=TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _csv(table: Table) -> bytes:
    """Semicolons, as Excel wants them in Norway, and a mark that tells it the encoding."""
    file = io.StringIO()
    lines = csv.writer(file, delimiter=";")
    if table.heads:
        lines.writerow(harmless.in_csv(head) for head in table.heads)
    lines.writerows([harmless.in_csv(cell) for cell in row] for row in table.rows)
    lines.writerows((f"# {name}", harmless.in_csv(text)) for name, text in table.about)
    return file.getvalue().encode("utf-8-sig")


def _json(table: Table) -> str:
    rows = [dict(zip(table.heads, row, strict=True)) for row in table.rows]
    made = {"rows": rows, "about": dict(table.about)} if table.about else rows
    return json.dumps(made, ensure_ascii=False, indent=1, default=str)


def _xlsx(table: Table) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(table.title or None)
    if table.heads:
        sheet.freeze_panes = table.stays
        sheet.append([_cell(sheet, head, bold=True) for head in table.heads])
    for row in table.rows:
        sheet.append([_cell(sheet, cell) for cell in row])
    if table.about:
        more = book.create_sheet(_("Om tallene"))
        for name, text in table.about:
            more.append([_cell(more, name, bold=True), _cell(more, text)])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(sheet: Any, value: Cell, *, bold: bool = False) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=harmless.in_xlsx(value) if isinstance(value, str) else value)
    if isinstance(value, str):
        cell.data_type = "s"  # also what begins with =
    if bold:
        cell.font = Font(bold=True)
    return cell
