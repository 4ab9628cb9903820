"""Who comes to an event, as letters and calendars need to know it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from vardevei.core.models import Person
from vardevei.workspaces.models import Event


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who has signed up, with an address to write to."""

    person: Person


def who(event: Event, *, waiting: bool = False) -> Iterator[Guest]:
    """Those signed up who can be written to; with `waiting` also those on the waiting list."""
    yield from ()


def has_signed_up(person: Person | None, event: Event) -> bool:
    """Whether the person may have what only those who come are given, such as the online address."""
    return False


def signed_up_to(person: Person) -> QuerySet[Event]:
    """The events that the person comes to."""
    return Event.objects.none()
