"""From rows to grants: one loop for every source, which counts each row exactly once."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import cells
from vardevei.opendata.sources.cells import Unreadable
from vardevei.opendata.sources.rows import Grant, Reading, Rejected
from vardevei.opendata.sources.tables import Record, Table

MOST_REJECTED = 20_000
LONGEST_KEY, LONGEST_NUMBER = 300, 100
Columns = dict[str, tuple[str, ...]]  # our field -> the names it has had in the source, newest first


class Row:
    """One row seen through our own field names. What was left out of a kept row becomes a note."""

    def __init__(self, record: Record, names: dict[str, str]) -> None:
        self.record, self.names = record, names
        self.notes: list[tuple[str, str]] = []

    def raw(self, field: str) -> str:
        name = self.names.get(field, "")
        value = self.record.values.get(name, "").strip()
        return cells.checked(value, name) if value else ""

    def text(self, field: str) -> str:
        raw = self.raw(field)
        if raw and cells.has_control_characters(raw):
            self.note(
                "control-character", f"{self.names[field]} holds characters that cannot be shown; they were left out."
            )
        return cells.text(raw)

    def needed(self, field: str, code: str) -> str:
        if found := self.text(field):
            return found
        raise Unreadable(code, f"{self.names.get(field, field)} is empty.")

    def day(self, field: str) -> date | None:
        return cells.day(self.raw(field), self.names.get(field, field))

    def amount(self, field: str, *, grouped: bool = False) -> Decimal | None:
        return cells.amount(self.raw(field), self.names.get(field, field), grouped=grouped)

    def organisation_number(self, field: str) -> str:
        raw = self.raw(field)
        return self._or_note(raw, cells.organisation_number(raw), "organisation-number-invalid", field)

    def number(self, field: str, width: int = 4) -> str:
        raw = self.raw(field)
        return self._or_note(raw, cells.padded(raw, width), "number-unreadable", field)

    def role(self, field: str) -> str:
        raw = self.raw(field)
        return self._or_note(raw, cells.role(raw), "role-unknown", field)

    def _or_note(self, raw: str, found: str, code: str, field: str) -> str:
        if raw and not found:
            self.note(code, f"{self.names[field]} is {cells.shown(raw)}, which was not understood and is left empty.")
        return found

    def period(self) -> tuple[date | None, date | None]:
        start, end = self.day("start"), self.day("end")
        if start and end and end < start:
            raise Unreadable("period-backwards", f"The project ends ({end}) before it starts ({start}).")
        return start, end

    def note(self, code: str, detail: str) -> None:
        self.notes.append((code, detail))


def match(header: Iterable[str], columns: Columns, required: Iterable[str], *, name: str, where: str) -> dict[str, str]:
    """Our field -> the column's name in this file. Missing required columns are named, with what was found."""
    found = {column.casefold(): column for column in header if column}
    names = {
        field: found[alias.casefold()]
        for field, aliases in columns.items()
        for alias in aliases[::-1]
        if alias.casefold() in found
    }
    missing = [columns[field][0] for field in required if field not in names]
    if missing:
        raise Problem(
            "columns-missing",
            f"{name} lacks {'the column' if len(missing) == 1 else 'the columns'} {', '.join(missing)}.",
            f"Found: {', '.join(found.values())[:600]}.",
            f"Nothing was changed. Add the new name to {where}, or run again with another copy of the file.",
            missing=missing,
            columns=", ".join(columns[field][0] for field in required if field not in names),
            found=list(found.values()),
        )
    return names


def name_columns(
    reading: Reading, header: Iterable[str], columns: Columns, names: dict[str, str], known: Iterable[str]
) -> None:
    """Unknown columns are named, not fatal; so are optional columns that this file lacks."""
    used = {column.casefold() for column in (*names.values(), *known)}
    reading.unknown_columns += [column for column in header if column and column.casefold() not in used]
    reading.missing_columns += [aliases[0] for field, aliases in columns.items() if field not in names]


def gather(reading: Reading, table: Table, names: dict[str, str], make: Callable[[Row], Grant | str]) -> Reading:
    """Reads to the end. `make` gives a grant, or the reason to pass the row over, or raises Unreadable."""
    seen: dict[str, int] = {}
    for record in table.records:
        reading.rows_read += 1
        row = Row(record, names)
        try:
            if record.trouble:
                raise record.trouble
            made = make(row)
            made = _once(made, seen, record) if isinstance(made, Grant) else made
        except Unreadable as error:
            _set_aside(reading, table.name, record, error)
            continue
        if isinstance(made, str):
            reading.passed_over[made] += 1
            continue
        reading.rows.append(made)
        reading.notes += [Rejected(record.line, code, detail, _raw(record)) for code, detail in row.notes]
    return reading


def _once(grant: Grant, seen: dict[str, int], record: Record) -> Grant | str:
    if len(grant.key) > LONGEST_KEY or len(grant.project_number) > LONGEST_NUMBER:
        raise Unreadable(
            "key-too-long", f"The project number or the name is too long to know the row by ({len(grant.key)})."
        )
    mark = hash(tuple(record.values.values()))
    if grant.key not in seen:
        seen[grant.key] = mark
        return grant
    if seen[grant.key] == mark:
        return "repeated"
    raise Unreadable("key-duplicate", f"An earlier row in the file has the same key ({grant.key}) and says otherwise.")


def _set_aside(reading: Reading, name: str, record: Record, error: Unreadable) -> None:
    reading.rejected.append(Rejected(record.line, error.reason, error.detail, _raw(record)))
    if len(reading.rejected) > MOST_REJECTED:
        first = reading.rejected[0]
        raise Problem(
            "file-not-understood",
            f"More than {MOST_REJECTED} rows of {name} could not be understood; the first is line {first.line}.",
            first.detail,
            "Nothing was changed. Check that this is the right file for this source.",
        )


def _raw(record: Record) -> dict[str, str]:
    return {column: cells.storable(value[:300]) for column, value in record.values.items() if value}
