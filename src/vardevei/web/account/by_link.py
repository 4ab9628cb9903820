"""Pressing a link from a letter. Opening it does nothing: mail scanners open links, so one press has to confirm."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

from vardevei.core.domain import accounts, sign_in_links
from vardevei.core.models import Person, SignInLink
from vardevei.opendata.problem import Problem
from vardevei.web import access, limits
from vardevei.web.account import entering
from vardevei.web.account.fields import Name
from vardevei.web.account.openid import arriving
from vardevei.web.account.openid.arriving import Vouched
from vardevei.web.problems import sentences, status


@never_cache
def sign_in_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show whom the link lets in, and let her in when she presses. Somebody new says her name first."""
    limits.count_here(request, limits.PRESSES_HERE)
    try:
        link = sign_in_links.find(token)
    except Problem as problem:
        inside = _second_press(request, token) if request.method == "POST" else None
        return inside or _gone(request, problem)
    if link.person_id:
        return redirect("new-address-link", token)
    new, vouched = not Person.objects.filter(email=link.email).exists(), arriving.proved(request, link)
    form = Name(request.POST or None, initial={"name": vouched.name if vouched else ""}) if new else None
    if request.method == "POST" and (form is None or form.is_valid()):
        return _let_in(request, token, form.cleaned_data["name"] if form else "", vouched)
    return render(request, "account/by_link.html", {"link": link, "form": form, "vouched": vouched})


def _let_in(request: HttpRequest, token: str, name: str, vouched: Vouched | None) -> HttpResponse:
    link = sign_in_links.use(token)
    person = accounts.arrive(link, name=name)
    if vouched:
        return arriving.connect(request, person, vouched)
    return entering.enter(request, person, entering.LINK, next=link.next)


def _gone(request: HttpRequest, problem: Problem) -> HttpResponse:
    """Why the link opens nothing, and the way to a new one."""
    told = {"status": status(problem), "code": problem.code, **sentences(problem)}
    return render(request, "account/link_gone.html", told, status=status(problem))


def _second_press(request: HttpRequest, token: str) -> HttpResponse | None:
    """Whoever presses twice is in already."""
    who, link = access.person(request), sign_in_links.used(token)
    return redirect(entering.safe(link.next) or "start") if who and link and link.email == who.email else None


@never_cache
def new_address(request: HttpRequest, token: str) -> HttpResponse:
    """Show which address the account gets, and change it at a press; on any device, since the letter proves it."""
    limits.count_here(request, limits.PRESSES_HERE)
    try:
        link: SignInLink = sign_in_links.find(token)
    except Problem as problem:
        return _gone(request, problem)
    if not link.person_id:
        return redirect("sign-in-link", token)
    if request.method == "POST":
        accounts.must_be_free(link.email)
        accounts.change_address(sign_in_links.use(token), form=get_language() or "nb")
        return redirect("account" if access.person(request) else "account_login")
    return render(request, "account/new_address_link.html", {"link": link})
