"""One question's answers counted: for all, and for each county. Plain Python, so that a test can count by hand.

tallies.of(given, codes=["yes", "no"], anonymous=True)["50-2018"].counts["yes"]      # None: held back
"""

import random
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from vardevei.workspaces.domain import small_cells

ALL = ""  # the scope of everybody


@dataclass(frozen=True, slots=True)
class Given:
    """One answer: codes that were chosen, a number or a day, or words."""

    county: str
    codes: tuple[str, ...] = ()
    value: Any = None
    text: str = ""


@dataclass(slots=True)
class Tally:
    """`answered` is what the counts are out of; it, and each count, is None where it is held back."""

    answered: int | None = 0
    counts: dict[str, int | None] = field(default_factory=dict)
    mean: float | None = None
    median: Any = None
    low: Any = None
    high: Any = None
    texts: list[str] | None = field(default_factory=list)
    emptied: int = 0

    @property
    def holds_back(self) -> bool:
        return self.answered is None or self.texts is None or None in self.counts.values()


Several = dict[str, Tally]


def of(
    given: Iterable[Given], *, codes: Sequence[str] = (), scale: bool = False, many: bool = False, anonymous: bool
) -> Several:
    """Each scope's tally. `codes` are the answers that can be chosen, in their order; `many`: more than one of them."""
    by_scope: dict[str, list[Given]] = {ALL: list(given)}
    for one in by_scope[ALL]:
        by_scope.setdefault(one.county, []).append(one) if one.county else None
    found = {scope: _tally(rows, codes, scale) for scope, rows in by_scope.items()}
    if anonymous:
        _hold_back(found, codes, many)
    return found


def _tally(rows: list[Given], codes: Sequence[str], scale: bool) -> Tally:
    made = Tally(len(rows), {code: sum(code in row.codes for row in rows) for code in codes})
    values = sorted(row.value for row in rows if row.value is not None)
    if values:
        made.low, made.high = values[0], values[-1]
        made.median = statistics.median(values) if isinstance(values[0], int | float) else values[len(values) // 2]
    points = [int(code) for row in rows for code in row.codes] if scale else []
    made.mean = statistics.fmean(points) if points else None
    made.texts = [row.text for row in rows if row.text]
    made.emptied = sum(not (row.text or row.codes) and row.value is None for row in rows)
    return made


def _hold_back(found: Several, codes: Sequence[str], many: bool) -> None:
    """Small counts go, and what would give them away; texts come in no order; of numbers only the middle is told."""
    counties = [scope for scope in found if scope != ALL]
    for group in [[code] for code in codes] if many else [list(codes)]:
        _blank(found, counties, group, many)
    _texts(found, counties)
    for tally in found.values():
        tally.low = tally.high = None
        tally.emptied = 0
        if not small_cells.shown(tally.answered or 0):
            tally.answered = tally.median = tally.mean = None
            tally.counts = dict.fromkeys(tally.counts)
        elif None in tally.counts.values():
            tally.mean = None  # with the sum it would give two unknown numbers away


def _blank(found: Several, counties: list[str], group: list[str], many: bool) -> None:
    """Where several may be chosen, each answer is a table of its own: those who chose it, and those who did not."""
    rows = [_row(found[scope], group, many) for scope in counties] or [_row(found[ALL], group, many)]
    missing = [
        whole - sum(parts) for whole, parts in zip(_row(found[ALL], group, many), zip(*rows, strict=True), strict=True)
    ]
    if any(missing):  # those of no county are a row too
        rows.append(missing)
    for row, column in small_cells.hidden(rows):
        if column < len(group) and row < len(counties):
            found[ALL if row == small_cells.TOTAL else counties[row]].counts[group[column]] = None


def _row(tally: Tally, group: list[str], many: bool) -> list[int]:
    chosen = [tally.counts[code] or 0 for code in group]
    return [*chosen, (tally.answered or 0) - sum(chosen)] if many else chosen


def _texts(found: Several, counties: list[str]) -> None:
    """Words are shown where many wrote, and where taking them from everybody's leaves none, or many."""
    wrote = {scope: len(tally.texts or []) for scope, tally in found.items()}
    told = {scope for scope in counties if wrote[scope] >= small_cells.LEAST}
    while told and not small_cells.shown(wrote[ALL] - sum(wrote[scope] for scope in told)):
        told.remove(min(told, key=wrote.__getitem__))
    for scope, tally in found.items():
        if wrote[scope] and (scope not in told if scope != ALL else wrote[ALL] < small_cells.LEAST):
            tally.texts = None
        elif tally.texts:
            random.SystemRandom().shuffle(tally.texts)
