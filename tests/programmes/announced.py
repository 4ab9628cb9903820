"""Calls as a source announces them. No surprises: one topic of Horizon Europe, open in the spring of 2026."""

import hashlib
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from vardevei.opendata.sources.announced import Announced, Announcements, Deadline


def call(number: int = 1, **changes: Any) -> Announced:
    told: dict[str, Any] = {
        "key": f"topic/{number}", "line": number, "identifier": f"HORIZON-X-2026-{number:02}", "kind": "topic",
        "title": f"Floods in small towns {number}", "abstract": "Scope: water in the centre.",
        "family": "horizon-europe", "programme": "Horizon Europe", "programme_number": "43108390",
        "opens_on": date(2026, 3, 1), "deadlines": days("2026-09-16"), "budget": Decimal("7000000.00"),
        "address": "https://ec.europa.eu/x",
    }  # fmt: skip
    return Announced(**(told | changes))


def days(*told: str) -> tuple[Deadline, ...]:
    return tuple(Deadline(date.fromisoformat(day)) for day in told)


def reading(day: str, *rows: Announced, **options: Any) -> Announcements:
    """The portal as of six in the morning of the day."""
    taken_at = datetime.fromisoformat(f"{day}T06:00:00").replace(tzinfo=UTC)
    told = Announcements("eu-portal", hashlib.sha256(repr((day, rows)).encode()).hexdigest(), 1, taken_at, **options)
    told.rows, told.rows_read = list(rows), len(rows) + len(told.rejected)
    return told
