"""An invitation's own link, and the same for one who is signed in with the address it went to."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from vardevei.core.models import Person
from vardevei.organisations.domain import invitations
from vardevei.organisations.models import Invitation
from vardevei.web import access, limits
from vardevei.web.account import entering
from vardevei.web.account.fields import Name


@never_cache
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """What the invitation means; one press accepts. Opening does nothing: mail scanners open links."""
    limits.count_here(request, limits.PRESSES_HERE)
    return _answer(request, invitations.find(token), access.person(request))


@never_cache
def mine(request: HttpRequest, key: int) -> HttpResponse:
    """The same for one who is signed in, and finds it among what waits."""
    who = access.signed_in(request)
    one = Invitation.objects.select_related("organisation", "by").filter(pk=key, email=who.email or "-").first()
    if one is None:
        raise Http404(key)
    return _answer(request, one, who)


def _answer(request: HttpRequest, one: Invitation, who: Person | None) -> HttpResponse:
    if request.method == "POST" and request.POST.get("answer") == "no":
        invitations.decline(one, by=who)
        return redirect(request.path)
    if who is not None:
        return _signed_in(request, one, who)
    known = Person.objects.filter(email=one.email).first() if one.email else None
    if known and invitations.has_account(known):
        return _page(request, one, sign_in=True)
    form = Name(request.POST or None, initial={"name": (known and known.name) or one.name})
    if request.method == "POST" and form.is_valid():
        person = invitations.accept_as_new(one, name=form.cleaned_data["name"])
        return entering.enter(request, person, entering.LINK)
    return _page(request, one, form=form)


def _signed_in(request: HttpRequest, one: Invitation, who: Person) -> HttpResponse:
    if request.method == "POST":
        invitations.accept(one, by=access.signed_in(request))
        return redirect("start")
    return _page(request, one, who=who, other=who.email != one.email)


def _page(request: HttpRequest, one: Invitation, **context: object) -> HttpResponse:
    return render(request, "account/invited.html", {"one": one, **context})
