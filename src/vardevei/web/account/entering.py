"""From "who is it" to "is signed in": a second factor for staff first, and then back to where the person was going."""

import time
from dataclasses import asdict, dataclass
from typing import Any

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import accounts
from vardevei.core.models import Person
from vardevei.web import access
from vardevei.web.account import sessions

BACKEND = "django.contrib.auth.backends.ModelBackend"
LINK, PASSWORD = "link", "password"
WORDS = {LINK: _("lenke"), PASSWORD: _("passord")}  # a provider is called by its own name
HALFWAY = "halfway"
HALFWAY_LASTS = 15 * 60
STAFF_LASTS, OTHERS_LAST = 12 * 3600, 14 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Halfway:
    """Somebody has shown who she is, and is not signed in before she has shown a code too."""

    person: int
    how: str
    next: str
    at: float


def enter(request: HttpRequest, person: Person, how: str, *, vouched: bool = False, next: str = "") -> HttpResponse:
    """Sign the person in, or ask for a code first. `vouched`: a provider has asked for its own second factor."""
    accounts.must_be_open(person)
    if access.needs_second_factor(person) and not vouched:
        if request.user.is_authenticated and request.user != person:
            request.session.flush()
        request.session[HALFWAY] = asdict(Halfway(person.pk, how, next, time.time()))
        return redirect("second-factor")
    return complete(request, person, how, whole=vouched, next=next)


def halfway(request: HttpRequest) -> tuple[Person, Halfway] | None:
    """Who is on the way in, while that is fresh."""
    kept: dict[str, Any] | None = request.session.get(HALFWAY)
    if not kept or time.time() - kept["at"] > HALFWAY_LASTS:
        return None
    person = Person.objects.present().filter(pk=kept["person"], is_active=True).first()
    return (person, Halfway(**kept)) if person else None


def complete(request: HttpRequest, person: Person, how: str, *, whole: bool, next: str = "") -> HttpResponse:
    """The last step. `whole`: a code was shown, or a provider vouched. Without it somebody who becomes staff while
    signed in is asked for a code at the next page."""
    request.session.pop(HALFWAY, None)
    login(request, person, backend=BACKEND)
    request.session[access.SIGNED_IN] = {"at": time.time(), "whole": whole}
    request.session.set_expiry(STAFF_LASTS if access.needs_second_factor(person) else OTHERS_LAST)
    sessions.begin(request)
    accounts.signed_in(person, WORDS.get(how, how))
    return redirect(safe(next) or reverse("start"))


def safe(next: str | None) -> str:
    """The address within this site that the person was going to; nothing when it leads anywhere else."""
    path = (next or "").strip()
    inside = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path[:500] if inside else ""
