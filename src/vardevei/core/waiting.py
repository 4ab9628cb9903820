"""What waits for a person. Each room says it in its own words; `web` puts them in one list and knows the addresses."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Waiting:
    """`kind` is the code that `web` finds the address from, with `about`. Overdue first, then by due date, then age."""

    kind: str
    sentence: str | Promise
    about: str
    place: str = ""
    since: date | None = None
    due: date | None = None
