"""Somebody whom a provider has vouched for: signed in when we know the key, else asked for an address first."""

import time
from dataclasses import asdict, dataclass, replace
from typing import Any

from allauth.socialaccount.models import SocialAccount
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from vardevei.core.domain import accounts, second_factor
from vardevei.core.models import Person, SignInLink
from vardevei.web import access
from vardevei.web.account import entering

WAITING = "vouched_for"
LASTS = 60 * 60


@dataclass(frozen=True, slots=True)
class Vouched:
    """Kept in the session of the browser that came back from the provider, until the address is proved there."""

    provider: str
    provider_name: str
    subject: str
    name: str
    email: str
    organisation: str
    next: str
    at: float
    asked: str = ""


def arrived(request: HttpRequest, login: Any) -> HttpResponse:
    """The next page for whoever came back."""
    said, provider, next = login.said, login.provider, entering.safe(login.state.get("next"))
    known = SocialAccount.objects.filter(provider=provider.sub_id, uid=said.subject).select_related("user").first()
    remember_organisation(request, said.organisation)
    if login.state.get("process") == "connect":
        who = access.signed_in(request)
        accounts.connect(who, provider.sub_id, said.subject, name=provider.name)
        return redirect("account")
    if known is not None:
        return entering.enter(request, known.user, provider.name, vouched=True, next=next)
    vouched = Vouched(
        provider.sub_id, provider.name, said.subject, said.name, said.email, said.organisation, next, time.time()
    )
    request.session[WAITING] = asdict(vouched)
    return redirect("vouched-for")


def waiting(request: HttpRequest) -> Vouched | None:
    """Who waits in this browser, while that is fresh."""
    kept: dict[str, Any] | None = request.session.get(WAITING)
    if not kept or time.time() - kept["at"] > LASTS:
        return None
    return Vouched(**kept)


def ask(request: HttpRequest, vouched: Vouched, email: str) -> None:
    """Remember which address is to be proved."""
    request.session[WAITING] = asdict(replace(vouched, asked=email.strip().lower()))


def proved(request: HttpRequest, link: SignInLink) -> Vouched | None:
    """Whoever waits in this very browser for the address the link is for. In another browser nothing is connected."""
    vouched = waiting(request)
    return vouched if vouched and vouched.asked == link.email else None


def connect(request: HttpRequest, person: Person, vouched: Vouched) -> HttpResponse:
    """Both are shown: the provider's word and the address. From now on the provider is enough.

    But whoever has an app for codes must show one first, else the mailbox alone would open the account for good.
    """
    if access.needs_second_factor(person) and second_factor.is_set_up(person):
        return entering.enter(request, person, entering.LINK, next=reverse("vouched-for"))
    _connect(request, person, vouched)
    return entering.enter(request, person, vouched.provider_name, vouched=True, next=vouched.next or reverse("account"))


def connected_now(request: HttpRequest, vouched: Vouched) -> HttpResponse | None:
    """For one who has shown the address and then a code, in this browser: the connection that was asked for."""
    person = access.person(request)
    if person is None or person.email != vouched.asked or not request.session.get(access.SIGNED_IN, {}).get("whole"):
        return None
    _connect(request, person, vouched)
    return redirect(vouched.next or "account")


def _connect(request: HttpRequest, person: Person, vouched: Vouched) -> None:
    accounts.connect(person, vouched.provider, vouched.subject, name=vouched.provider_name)
    del request.session[WAITING]


def remember_organisation(request: HttpRequest, number: str) -> None:
    """Only to suggest where the person may ask to join; it gives no role."""
    if number:
        request.session["suggested_organisation"] = number
