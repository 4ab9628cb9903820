"""One line about something in a workspace."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True, slots=True)
class Line:
    """`what` is what kind of thing it is. `day` is when it comes, came, or must be done; `since` when it has waited."""

    text: str
    href: str
    day: date | None = None
    since: date | None = None
    what: str = ""
    overdue: bool = False


def line(
    name: str,
    key: object,
    text: object,
    *,
    day: date | None = None,
    since: date | None = None,
    what: object = "",
    overdue: bool = False,
) -> Iterator[Line]:
    """The line, when the page it leads to is there: no dead links."""
    try:
        href = reverse(name, args=[key])
    except NoReverseMatch:
        return
    yield Line(str(text), href, day, since, str(what), overdue)
