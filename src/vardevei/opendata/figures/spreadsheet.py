"""A figure as a spreadsheet: numbers as numbers, and everything needed to trust and cite it on sheets of their own."""

import io
from collections.abc import Iterable
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from vardevei.opendata import harmless
from vardevei.opendata.figures import words
from vardevei.opendata.figures.downloads import UNPLACED, unplaced_cells
from vardevei.opendata.figures.results import Result

SHEETS = {
    "nb": ("Tall", "Ikke plassert", "Om tallene"),
    "nn": ("Tal", "Ikkje plassert", "Om tala"),
    "en": ("Figure", "Not placed", "About"),
}
FORMATS = {"share": "0.0%", "money": "#,##0.00", "count": "#,##0"}


def xlsx_bytes(result: Result, language: str = "nb") -> bytes:
    """Three sheets: the rows with numbers as numbers, what was not placed, and the metadata."""
    book = Workbook(write_only=True)
    figure, unplaced, about = (book.create_sheet(title) for title in SHEETS[language])
    columns = result.definition.columns
    _header(figure, [column.label[language] for column in columns])
    for row in result.rows:
        plain = words.plain(row, language)
        figure.append([_cell(figure, plain[column.name], column.type) for column in columns])
    _header(unplaced, UNPLACED)
    for unit in result.unplaced:
        unplaced.append([_cell(unplaced, value) for value in unplaced_cells(unit)])
    for key, text in result.texts(language):
        about.append([_cell(about, key), _cell(about, text)])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _header(sheet: Any, names: Iterable[str]) -> None:
    sheet.freeze_panes = "A2"
    cells = [_cell(sheet, name) for name in names]
    for cell in cells:
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    for number in range(1, len(cells) + 1):
        sheet.column_dimensions[get_column_letter(number)].width = 24
    sheet.append(cells)


def _cell(sheet: Any, value: Any, kind: str = "text") -> WriteOnlyCell:
    value = harmless.in_xlsx(value) if isinstance(value, str) else value
    cell = WriteOnlyCell(sheet, value=bool(value) if kind == "yesno" and value is not None else value)
    if isinstance(value, str):
        cell.data_type = "s"  # a name that begins with = is a name, not a formula
    elif kind in FORMATS:
        cell.number_format = FORMATS[kind]
    return cell
