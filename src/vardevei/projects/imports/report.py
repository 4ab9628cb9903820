"""What an import would do, as plain data: the terminal prints it, the browser shows it, and it can be kept as JSON."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from itertools import islice
from typing import Any

from vardevei.opendata.sources import Rejected
from vardevei.projects.imports.applying import loses_much
from vardevei.projects.imports.differences import Change, Plan


@dataclass(slots=True)
class Rows:
    """How many, and the first of them. A line is a list of texts; what they are stands in `Report`."""

    count: int = 0
    lines: list[list[Any]] = field(default_factory=list)


@dataclass(slots=True)
class Report:
    """`added`: key, name, year. `changed`: key, name, [[field, old, new], …]. `gone`, `unsure`: key, name.

    `set_aside` and `notes`: line, reason, detail. `states`: placed, not-ours and doubtful, with how many.
    """

    size: int
    encoding: str
    sha256: str
    rows_read: int
    understood: int
    passed_over: dict[str, int]
    unknown_columns: list[str]
    missing_columns: list[str]
    added: Rows
    changed: Rows
    gone: Rows
    unsure: Rows
    unchanged: int
    set_aside: Rows
    notes: Rows
    states: dict[str, int]
    loses_much: bool = False

    @property
    def changes(self) -> bool:
        return bool(self.added.count or self.changed.count or self.gone.count)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def of(plan: Plan, shown: int) -> Report:
    """The report of a plan, with at most so many lines of each kind."""
    reading, counts = plan.reading, plan.counts()
    return Report(
        size=reading.size,
        encoding=reading.encoding,
        sha256=reading.sha256,
        rows_read=reading.rows_read,
        understood=len(reading.rows),
        passed_over=dict(reading.passed_over),
        unknown_columns=list(reading.unknown_columns),
        missing_columns=list(reading.missing_columns),
        added=_rows(len(plan.added), ([o.grant.key, o.grant.name, o.grant.year or ""] for o in plan.added), shown),
        changed=_rows(len(plan.changed), map(_change, plan.changed), shown),
        gone=_rows(len(plan.gone), ([row.key, row.name] for row in plan.gone), shown),
        unsure=_rows(len(plan.missing), ([row.key, row.name] for row in plan.missing), shown),
        unchanged=plan.unchanged,
        set_aside=_rows(len(reading.rejected), map(_aside, reading.rejected), shown),
        notes=_rows(len(reading.notes), map(_aside, reading.notes), shown),
        states={name.removeprefix("link:"): count for name, count in counts.items() if name.startswith("link:")},
        loses_much=loses_much(plan),
    )


def from_dict(kept: dict[str, Any]) -> Report:
    """A report that was kept as JSON."""
    parts: dict[str, Any] = {name: Rows(**value) if name in ROWS else value for name, value in kept.items()}
    return Report(**parts)


ROWS = ("added", "changed", "gone", "unsure", "set_aside", "notes")


def _rows(count: int, lines: Iterable[list[Any]], shown: int) -> Rows:
    return Rows(count, list(islice(lines, shown)))


def _change(change: Change) -> list[Any]:
    fields = [[name, _plain(old), _plain(new)] for name, (old, new) in change.fields.items()]
    return [change.key, change.name, fields]


def _plain(value: object) -> str:
    return "" if value in (None, "", [], {}) else str(value)


def _aside(one: Rejected) -> list[Any]:
    return [one.line, one.reason, one.detail]
