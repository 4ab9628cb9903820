"""From a request to a person and what she may do: `person = access.require(request, rules.SEE_OVERVIEW, county)`."""

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
from vardevei.organisations.permission import Act, may


class SignInFirst(Exception):
    """The page is for people who are signed in."""


def person(request: HttpRequest) -> Person | None:
    """Who is signed in; None for a visitor. One without a cookie is not asked about: her page is everybody's."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    user = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated else None


def signed_in(request: HttpRequest) -> Person:
    """Who is signed in; a visitor is sent to sign in and comes back."""
    who = person(request)
    if who is None:
        raise SignInFirst
    return who


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
        return redirect(f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}")
