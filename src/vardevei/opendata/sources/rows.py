"""What reading a file gives: grants, and everything that did not become a grant, with the reason."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Grant:
    """One organisation's part in one project, as the source says it.

    `key` is the same in every edition of the source and unique within a file. `line` is the line a person sees in the
    file (in JSON the number of the record, from 1). `amount` is rounded to cents; EUR unless `currency` differs.
    `address_municipality` is four digits in the borders that the source uses. A text that the source does not give is
    empty; a date or an amount that it does not give is None.
    """

    key: str
    line: int
    family: str
    project_number: str
    name: str
    programme_part: str = ""
    acronym: str = ""
    title: str = ""
    topic: str = ""
    organisation_number: str = ""
    country: str = "NO"
    role: str = ""
    signed: date | None = None
    start: date | None = None
    end: date | None = None
    amount: Decimal | None = None
    currency: str = "EUR"
    address_municipality: str = ""
    nuts: str = ""
    post_code: str = ""
    town: str = ""

    @property
    def year(self) -> int | None:
        """The year of signature, else of start: the year whose municipalities the grant is counted in."""
        day = self.signed or self.start
        return day.year if day else None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that could not be understood, or (as a note) a row that was kept with something left out.

    `reason` is a stable code; `detail` says it in an English sentence; `raw` is the row as the file has it.
    """

    line: int
    reason: str
    detail: str
    raw: dict[str, str]


@dataclass(slots=True)
class Reading:
    """One file, read to the end. Always: `rows_read == len(rows) + len(rejected) + sum(passed_over.values())`.

    `passed_over` counts rows that are understood and not ours to keep ("other-country", "repeated").
    `complete` is False for an extract: what it lacks has not gone from the source.
    `sha256` and `size` (bytes) are those of the file as given; `parts` names further tables read with it.
    """

    source: str
    sha256: str = ""
    size: int = 0
    encoding: str = ""
    complete: bool = True
    rows_read: int = 0
    rows: list[Grant] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    notes: list[Rejected] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)
    unknown_columns: list[str] = field(default_factory=list)
    missing_columns: list[str] = field(default_factory=list)
    parts: dict[str, str] = field(default_factory=dict)
