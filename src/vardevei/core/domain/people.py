"""People as we know them: found by their address, so that one human being is one row; and erased when they ask."""

from collections import Counter
from collections.abc import Callable

from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, records
from vardevei.core.domain.letting_go import let_go
from vardevei.core.models import Person
from vardevei.core.personal import Gone, holding
from vardevei.opendata.problem import Problem

# What other rooms do first when a person goes, such as ending roles: called with the person, `by` and `why`.
BEFORE_ERASING: list[Callable[..., object]] = []


def find_or_make(email: str | None, name: str = "") -> Person:
    """The person who has the address, or a new one. A name that is there already is not written over.

    Without an address nobody can be recognised, so that gives a new person each time.
    """
    address = (email or "").strip().lower()
    if not address:
        return Person.objects.create_user(name=name.strip())
    person, new = Person.objects.get_or_create(email=address, defaults={"name": name.strip()})
    if new:
        person.set_unusable_password()
        person.save(update_fields=["password"])
    elif name.strip() and not person.name:
        person.name = name.strip()
        person.save(update_fields=["name"])
    return person


@transaction.atomic
def erase(person: Person, *, by: Person | None, why: str) -> Counter[str]:
    """Empty the name and address everywhere, end roles and sign-ins; the rows for each table that were touched.

    What the person did still stands, by "a deleted person", so that counts and cases are whole. `why` must not name.
    """
    for leave in BEFORE_ERASING:
        leave(person, by=by, why=why)
    _sign_out(person)
    elsewhere = [found for found in records.of(person) if found.about and found.model is not Person]
    elsewhere.sort(key=lambda found: found.personal.gone is Gone.EMPTIED)  # what hangs on a row goes before its person
    gone = Counter({found.code: let_go(found.rows, found.personal) for found in elsewhere})
    _empty(person)
    text = _("{who} ble slettet.")
    log.write("person-erased", text, by=None if by == person else by, about=person, why=why, who=person)
    return gone


def _empty(person: Person) -> None:
    person.email, person.name, person.phone, person.form = None, "", "", ""
    person.last_login = person.bounced_at = person.no_news_since = person.warned_at = None
    person.bounce_reason, person.is_active, person.erased_at = "", False, timezone.now()
    person.set_unusable_password()
    person.save()


def _sign_out(person: Person) -> None:
    """Every browser the person is signed in with: the session itself goes, not only its line in the list."""
    for model, personal in holding().items():
        if model._meta.label == "usersessions.UserSession":
            keys = records.about(model, personal, person).values_list("session_key", flat=True)
            Session.objects.filter(session_key__in=list(keys)).delete()


def by_address(email: str) -> Person:
    """The person who has the address; a Problem when nobody does, or the account is closed."""
    person = Person.objects.present().filter(email=email.strip().lower(), is_active=True).first()
    if person is None:
        raise Problem(
            "person-unknown",
            f"Nobody has the address {email}.",
            "It is not in the database, or the account is closed.",
            "See that it is spelled as the person signs in.",
            name=email,
        )
    return person
