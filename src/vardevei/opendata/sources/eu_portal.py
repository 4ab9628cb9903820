"""The EU Funding & Tenders Portal: its open and coming calls, as its search interface answers or as a saved snapshot.

    from vardevei.opendata.sources import eu_portal
    [(call.identifier, call.texts) for call in eu_portal.read("grants_2026-07-15.json").rows]

Both kinds of file are JSON: the answers hold `results`, a snapshot holds `grants`. Traps: every value of an answer is a
list, some are JSON inside a string, now and then cut off; one call stands in several rows, of which the richest is
taken; the stated status may be years old, so what holds follows from the dates; several calls that pass money on stand
under the identifier of the topic that pays for them. How to ask: `eu_portal_asking`.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from vardevei.opendata.problem import Problem
from vardevei.opendata.register import BUILT_IN, rows
from vardevei.opendata.sources import contents, eu_portal_rows
from vardevei.opendata.sources.announced import Announced, Announcements
from vardevei.opendata.sources.cells import Unreadable, storable
from vardevei.opendata.sources.rows import Rejected

NAME = "eu-portal"
Make = Callable[[dict[str, Any], int, list[tuple[str, str]]], Announced]
MOST_REJECTED = 200
TOLD_LATER = {"abstract": "abstract"}  # our field -> the snapshot's, which older snapshots lack altogether


def read(path: Path | str) -> Announcements:
    """The whole file; a Problem when it cannot be trusted."""
    path = Path(path)
    found = contents.kind(path)
    if found != "json":
        raise contents.wrong_kind(path, found, "the portal's answer or a snapshot of it, in JSON")
    content = path.read_bytes()
    reading = Announcements(NAME, hashlib.sha256(content).hexdigest(), len(content))
    whole = _parsed(content, path.name)
    if isinstance(whole.get("grants"), list):
        return _snapshot(whole, reading)
    if isinstance(whole.get("results"), list):
        reading.complete = bool(whole.get("complete"))
        reading.taken_at = _moment(whole.get("takenAt"))
        return _gather(whole["results"], eu_portal_rows.of_answer, reading)
    why = f"Its fields are: {', '.join(map(str, whole))[:200] or 'none'}."
    raise Problem("file-not-understood", f"{path.name} holds neither `results` nor `grants`.", why, _AGAIN)


def programmes() -> dict[str, dict[str, str]]:
    """The portal's numbers of programmes: short, family, programme, name."""
    return {row["number"]: row for row in _programmes()}


@cache
def _programmes() -> tuple[dict[str, str], ...]:
    return tuple(rows(BUILT_IN / "portal_programmes.csv"))


_AGAIN = "Nothing was changed. Fetch the file again."


def _parsed(content: bytes, name: str) -> dict[str, Any]:
    try:
        whole = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Problem("file-truncated", f"{name} is not whole JSON.", f"{str(error)[:150]}.", _AGAIN) from error
    return whole if isinstance(whole, dict) else {"results": whole}


def _snapshot(whole: dict[str, Any], reading: Announcements) -> Announcements:
    listed = whole["grants"]
    stored = (whole.get("source") or {}).get("storedResults")
    if isinstance(stored, int) and stored != len(listed):
        why = f"It says that it holds {stored} calls, and holds {len(listed)}."
        raise Problem("file-truncated", "The snapshot is not whole.", why, _AGAIN)
    told = {field for row in listed if isinstance(row, dict) for field in row}
    reading.silent = frozenset(
        {"keywords", "deadlines"} | {ours for ours, theirs in TOLD_LATER.items() if theirs not in told}
    )
    reading.taken_at = _moment(whole.get("generatedAt"))
    return _gather(listed, eu_portal_rows.of_snapshot, reading)


def _moment(text: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(text).replace("Z", "+00:00"))
    except ValueError:
        return None


def _gather(listed: list[Any], make: Make, reading: Announcements) -> Announcements:
    """Each row once: a call, a poorer row of a call, or set aside."""
    best: dict[str, Announced] = {}
    for line, row in enumerate(listed, start=1):
        reading.rows_read += 1
        notes: list[tuple[str, str]] = []
        try:
            call = _known(make(row if isinstance(row, dict) else {}, line, notes))
        except Unreadable as error:
            reading.rejected.append(Rejected(line, error.reason, error.detail, _raw(row)))
            continue
        reading.notes += [Rejected(line, code, detail, _raw(row)) for code, detail in notes]
        mark = call.key if call.kind == "cascade" else call.identifier.casefold()
        if mark in best:
            reading.passed_over["poorer"] += 1
        best[mark] = max(best.get(mark, call), call, key=_riches)
    reading.rows = _keys_once(list(best.values()), reading)
    _refuse_nonsense(reading)
    return reading


def _keys_once(found: list[Announced], reading: Announcements) -> list[Announced]:
    """Two identifiers under one number: the richest keeps it."""
    by_key: dict[str, Announced] = {}
    for call in found:
        if call.key in by_key:
            reading.passed_over["poorer"] += 1
        by_key[call.key] = max(by_key.get(call.key, call), call, key=_riches)
    return list(by_key.values())


def _riches(call: Announced) -> tuple[int, ...]:
    dates = (bool(call.asserted), bool(call.deadlines), bool(call.abstract), bool(call.opens_on))
    return (sum(dates), len(call.abstract), len(call.keywords) + len(call.divisions))


def _known(call: Announced) -> Announced:
    """With the family and the plain name of its programme."""
    row = programmes().get(call.programme_number)
    if row is None:
        return replace(call, family="other-sector")
    return replace(call, family=row["family"], programme=row["name"])


def _raw(row: Any) -> dict[str, str]:
    if not isinstance(row, dict):
        return {"row": storable(str(row))[:300]}
    return {str(key): storable(str(value))[:300] for key, value in _flat(row) if value}


def _flat(row: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in row.items():
        if key == "metadata" and isinstance(value, dict):
            yield from value.items()
        elif not re.fullmatch(r"abstract|searchText", str(key)):
            yield key, value


def _refuse_nonsense(reading: Announcements) -> None:
    if not reading.rows_read:
        raise Problem("file-empty", "The file holds no calls.", "", _AGAIN)
    if len(reading.rejected) > MOST_REJECTED or not reading.rows:
        first = reading.rejected[0]
        many = f"{len(reading.rejected)} of {reading.rows_read}"
        what = f"{many} calls could not be understood; the first is number {first.line}."
        todo = "Nothing was changed. The portal may answer in another shape now."
        raise Problem("file-not-understood", what, first.detail, todo)
