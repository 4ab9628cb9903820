"""The account page: everything about how a person gets in, and the changes to it."""

from dataclasses import dataclass

from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from vardevei.core.domain import accounts, log, second_factor
from vardevei.core.models import Person
from vardevei.opendata import attributes, places
from vardevei.organisations import rules
from vardevei.web import access, limits
from vardevei.web.account import mailing, sessions
from vardevei.web.account.fields import Fields, NewPassword, email_field


class Address(Fields):
    email = email_field(_("Ny e-postadresse"))


@dataclass(frozen=True, slots=True)
class Way:
    """A provider, and whether the person has connected it."""

    id: str
    name: str
    connected: bool


@never_cache
def account(request: HttpRequest) -> HttpResponse:
    """Address, password, code, providers and sessions on one page."""
    who = access.signed_in(request)
    staff = access.needs_second_factor(who)
    parts = {
        "who": who,
        "staff": staff,
        "second_factor": staff and second_factor.is_set_up(who),
        "codes_left": len(second_factor.paper_codes(who)) if staff else 0,
        "ways": ways(who),
        "places": sessions.of(who, request),
        "suggested": _suggested(request),
        "administrator": rules.may(who, rules.ADMINISTER),
    }
    return render(request, "account/account.html", parts)


def ways(person: Person) -> list[Way]:
    """Those that are configured, and those the person has connected though they no longer are."""
    connected = set(SocialAccount.objects.filter(user=person).values_list("provider", flat=True))
    names = {one.id: one.name for one in settings.PROVIDERS}
    return [Way(code, names.get(code, code), code in connected) for code in [*names, *sorted(connected - set(names))]]


def _suggested(request: HttpRequest) -> str:
    """The municipality or county that Ansattporten said the person acts for. It gives no right to anything."""
    number = request.session.get("suggested_organisation", "")
    found = attributes.places_of_number(number) if number else ()
    return places.by_id(found[-1]).name() if found else ""


@never_cache
def address(request: HttpRequest) -> HttpResponse:
    """Ask for a new address; it is changed when the link sent there is pressed."""
    who = access.lately(request)
    form = Address(request.POST or None)
    if request.method == "POST" and form.is_valid():
        limits.count(limits.CHANGES_OF, who.pk)
        email = form.cleaned_data["email"].lower()
        if email != who.email:
            mailing.send_to_new_address(request, who, email)
        request.session["new_address"] = email
        return redirect("new-address-sent")
    return render(request, "account/address.html", {"form": form, "who": who})


@never_cache
def address_sent(request: HttpRequest) -> HttpResponse:
    """Where the confirming link was sent."""
    access.signed_in(request)
    return render(request, "account/address_sent.html", {"email": request.session.get("new_address", "")})


@never_cache
def new_password(request: HttpRequest) -> HttpResponse:
    """Choose a password, or another one. The old one is not asked for: a link by mail is enough to get here."""
    who = access.lately(request)
    form = NewPassword(request.POST or None, person=who)
    if request.method == "POST" and form.is_valid():
        limits.count(limits.CHANGES_OF, who.pk)
        accounts.set_password(who, form.cleaned_data["password"])
        _stay(request, who)
        return redirect("account")
    return render(request, "account/new_password.html", {"form": form, "who": who})


@never_cache
@require_POST
def no_password(request: HttpRequest) -> HttpResponse:
    """Take the password away; links by mail are enough."""
    who = access.lately(request)
    accounts.set_password(who, None)
    _stay(request, who)
    return redirect("account")


def _stay(request: HttpRequest, who: Person) -> None:
    """A new password ends all other sessions; this one goes on, under a new key."""
    sessions.end_others(who, request.session.session_key)
    sessions.forget(request.session.session_key)
    update_session_auth_hash(request, who)
    sessions.begin(request)


@never_cache
@require_POST
def disconnect(request: HttpRequest, provider: str) -> HttpResponse:
    """Take a provider away as a way in."""
    who = access.lately(request)
    names = {one.id: one.name for one in settings.PROVIDERS}
    accounts.disconnect(who, provider, name=names.get(provider, provider))
    return redirect("account")


@never_cache
@require_POST
def end_session(request: HttpRequest) -> HttpResponse:
    """End one session, or all but this."""
    who = access.signed_in(request)
    chosen = request.POST.get("session", "")
    ended = sessions.end(who, int(chosen)) if chosen.isdecimal() else 0
    if chosen == "others":
        ended = sessions.end_others(who, request.session.session_key)
    if ended:
        text = _("{who} avsluttet {number} innlogginger.")
        log.write("sessions-ended", text, by=who, about=who, who=who, number=ended)
    return redirect("account")
