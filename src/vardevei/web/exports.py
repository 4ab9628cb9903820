"""Rows to take away as a file: `exports.send("csv", "logg", heads, rows)`."""

import csv
import io
import json
from collections.abc import Sequence

from django.http import Http404, HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

Rows = Sequence[Sequence[str]]
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def send(kind: str, name: str, heads: Sequence[str], rows: Rows) -> HttpResponse:
    """The rows as a download that no proxy keeps; 404 for a kind we do not make."""
    if kind not in TYPES:
        raise Http404(kind)
    made = {"csv": _csv, "xlsx": _xlsx, "json": _json}[kind](heads, rows)
    answer = HttpResponse(made, content_type=TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _csv(heads: Sequence[str], rows: Rows) -> bytes:
    """Semicolons, and a mark that tells Excel the encoding. A text never becomes a formula."""
    file = io.StringIO()
    lines = csv.writer(file, delimiter=";")
    lines.writerow(heads)
    lines.writerows([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def _json(heads: Sequence[str], rows: Rows) -> str:
    return json.dumps([dict(zip(heads, row, strict=True)) for row in rows], ensure_ascii=False, indent=1)


def _xlsx(heads: Sequence[str], rows: Rows) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    for row in [heads, *rows]:
        cells = [WriteOnlyCell(sheet, value=text) for text in row]
        for cell in cells:
            cell.data_type = "s"  # a text that begins with = is a text, not a formula
        sheet.append(cells)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
