"""What reading a file of calls gives: calls as they were announced, and every row that did not become one, with why."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Literal
from zoneinfo import ZoneInfo

from vardevei.opendata.sources.rows import Rejected

BRUSSELS = ZoneInfo("Europe/Brussels")
State = Literal["forthcoming", "open", "closed", "unknown"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """`on` is the day in Brussels. `at` is the moment, None when the source tells only the day."""

    on: date
    at: datetime | None = None

    def passed(self, now: datetime) -> bool:
        """A deadline that is only a day lasts until the day is over."""
        return self.at < now if self.at else self.on < now.astimezone(BRUSSELS).date()

    @property
    def moment(self) -> datetime:
        return self.at or datetime.combine(self.on, time(23, 59, 59), BRUSSELS)


@dataclass(frozen=True, slots=True)
class Announced:
    """One call, as the source says it.

    `key` is the source's own and stays when the identifier is corrected. `line` is the number of the record in the
    file, from 1. `kind`: topic, proposal (of the external actions), cascade (money passed on by a funded project), or
    other. `asserted` is the state the source states; what holds follows from the dates (`state`). `programme_number`
    is the portal's. A text that the source does not give is empty; a date or an amount that it does not give is None.
    Amounts are in `currency`.
    """

    key: str
    line: int
    identifier: str
    title: str
    kind: str = "other"
    call_identifier: str = ""
    call_title: str = ""
    abstract: str = ""
    destination: str = ""
    action_type: str = ""
    programme: str = ""
    programme_number: str = ""
    family: str = ""
    divisions: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    asserted: str = ""
    opens_on: date | None = None
    deadlines: tuple[Deadline, ...] = ()
    budget: Decimal | None = None
    smallest: Decimal | None = None
    largest: Decimal | None = None
    grants: int | None = None
    currency: str = "EUR"
    address: str = ""
    language: str = "en"

    def state(self, now: datetime) -> State:
        return state(self.opens_on, self.deadlines, now)

    @property
    def texts(self) -> tuple[str, ...]:
        """All that is worth finding it by, the most telling first, nothing twice."""
        told = (
            self.title, self.call_title, self.destination, self.abstract, *self.keywords, *self.divisions,
            self.action_type, self.programme, self.identifier, self.call_identifier,
        )  # fmt: skip
        return tuple(dict.fromkeys(text for text in told if text))


def state(opens_on: date | None, deadlines: tuple[Deadline, ...], now: datetime) -> State:
    """From the dates alone: a source may go on saying "forthcoming" long after the last deadline."""
    if deadlines and all(deadline.passed(now) for deadline in deadlines):
        return "closed"
    if opens_on is None and not deadlines:
        return "unknown"
    if opens_on and opens_on > now.astimezone(BRUSSELS).date():
        return "forthcoming"
    return "open"


@dataclass(slots=True)
class Announcements:
    """One file, read to the end. Always: `rows_read == len(rows) + len(rejected) + sum(passed_over.values())`.

    `taken_at` is when the source was asked, if the file says. `complete` is True when the file holds every open and
    coming call, so that one it lacks has gone. `silent` names the fields that this kind of file never tells.
    """

    source: str
    sha256: str = ""
    size: int = 0
    taken_at: datetime | None = None
    complete: bool = True
    rows_read: int = 0
    rows: list[Announced] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    notes: list[Rejected] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)
    silent: frozenset[str] = frozenset()
