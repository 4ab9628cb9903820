"""Somebody's own list as it stands: every sheet of a spreadsheet, a CSV, or cells copied from one. No header is asked
for, nothing is thrown away but empty rows; what the rows mean is found out later.

    sheets.read(path, "kontakter.xlsx", most=5000)     # [Sheet("Ark1", False, [(1, ["Kommune", "Navn"]), ...])]
"""

import io
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import iterparse

from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import contents, spreadsheets
from vardevei.opendata.sources.cells import storable
from vardevei.opendata.sources.tables import MOST_COLUMNS, csv_lines

LARGEST = 20 << 20
_LOCKED = "EncryptedPackage".encode("utf-16-le")
Line = tuple[int, list[str]]


@dataclass(slots=True)
class Sheet:
    """`lines` are the rows that hold something, each with its number in the file; `broken` are lines and reasons."""

    name: str
    hidden: bool
    lines: list[Line]
    broken: list[tuple[int, str]] = field(default_factory=list)


def read(path: Path, name: str, most: int) -> list[Sheet]:
    """The sheets of a file. Errors: Problems that say what it is instead, or that it has more than `most` rows."""
    if path.stat().st_size > LARGEST:
        raise Problem("list-too-large", f"{name} is larger than {LARGEST >> 20} MB.", "", "Keep only the list itself.")
    if not path.stat().st_size:
        raise empty(name)
    found = contents.kind(path)
    if found.startswith("an old Excel") and _LOCKED in path.read_bytes():
        raise Problem(
            "list-locked",
            f"{name} is protected by a password.",
            "What is in it cannot be read.",
            "Take the password away in the spreadsheet program, save, and try again. Nothing was changed.",
        )
    if found == "zip":
        return _from_workbook(path, name, most)
    if found != "text":
        todo = "Save the list as .xlsx or .csv in the spreadsheet program, and try again. Nothing was changed."
        raise Problem("list-kind", f"{name} is {found}, neither a spreadsheet nor text.", "", todo)
    with path.open("rb") as file:
        told = contents.examine(file, name)
        file.seek(0)
        return [_gathered("", False, csv_lines(file, told, name), name, most)]


def empty(name: str) -> Problem:
    return Problem("list-empty", f"{name} is empty.", "", "Choose another file, or copy the cells again.")


def pasted(text: str, most: int) -> list[Sheet]:
    """Cells copied from a spreadsheet: one sheet, parted by tabs."""
    if not text.strip():
        raise empty("What was pasted")
    content = text.replace("\r\n", "\n").encode()
    told = contents.examine(io.BytesIO(content), "pasted")
    return [_gathered("", False, csv_lines(io.BytesIO(content), told, "pasted"), "pasted", most)]


def _gathered(sheet: str, hidden: bool, lines: Iterable, name: str, most: int) -> Sheet:
    made = Sheet(sheet, hidden, [])
    for number, cells, trouble in lines:
        if trouble is not None:
            made.broken.append((number, trouble.detail))
        elif any(cell.strip() for cell in cells):
            made.lines.append((number, [storable(cell).strip() for cell in cells[:MOST_COLUMNS]]))
        if len(made.lines) > most:
            raise Problem(
                "list-too-long",
                f"{name} has more than {most} rows.",
                "A county has some tens of municipalities, so this is probably another file.",
                "Keep only the list itself, and try again. Nothing was changed.",
                most=most,
            )
    _trim(made)
    return made


def _trim(sheet: Sheet) -> None:
    """Take away the empty columns at the right, which a spreadsheet has hundreds of."""
    width = max((at for _line, cells in sheet.lines for at, cell in enumerate(cells, start=1) if cell), default=0)
    sheet.lines = [(line, cells[:width]) for line, cells in sheet.lines]


def _from_workbook(path: Path, name: str, most: int) -> list[Sheet]:
    """openpyxl raises many kinds of error on damaged files; all of them mean the same to the reader."""
    try:
        spreadsheets.refuse_traps(path)
        return list(_sheets(path, name, most))
    except Exception as error:
        if isinstance(error, Problem) and error.code != "zip-broken":
            raise
        raise Problem(
            "list-broken",
            f"{name} could not be read as a spreadsheet.",
            f"It is damaged, or was made by a program that bends the format ({type(error).__name__}).",
            "Nothing was changed. Open it in a spreadsheet program, save it anew as .xlsx or .csv, and try again.",
        ) from error


def _sheets(path: Path, name: str, most: int) -> Iterator[Sheet]:
    from openpyxl import load_workbook  # takes 0.2 s to load

    # Read row by row: to hold a whole workbook, openpyxl makes an object for each cell of a merged or linked area, and
    # one line of a small file may merge all seventeen milliards.
    with path.open("rb") as file, closing(load_workbook(file, read_only=True, keep_links=False)) as book:
        for page in book.worksheets:
            page.reset_dimensions()
            hidden = page.sheet_state != "visible"
            yield _gathered(page.title, hidden, _rows(page, _merged(book, page, most)), name, most)


def _rows(page, merged: dict[tuple[int, int], tuple[int, int]]) -> Iterator[tuple[int, list[str], None]]:
    kept: dict[tuple[int, int], str] = {}
    above = set(merged.values())
    for number, cells in enumerate(page.iter_rows(max_col=MOST_COLUMNS, values_only=True), start=1):
        row = spreadsheets.texts(cells)
        for at, text in enumerate(row):
            if (number, at) in above:
                kept[number, at] = text
            elif (number, at) in merged:
                row[at] = kept.get(merged[number, at], "")
        yield number, row, None


def _merged(book, page, most: int) -> dict[tuple[int, int], tuple[int, int]]:
    """Cells merged downwards, each with the one on top: they belong to all the rows they cover. No more than a list
    can have rows are looked at."""
    from openpyxl.utils.cell import range_boundaries

    found: dict[tuple[int, int], tuple[int, int]] = {}
    with book._archive.open(page._worksheet_path) as file:
        for _event, element in iterparse(file):
            if element.tag.endswith("}mergeCell"):
                left, top, _right, bottom = range_boundaries(element.get("ref"))
                for row in range(top + 1, min(bottom, top + 200) + 1):
                    found[row, left - 1] = (top, left - 1)
            if len(found) > most:
                break
            element.clear()
    return found
