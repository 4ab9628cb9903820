"""People for tests: one for each relation to Indre Fosen (5054) in Trøndelag (50). No surprises."""

import time
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client
from django.utils import timezone

from vardevei.core.models import Person
from vardevei.opendata import places
from vardevei.organisations import roles as kinds
from vardevei.organisations.domain import roles
from vardevei.organisations.models import Organisation
from vardevei.organisations.roles import RoleKind
from vardevei.web.access import SIGNED_IN

INDRE_FOSEN, TRONDELAG, VESTLAND, BERGEN = "5054", "50", "46", "4601"


def place(number: str) -> Organisation:
    """The municipality or county that has the number today. The register must be loaded (fixture `register`)."""
    found = places.by_number(number, on=timezone.localdate())
    assert found is not None
    return Organisation.objects.get(pk=found.id)


def somebody(name: str = "Kari Nes", **fields: Any) -> Person:
    """A person without any role. The address is made from the name."""
    return Person.objects.create_user(
        fields.pop("email", f"{name.lower().replace(' ', '.')}@eksempel.no"), name=name, **fields
    )


def with_role(kind: RoleKind, at: str = "", name: str = "") -> Person:
    person = somebody(name or f"{kind.code} {at}".strip())
    roles.give(kind, to=person, at=place(at) if at else None, by=None)
    return person


def contact(at: str = INDRE_FOSEN, name: str = "Kari Nes") -> Person:
    return with_role(kinds.CONTACT, at, name)


def adviser(at: str = TRONDELAG, name: str = "Ola Vik") -> Person:
    return with_role(kinds.ADVISER, at, name)


def administrator(name: str = "Anne Admin") -> Person:
    return with_role(kinds.ADMINISTRATOR, "", name)


def session_cookie(person: Person) -> dict[str, str]:
    """The cookie of a signed-in browser, as the server would have given it: all the way in, second factor included."""
    session = SessionStore()
    session[SIGNED_IN] = {"at": time.time(), "whole": True}
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return {"name": settings.SESSION_COOKIE_NAME, "value": str(session.session_key)}


def signed_in(person: Person) -> Client:
    """A browser without pictures, all the way in as this person."""
    client, cookie = Client(), session_cookie(person)
    client.cookies[cookie["name"]] = cookie["value"]
    return client
