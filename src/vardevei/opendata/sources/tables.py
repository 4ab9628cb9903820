"""Rows out of a CSV or JSON text, one at a time, each with the line a person sees in the file."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from vardevei.opendata.problem import Problem
from vardevei.opendata.sources.cells import Unreadable, storable
from vardevei.opendata.sources.contents import Contents

DELIMITERS = ";,\t|"
LINES_ABOVE_HEADER = 20
MOST_COLUMNS = 300
LONGEST_RECORD = 5_000_000


@dataclass(slots=True)
class Record:
    """One row: column name to text. `trouble` is set when the row itself is broken."""

    line: int
    values: dict[str, str]
    trouble: Unreadable | None = None


@dataclass(slots=True)
class Table:
    name: str
    header: list[str]
    records: Iterator[Record]


Line = tuple[int, list[str], Unreadable | None]
IsHeader = Callable[[list[str]], bool]


def from_csv(file: BinaryIO, contents: Contents, name: str, is_header: IsHeader = any) -> Table:
    """A CSV as a table. The delimiter is the one that parts the first lines into most cells."""
    return from_lines(csv_lines(file, contents, name), name, is_header, cut=not contents.ends_with_line_break)


def csv_lines(file: BinaryIO, contents: Contents, name: str) -> Iterator[Line]:
    """The rows of a CSV as they stand, whatever is in them: number of the line, cells, what is wrong with the row."""
    wrapped = io.TextIOWrapper(file, encoding=contents.encoding, newline="")
    delimiter = _delimiter(wrapped)
    wrapped.seek(0)
    return _csv_lines(wrapped, delimiter, name)


def from_lines(lines: Iterator[Line], name: str, is_header: IsHeader = any, *, cut: bool = False) -> Table:
    """`cut`: the file does not end with a line break, so a last row that is too short means a file cut off."""
    header = _find_header(lines, name, is_header)
    return Table(name, header, _records(lines, header, name, cut))


def _delimiter(text: io.TextIOWrapper) -> str:
    first = [text.readline(100_000) for _ in range(LINES_ABOVE_HEADER)]
    return max(DELIMITERS, key=lambda mark: max(line.count(mark) for line in first))


def _csv_lines(text: io.TextIOWrapper, delimiter: str, name: str) -> Iterator[Line]:
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            cells, trouble = [], _broken(error, line, reader.line_num, name)
            yield line, cells, trouble
        else:
            yield line, cells, None


def _broken(error: csv.Error, line: int, last: int, name: str) -> Unreadable:
    """A file whose quote is never closed is refused whole; one bad row is set aside."""
    if "unexpected end" in str(error) or "field limit" in str(error):
        raise Problem(
            "file-truncated",
            f"{name} has a quotation mark in the row at line {line} that is never closed (read on to line {last}).",
            "The file was cut off, or the mark stands there by mistake.",
            "Nothing was changed. Fetch the file again, or correct that line.",
            line=line,
        ) from error
    return Unreadable("row-unreadable", f"The quotation marks in this row do not match ({error}).")


def _find_header(lines: Iterator[Line], name: str, is_header: IsHeader) -> list[str]:
    tried: list[str] = []
    for line, cells, _ in lines:
        header = [" ".join(storable(cell).split()) for cell in cells]
        if any(header) and is_header(header):
            return _checked(header, name, line)
        tried = tried or [cell for cell in header if cell]
        if line >= LINES_ABOVE_HEADER:
            break
    raise Problem(
        "header-missing",
        f"{name} has no header row that can be understood among its first {LINES_ABOVE_HEADER} lines.",
        f"The first line holds: {', '.join(tried[:20])[:300] or 'nothing'}.",
        "Nothing was changed. Give the columns names, or say what they mean with --mapping.",
    )


def _checked(header: list[str], name: str, line: int) -> list[str]:
    while header and not header[-1]:
        header.pop()
    twice = sorted({cell for cell in header if cell and header.count(cell) > 1}) if len(header) <= MOST_COLUMNS else []
    if len(header) > MOST_COLUMNS:
        raise Problem("header-too-wide", f"{name} has {len(header)} columns; the limit is {MOST_COLUMNS}.", "", "")
    if twice:
        what = f"{name} has the same column name twice in line {line}: {', '.join(twice)[:300]}."
        raise Problem("header-duplicate", what, "It is not clear which one to read.", "Rename one, and run again.")
    return header


def _records(lines: Iterator[Line], header: list[str], name: str, cut: bool) -> Iterator[Record]:
    width, short_at = len(header), 0
    for line, cells, trouble in lines:
        if trouble is None and not any(cells):
            continue
        short_at = line if trouble is None and len(cells) < width else 0
        trouble = trouble or _misshapen(cells, width)
        yield Record(line, dict(zip(header, cells, strict=False)), trouble)
    if cut and short_at:
        raise Problem(
            "file-truncated",
            f"{name} stops in the middle of the row at line {short_at}.",
            "The download was probably cut off.",
            "Nothing was changed. Fetch the file again.",
            line=short_at,
        )


def _misshapen(cells: list[str], width: int) -> Unreadable | None:
    if len(cells) < width:
        return Unreadable("row-shape", f"The row has {len(cells)} cells; the header has {width}.")
    if any(cells[width:]):
        return Unreadable(
            "row-shape", f"The row goes on beyond the last column ({width}). Is a delimiter inside a text?"
        )
    return None


def from_json(file: BinaryIO, contents: Contents, name: str) -> Table:
    """An array of objects, or an object that holds one. The line is the number of the record, from 1."""
    objects = _objects(io.TextIOWrapper(file, encoding=contents.encoding), name)
    first = next(objects, None)
    if first is None:
        raise Problem("file-empty", f"{name} holds no records.", "", "Nothing was changed. Fetch the file again.")
    return Table(name, [storable(key) for key in first], _json_records(first, objects))


def _json_records(first: dict, objects: Iterator[dict]) -> Iterator[Record]:
    yield Record(1, _as_text(first))
    for number, found in enumerate(objects, start=2):
        yield Record(number, _as_text(found))


def _as_text(found: dict) -> dict[str, str]:
    return {
        key: "" if value is None else value if isinstance(value, str) else str(value) for key, value in found.items()
    }


def _objects(text: io.TextIOWrapper, name: str) -> Iterator[dict]:
    """Reads an array piece by piece, so that a file of 200 MB never lies in memory at once."""
    decoder, waiting = json.JSONDecoder(), text.read(1 << 20)
    if (at := waiting.find("[")) < 0:
        raise _broken_json(name, "it holds no list of records")
    at += 1
    while True:
        while at < len(waiting) and waiting[at] in " \t\r\n,":
            at += 1
        if at < len(waiting) and waiting[at] == "]":
            return
        try:
            found, at = decoder.raw_decode(waiting, at)
        except (ValueError, RecursionError) as error:
            more = text.read(1 << 20)
            if not more or len(waiting) - at > LONGEST_RECORD:
                raise _broken_json(name, "it ends, or breaks, in the middle of a record") from error
            waiting, at = waiting[at:] + more, 0
            continue
        if not isinstance(found, dict):
            raise _broken_json(name, "its list holds something other than records")
        yield found


def _broken_json(name: str, why: str) -> Problem:
    return Problem(
        "file-truncated",
        f"{name} is not whole JSON.",
        f"{why[0].upper()}{why[1:]}.",
        "Nothing was changed. Fetch the file again.",
    )
