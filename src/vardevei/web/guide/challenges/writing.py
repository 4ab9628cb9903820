"""Writing a challenge, changing it, choosing who sees it, and closing it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.guide.domain import matches
from vardevei.organisations.models import Organisation
from vardevei.projects import rules
from vardevei.projects.domain import challenges
from vardevei.projects.models import Challenge
from vardevei.web import access
from vardevei.web.guide.challenges import doors
from vardevei.web.guide.challenges.forms import ChallengeForm, CloseForm, EditForm


def new(request: HttpRequest) -> HttpResponse:
    person = access.signed_in(request)
    places = doors.municipalities(person)
    if not places:
        raise PermissionDenied(str(rules.WRITE_CHALLENGE.sentence))
    form = ChallengeForm.of(request, about="new", initial={"text": request.POST.get("begun", "")[:4000]})
    form.within(places)
    made: list[Challenge] = []
    if form.accepted() and form.did(lambda: made.append(_write(form, places, person))):
        form.done()
        return redirect("challenge", made[0].pk)
    return _page(request, form, _("Skriv en utfordring"), _("Vis hva som passer"), None)


def edit(request: HttpRequest, key: int) -> HttpResponse:
    person, challenge = doors.own(request, key)
    initial = {"text": challenge.text, "theme": challenge.theme, "shared": challenge.shared}
    form = EditForm.of(request, about=challenge, initial=initial)
    if form.accepted() and form.did(lambda: _change(form, challenge, person)):
        form.done()
        return redirect("challenge", key)
    return _page(request, form, _("Endre utfordringen"), _("Lagre og se etter treff"), challenge)


def close(request: HttpRequest, key: int) -> HttpResponse:
    person, challenge = doors.own(request, key)
    form = CloseForm.of(request, about=f"challenge:{key}:close")
    if form.accepted() and form.did(lambda: challenges.close(challenge, why=form.cleaned_data["why"], by=person)):
        form.done()
        return redirect("challenge", key)
    return _page(request, form, _("Avslutt utfordringen"), _("Avslutt"), challenge)


@transaction.atomic
def _write(form: ChallengeForm, places: list[Organisation], person: Person) -> Challenge:
    chosen = form.cleaned_data["municipality"]
    place = next((one for one in places if one.pk == chosen), places[0])
    said = form.said(get_language() or "nb")
    made = challenges.write(place, said, shared=form.cleaned_data["shared"], by=person)
    matches.find(made)
    return made


@transaction.atomic
def _change(form: EditForm, challenge: Challenge, person: Person) -> None:
    challenges.change(challenge, form.said(challenge.language), by=person, version=form.version)
    challenges.share(challenge, form.cleaned_data["shared"], by=person)
    matches.find(challenge)


def _page(request: HttpRequest, form: object, title: str, submit: str, challenge: Challenge | None) -> HttpResponse:
    back = reverse("challenge", args=[challenge.pk]) if challenge else reverse("challenges")
    under = [(challenge.title, back)] if challenge else []
    crumbs = [(_("Utfordringer"), reverse("challenges")), *under, (title, "")]
    context = {"form": form, "title": title, "submit": submit, "cancel": back, "crumbs": crumbs, "new": not challenge}
    return render(request, "guide/challenges/write.html", context)
