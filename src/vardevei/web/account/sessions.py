"""Where a person is signed in: which browser, since when, and ending it."""

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.core.models import Person

# In this order: each browser also calls itself by the names that stand after its own.
BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
SYSTEMS = (("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"))


@dataclass(frozen=True, slots=True)
class Place:
    """One browser where the person is signed in."""

    id: int
    browser: str
    address: str
    since: datetime
    here: bool


def of(person: Person, request: HttpRequest) -> list[Place]:
    """Where the person is signed in now, this browser first."""
    rows = list(UserSession.objects.filter(user=person).order_by("-created_at"))
    live = set(
        Session.objects.filter(
            session_key__in=[row.session_key for row in rows], expire_date__gt=timezone.now()
        ).values_list("session_key", flat=True)
    )
    here = request.session.session_key
    places = [
        Place(row.pk, browser(row.user_agent), row.ip, row.created_at, row.session_key == here)
        for row in rows
        if row.session_key in live
    ]
    return sorted(places, key=lambda place: not place.here)


def browser(agent: str) -> str:
    """ "Firefox, Windows" from what a browser calls itself."""
    name = next((said for sign, said in BROWSERS if f"{sign}/" in agent), _("Ukjent nettleser"))
    system = next((said for sign, said in SYSTEMS if sign in agent), "Linux" if "Linux" in agent else "")
    return f"{name}, {system}" if system else name


def begin(request: HttpRequest) -> None:
    """Write down that somebody is signed in here."""
    UserSession.objects.create_from_request(request)


def end(person: Person, number: int) -> int:
    """End one of the person's sessions. How many ended."""
    return _end(UserSession.objects.filter(user=person, pk=number))


def end_others(person: Person, here: str | None) -> int:
    """End all of the person's sessions but the one here. How many ended."""
    return _end(UserSession.objects.filter(user=person).exclude(session_key=here or ""))


def forget(key: str | None) -> None:
    """The session has ended by itself."""
    UserSession.objects.filter(session_key=key or "").delete()


def _end(rows: QuerySet[UserSession]) -> int:
    keys = [row.session_key for row in rows]
    Session.objects.filter(session_key__in=keys).delete()
    rows.delete()
    return len(keys)
