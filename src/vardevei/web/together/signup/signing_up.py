"""Signing up: oneself, or a colleague. With an account the name stands there already."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.core.domain import people
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation
from vardevei.organisations.permission import held_by
from vardevei.web import limits
from vardevei.web.forms import Form
from vardevei.web.together import frame
from vardevei.web.together.signup import access
from vardevei.web.together.signup.forms import ColleagueForm, SignUpForm
from vardevei.workspaces.domain import sign_up_keys as keys
from vardevei.workspaces.domain import sign_up_options, signups
from vardevei.workspaces.domain import sign_up_places as places
from vardevei.workspaces.models import Event, SignUp

SIGN_UPS_HERE = limits.Limit("sign-ups-here", 60, 15)


def myself(request: HttpRequest, key: int) -> HttpResponse:
    person, event = access.seen(request, key)
    mine = signups.of(event, person)
    if mine and mine.state in signups.STANDING and request.method == "GET":
        return redirect("my-sign-up", keys.token(mine))
    form = SignUpForm.of(
        request, about=f"event:{event.pk}", initial=_known(person), event=event, asks_address=person is None
    )
    if form.accepted():
        limits.count_here(request, SIGN_UPS_HERE)
        given = {"email": person.email, **form.person} if person else form.person
        made = _try(form, lambda: _sign_up(event, given, form, by=person))
        if made:
            return _to(made, event)
    return _page(request, event, form, person)


def colleague(request: HttpRequest, key: int) -> HttpResponse:
    person, event = access.seen(request, key)
    form = ColleagueForm.of(request, about=f"event:{event.pk}:colleague", event=event, visitor=person is None)
    if form.accepted():
        limits.count_here(request, SIGN_UPS_HERE)
        made = _try(
            form, lambda: _sign_up(event, form.person, form, by=person or _who(form), signed_in=person is not None)
        )
        if made:
            return redirect("sign-up-received", event.pk)
    return _page(request, event, form, person, colleague=True)


def received(request: HttpRequest, key: int) -> HttpResponse:
    """Said to whoever may not see what came of it: that stands in the letter."""
    _person, event = access.seen(request, key)
    context = {"event": event, "crumbs": _crumbs(event, _("Påmelding"))}
    return frame.page(request, "together/signup/received.html", event.workspace, "workspace-calendar", context)


def _sign_up(
    event: Event, given: dict[str, Any], form: SignUpForm, by: Person | None, *, signed_in: bool = True
) -> tuple[SignUp, bool]:
    """The sign-up, and whether it may be shown: it is her own, or new, so that nobody else has had its link."""
    address = (given["email"] or "").strip().lower()
    there = event.sign_ups.filter(person__email=address).exists()
    made = signups.sign_up(event, **given, answers=form.answers, form=_form(by), by=by, signed_in=signed_in)
    own = signed_in and by is not None and by == made.person
    return made, own or not there


def _try(form: Form, verb: Any) -> tuple[SignUp, bool] | None:
    try:
        made: tuple[SignUp, bool] = verb()
    except Problem as problem:
        form.tell(problem)
        return None
    form.done()
    return made


def _to(made: tuple[SignUp, bool], event: Event) -> HttpResponse:
    """A new one is shown. One that was there, also one taken back or only invited, is only shown to its own person:
    anyone can write an address."""
    sign_up, shown = made
    return redirect("my-sign-up", keys.token(sign_up)) if shown else redirect("sign-up-received", event.pk)


def _form(by: Person | None) -> str:
    """A visitor is written to in the language of the page; bokmål says nothing of what she wants."""
    language = get_language() or "nb"
    return "" if by or language == "nb" else language


def _who(form: ColleagueForm) -> Person:
    return people.find_or_make(form.cleaned_data["by_email"], form.cleaned_data["by_name"])


def _known(person: Person | None) -> dict[str, object]:
    """What is known of one who is signed in."""
    if person is None:
        return {}
    at = Organisation.objects.filter(pk__in=[held.organisation for held in held_by(person) if held.organisation])
    municipality = at.filter(kind="municipality").first()
    county = at.filter(kind="county").first()
    other = county.body if county and not municipality else ""
    return {"name": person.name, "organisation": municipality, "organisation_name": other}


def _page(
    request: HttpRequest, event: Event, form: SignUpForm, person: Person | None, *, colleague: bool = False
) -> HttpResponse:
    options = sign_up_options.of(event)
    context = {
        "event": event,
        "form": form,
        "colleague": colleague,
        "options": options,
        "left": places.free(options) if options else None,
        "open": _open(event, person),
        "crumbs": _crumbs(event, _("Påmelding")),
    }
    return frame.page(request, "together/signup/sign_up.html", event.workspace, "workspace-calendar", context)


def _open(event: Event, person: Person | None) -> bool:
    options = sign_up_options.of(event)
    if options is None:
        return False
    try:
        signups.check_open(options, person, signups.of(event, person))
    except Problem:
        return False
    return True


def _crumbs(event: Event, here: str) -> list[tuple[str, str]]:
    return [(event.title, event.path), (here, "")]
