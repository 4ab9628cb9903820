"""The way in: an address first, then a link by mail or a password. And the way out."""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.web import access, limits
from vardevei.web.account import entering, mailing, sessions
from vardevei.web.account.fields import Fields, email_field, password_field

LABEL, HELP = gettext_lazy("E-postadresse"), gettext_lazy("Adressen du bruker i jobben.")


class Address(Fields):
    email = email_field(LABEL, HELP, "username")


class Password(Fields):
    email = email_field(LABEL, "", "username")
    password = password_field(gettext_lazy("Passord"))


@never_cache
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for the address. Enter sends a link; the other button leads to the password."""
    next = entering.safe(request.POST.get("next") or request.GET.get("next"))
    who = access.person(request)
    form = Address(request.POST or None, initial={"email": who.email if who else ""})
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"].lower()
        if request.POST.get("how") == "password":
            request.session[mailing.SENT_TO] = email
            return redirect(f"{reverse('password')}{_query(next)}")
        return mailing.send_link(request, email, next=next)
    return render(request, "account/sign_in.html", {"form": form, "next": next, "providers": settings.PROVIDERS})


def _query(next: str) -> str:
    return f"?{urlencode({'next': next})}" if next else ""


@never_cache
def link_sent(request: HttpRequest) -> HttpResponse:
    """Where the link was sent, and what to do when it does not come."""
    email = request.session.get(mailing.SENT_TO)
    if not email:
        return redirect("account_login")
    minutes = {"email": email, "tries": limits.LINKS_TO.tries, "minutes": limits.LINKS_TO.minutes}
    return render(request, "account/link_sent.html", minutes)


@never_cache
def password(request: HttpRequest) -> HttpResponse:
    """Ask for address and password, both on one page so that password managers can help."""
    next = entering.safe(request.POST.get("next") or request.GET.get("next"))
    form = Password(request.POST or None, initial={"email": request.session.get(mailing.SENT_TO, "")})
    if request.method == "POST" and form.is_valid():
        person = _whose(request, form.cleaned_data["email"].lower(), form.cleaned_data["password"])
        if person is not None:
            return entering.enter(request, person, entering.PASSWORD, next=next)
        form.add_error(None, _("E-postadressen eller passordet stemmer ikke. Du kan få en lenke på e-post i stedet."))
    return render(request, "account/password.html", {"form": form, "next": next})


def _whose(request: HttpRequest, email: str, given: str) -> Person | None:
    """Who has the address and the password. A closed or unknown account takes as long and gets the same answer."""
    limits.count_here(request, limits.PASSWORDS_HERE)
    limits.count(limits.PASSWORDS_OF, email)
    person = Person.objects.present().filter(email=email, is_active=True).first()
    if not (person or Person(password=make_password(None))).check_password(given):
        return None
    limits.forgive(limits.PASSWORDS_HERE, limits.address_of(request))
    limits.forgive(limits.PASSWORDS_OF, email)
    return person


@never_cache
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session, and go to the front page."""
    who = access.person(request)
    if who is not None:
        sessions.forget(request.session.session_key)
        log.write("signed-out", gettext_lazy("{who} logget ut."), by=who, about=who, who=who)
    logout(request)
    return redirect("front")
