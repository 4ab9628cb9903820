"""Who comes to an event, as letters and calendars need to know it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from vardevei.core.models import Person
from vardevei.workspaces.domain import sign_up_keys
from vardevei.workspaces.enums import SignUpState
from vardevei.workspaces.models import Event, SignUp


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who has signed up, with an address to write to. `path` opens her own sign-up without an account."""

    person: Person
    path: str


def who(event: Event, *, waiting: bool = False) -> Iterator[Guest]:
    """Those signed up who can be written to; with `waiting` also those on the waiting list."""
    states = [SignUpState.SIGNED_UP, *([SignUpState.OFFERED, SignUpState.WAITING] if waiting else [])]
    for sign_up in event.sign_ups.filter(state__in=states).select_related("person"):
        if sign_up.person and sign_up.person.written_to():
            yield Guest(sign_up.person, sign_up_keys.path(sign_up))


def has_signed_up(person: Person | None, event: Event) -> bool:
    """Whether the person may have what only those who come are given, such as the online address."""
    return person is not None and bool(person.pk) and event.sign_ups.coming().filter(person=person).exists()


def signed_up_to(person: Person) -> QuerySet[Event]:
    """The events that the person comes to."""
    coming = SignUp.objects.coming().filter(person=person)
    return Event.objects.filter(pk__in=coming.values("event"))
