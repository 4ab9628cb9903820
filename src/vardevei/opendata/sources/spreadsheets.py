"""An xlsx spreadsheet as a table. A formula is never worked out, and its remembered value is not used either.

Excel keeps the last result beside a formula, but other programs leave it empty or let it grow old, and nobody can see
in the file which it is. So a row with a formula in a column we read is set aside with that reason.
"""

import re
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, time
from pathlib import Path

from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import archives
from vardevei.opendata.sources.tables import LINES_ABOVE_HEADER, MOST_COLUMNS, IsHeader, Line, Table, from_lines

MOST_ROWS = 1_048_576
_ENTITY = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


def from_xlsx(path: Path, is_header: IsHeader = any, sheet: str = "") -> Table:
    """The named sheet, else the first one."""
    refuse_traps(path)
    lines = _checked_lines(path, sheet)
    return from_lines(lines, path.name, is_header)


def refuse_traps(path: Path) -> None:
    """Raise a Problem for what is no spreadsheet, or one that was made to do harm when it is read."""
    with closing(archives.open_zip(path, largest=archives.LARGEST_SPREADSHEET)) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            todo = "Nothing was changed. Save the list as .xlsx or .csv, and run again."
            raise Problem("file-kind", f"{path.name} is a zip archive, not a spreadsheet.", "", todo)
        try:
            parts = [
                archive.open(info).read(4096)
                for info in archive.infolist()
                if info.filename.endswith((".xml", ".rels"))
            ]
        except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError) as error:
            raise archives.broken(path.name, error) from error
    if any(_ENTITY.search(part) for part in parts):
        what = f"{path.name} defines text entities, which no spreadsheet program writes."
        raise Problem("xlsx-entities", what, "They are used to make a small file grow.", "Nothing was changed.")


def _checked_lines(path: Path, sheet: str) -> Iterator[Line]:
    """openpyxl raises many kinds of error on damaged files; all of them mean the same to the reader."""
    try:
        yield from _lines(path, sheet)
    except Problem:
        raise
    except Exception as error:
        raise Problem(
            "xlsx-broken",
            f"{path.name} could not be read as a spreadsheet.",
            f"It is damaged, or was made by a program that bends the format ({type(error).__name__}).",
            "Nothing was changed. Open it in a spreadsheet program, save it anew as .xlsx or .csv, and run again.",
        ) from error


def _lines(path: Path, sheet: str) -> Iterator[Line]:
    from openpyxl import load_workbook  # takes 0.2 s to load, and most imports are CSV

    # Given as an open file, since openpyxl refuses by name what is an xlsx called something else.
    with path.open("rb") as file, closing(load_workbook(file, read_only=True, keep_links=False)) as book:
        if sheet and sheet not in book.sheetnames:
            names = ", ".join(book.sheetnames)[:300]
            raise Problem(
                "sheet-missing", f"{path.name} has no sheet {sheet!r}.", f"Found: {names}.", "Correct the mapping."
            )
        page = book[sheet] if sheet else book.worksheets[0]
        page.reset_dimensions()  # the size that the file claims is not to be trusted
        first = [
            texts(cells)
            for cells in page.iter_rows(max_row=LINES_ABOVE_HEADER, max_col=MOST_COLUMNS + 1, values_only=True)
        ]
        width = max((at for cells in first for at, text in enumerate(cells, start=1) if text), default=1)
        yield from ((number, cells, None) for number, cells in enumerate(first, start=1))
        rest = page.iter_rows(min_row=len(first) + 1, max_col=width + 1, values_only=True)
        for number, cells in enumerate(rest, start=len(first) + 1):
            if number > MOST_ROWS:
                raise ValueError("more rows than a spreadsheet can have")
            yield number, texts(cells), None


def texts(cells: tuple) -> list[str]:
    """The cells of a row as a person would write them: no times on dates, no decimals on whole numbers."""
    return [_text(cell) for cell in cells]


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    return str(cell)
