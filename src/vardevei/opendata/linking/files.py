"""Linking a whole file: every row of it comes out again, in order, with what was decided."""

import csv
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from vardevei.opendata.linking.decide import link_many
from vardevei.opendata.linking.decision import Asked, Decision
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import contents

NEEDED = ("name", "country", "hint", "year")
GIVEN = ("organisation_number", "nuts", "post_code")
ADDED = ("kind", "code", "relation", "rule", "score", "candidates")
BATCH = 10_000
Row = dict[str, str]


def question(row: Row) -> Asked:
    """What a row asks. A year that is no number is not known."""
    year = row["year"].strip()
    texts = {column: row.get(column, "") for column in ("name", "country", "hint", *GIVEN)}
    return Asked(year=int(year) if year.isascii() and year.isdigit() else 0, **texts)


def answer(decision: Decision) -> Row:
    """The added columns. `code` and `candidates` hold several numbers with | between."""
    texts = {"kind": decision.kind, "code": decision.code, "relation": decision.relation, "rule": decision.rule}
    return {**texts, "score": f"{decision.score:.3f}", "candidates": "|".join(decision.candidates)}


def read(path: Path) -> tuple[list[str], str, Iterator[Row]]:
    """Header, delimiter and rows of a CSV file in UTF-8, UTF-16 or Windows-1252 with comma, semicolon or tab.

    Errors: Problem("columns-missing") names them; the Problems of `sources.contents` for what is no readable text.
    """
    with _opened(path) as file:
        encoding = contents.examine(file, path.name).encoding
    with path.open(encoding=encoding) as text:
        first = text.readline().lstrip("\ufeff")
    delimiter = max(",;\t", key=first.count)
    header = [name.strip() for name in next(csv.reader([first], delimiter=delimiter), [])]
    _check(header, path.name)
    return header, delimiter, _rows(path, encoding, header, delimiter)


def _opened(path: Path) -> Any:
    try:
        return path.open("rb")
    except OSError as error:
        what = f"{path} could not be opened."
        raise Problem("file-missing", what, f"{error.strerror}.", "Check the path and the permissions.") from error


def _check(header: list[str], name: str) -> None:
    missing = [column for column in NEEDED if column not in header]
    twice = sorted({column for column in header if header.count(column) > 1})
    found = f"Found: {', '.join(header)}."
    if missing:
        what = f"{name} lacks the {'column' if len(missing) == 1 else 'columns'} {', '.join(missing)}."
        raise Problem("columns-missing", what, found, "Nothing was written. Add them; they may be empty, but country.")
    if twice:
        raise Problem("header-duplicate", f"{name} has {', '.join(twice)} twice.", found, "Rename one, and run again.")


def _rows(path: Path, encoding: str, header: list[str], delimiter: str) -> Iterator[Row]:
    with path.open(encoding=encoding, newline="") as text:
        lines = csv.reader(text, delimiter=delimiter)
        next(lines)
        try:
            for cells in lines:
                if cells:
                    yield _row(header, cells, path.name, lines.line_num)
        except csv.Error as error:
            what = f"Line {lines.line_num} of {path.name} cannot be read."
            raise Problem("row-unreadable", what, f"{error}.", "Nothing was written. Correct the line.") from error


def _row(header: list[str], cells: list[str], name: str, line: int) -> Row:
    if len(cells) != len(header):
        what = f"Line {line} of {name} has {len(cells)} cells; the header has {len(header)}."
        raise Problem("row-shape", what, "A delimiter or quotation mark is wrong.", "Nothing was written. Correct it.")
    return dict(zip(header, cells, strict=True))


def link_file(source: Path, target: Path) -> int:
    """Write `target`: the columns of `source`, then the added ones; the number of rows.

    A column of the source with an added one's name is kept as `given_<name>`. The target is written beside and moved
    into place when it is whole.
    """
    if source.resolve() == target.resolve():
        raise Problem("same-file", f"{target} would be written over itself.", "", "Give OUT another name.")
    header, delimiter, rows = read(source)
    kept = [_kept(name, header) for name in header]
    handle, beside = _beside(target)
    try:
        with open(handle, "w", encoding="utf-8", newline="") as out:
            count = _write(out, [*kept, *ADDED], delimiter, rows)
        os.chmod(beside, 0o644)
        os.replace(beside, target)
    except BaseException:
        os.unlink(beside)
        raise
    return count


def _kept(name: str, header: list[str]) -> str:
    """A linked file can be linked again: kind is kept as given_kind, the next as given_given_kind."""
    if name not in ADDED:
        return name
    name = f"given_{name}"
    while name in header:
        name = f"given_{name}"
    return name


def _beside(target: Path) -> tuple[int, str]:
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        return tempfile.mkstemp(dir=target.resolve().parent, prefix=f".{target.name}.")
    except OSError as error:
        what = f"{target} cannot be written."
        raise Problem("file-unwritable", what, f"{error.strerror}.", "Check the folder and the permissions.") from error


def _write(out: TextIO, columns: list[str], delimiter: str, rows: Iterator[Row]) -> int:
    lines = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    lines.writerow(columns)
    count = 0
    for batch in _batches(rows):
        decided = link_many(question(row) for row in batch)
        for row, decision in zip(batch, decided, strict=True):
            lines.writerow([*row.values(), *answer(decision).values()])
        count += len(batch)
    return count


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    yield batch
