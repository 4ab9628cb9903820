"""From a request to a person and what she may do: `person = access.require(request, rules.SEE_OVERVIEW, county)`."""

import time
from collections.abc import Callable
from datetime import date
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from vardevei.core.models import Person
from vardevei.opendata import places
from vardevei.organisations.models import Organisation
from vardevei.organisations.permission import Act, held_by, may
from vardevei.web import kept
from vardevei.web.problems import is_htmx

SIGNED_IN = "signed_in"  # in the session: when, and whether all the way
LATELY = 60 * 60


class SignInFirst(Exception):
    """The page is for people who are signed in."""


class SecondFactorFirst(SignInFirst):
    """The page is for staff who have shown a code from their app as well."""


def person(request: HttpRequest) -> Person | None:
    """Who is signed in; None for a visitor. One without a cookie is not asked about: her page is everybody's."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    user = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated and not user.erased_at else None


def signed_in(request: HttpRequest) -> Person:
    """Who is signed in, all the way; a visitor is sent to sign in and comes back."""
    who = person(request)
    if who is None:
        raise SignInFirst
    if needs_second_factor(who) and not request.session.get(SIGNED_IN, {}).get("whole"):
        raise SecondFactorFirst
    return who


def lately(request: HttpRequest) -> Person:
    """Who is signed in, and showed it within the hour; for changes that open the account to others."""
    who = signed_in(request)
    if time.time() - request.session.get(SIGNED_IN, {}).get("at", 0) > LATELY:
        raise SignInFirst
    return who


def needs_second_factor(who: Person) -> bool:
    """Staff do; whoever only has a role at a municipality is never asked, nor somebody made up, who has no address."""
    return not who.made_up and any(held.kind.staff for held in held_by(who))


def require(request: HttpRequest, act: Act, place: Organisation | str | None = None) -> Person:
    """Who is signed in and may do the act, at the place when one is given; others get the page that says why not."""
    who = signed_in(request)
    if not may(who, act, place):
        raise PermissionDenied(str(act.sentence))
    return who


def county(request: HttpRequest, number: str, act: Act) -> tuple[Person, Organisation]:
    """The county of an address such as /fylke/50/, for one who may do the act there."""
    return _at(request, number, act, "county")


def municipality(request: HttpRequest, number: str, act: Act) -> tuple[Person, Organisation]:
    """The municipality of an address such as /fylke/kommune/5054/, for one who may do the act there."""
    return _at(request, number, act, "municipality")


def _at(request: HttpRequest, number: str, act: Act, kind: str) -> tuple[Person, Organisation]:
    signed_in(request)
    place = places.by_number(number, on=_today())
    if place is None or place.kind != kind:
        raise Http404(number)
    return require(request, act, place.id), Organisation.objects.get(pk=place.id)


def _today() -> date:
    return timezone.localdate()


class SignIn:
    """Sends a visitor to the sign-in page and, afterwards, back to where she was going."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, SignInFirst):
            return None
        page = "second-factor" if isinstance(exception, SecondFactorFirst) else "account_login"
        # A form that was sent after the sign-in had run out is filled in again when the person is back.
        here = request.get_full_path() if request.method == "GET" else kept.keep(request)
        address = f"{reverse(page)}?{urlencode({'next': here})}" if here else reverse(page)
        # A part of a page that htmx asked for must not become the sign-in page: the whole page goes there.
        return HttpResponse(headers={"HX-Redirect": address}) if is_htmx(request) else redirect(address)
