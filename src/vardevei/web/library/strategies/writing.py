"""Registering a strategy, changing it, and taking it out."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.library import register_rules as rules
from vardevei.library.domain import strategies, strategy_lists
from vardevei.library.models import Strategy
from vardevei.organisations.models import Organisation
from vardevei.organisations.permission import counties
from vardevei.web import access
from vardevei.web.forms import Form
from vardevei.web.library.strategies import one, words
from vardevei.web.library.strategies.forms import StrategyForm, WithdrawForm, standing


def new(request: HttpRequest) -> HttpResponse:
    person = access.require(request, rules.REGISTER_STRATEGY)
    offered = rules.organisations_of(person, rules.REGISTER_STRATEGY)
    asked = request.GET.get("for", "")
    form = StrategyForm.of(request, about="strategy:new", initial={"organisation": asked, **_prefilled(request)})
    form.offer(offered)
    made: list[Strategy] = []
    if form.accepted():
        at = next(each for each in offered if each.pk == form.cleaned_data.get("organisation", offered[0].pk))
        verb = lambda: made.append(strategies.register(at, form.said(), document=form.document(), by=person))  # noqa: E731
        if form.did(verb):
            messages.success(request, _("Strategien er registrert."))
            return redirect("strategy", made[0].pk)
    return _page(request, form, _("Registrer en strategi eller et vedtak"), _("Registrer"), noted=_noted(person))


def _prefilled(request: HttpRequest) -> dict[str, str]:
    """From a link on another page: what is known from before."""
    known = {"kind": "type", "inspired_by": "eksempel", "address": "adresse"}
    return {name: request.GET[asked] for name, asked in known.items() if request.GET.get(asked)}


def _noted(person: object) -> list[tuple[Organisation, str]]:
    """What the county's own staff have noted of strategies that are not in the register: a way to register each."""
    staffed = counties(person, rules.REGISTER_STRATEGY)  # type: ignore[arg-type]
    if len(staffed) != 1:
        return []
    here = reverse("strategy-new")
    notes = strategy_lists.noted_elsewhere(staffed[0])
    return [(note.place, f"{here}?for={note.place_id}&type=international&adresse={note.link}") for note in notes]


def change(request: HttpRequest, key: int) -> HttpResponse:
    strategy = one.found(key)
    person = access.require(request, rules.REGISTER_STRATEGY, strategy.organisation_id)
    form = StrategyForm.of(request, about=strategy, initial=standing(strategy))
    form.offer([strategy.organisation])
    if form.accepted():
        said, document = form.said(), form.document()
        if form.did(lambda: strategies.change(strategy, said, document=document, by=person, version=form.version)):
            return redirect("strategy", key)
    return _page(request, form, _("Endre «{title}»").format(title=words.title(strategy)), _("Lagre"), strategy)


def withdraw(request: HttpRequest, key: int) -> HttpResponse:
    strategy = one.found(key)
    person = access.require(request, rules.REGISTER_STRATEGY, strategy.organisation_id)
    form = WithdrawForm.of(request, about=strategy)
    if form.accepted() and form.did(lambda: strategies.withdraw(strategy, why=form.cleaned_data["why"], by=person)):
        return redirect("strategies")
    return _page(request, form, _("Ta bort «{title}»").format(title=words.title(strategy)), _("Ta bort"), strategy)


def _page(
    request: HttpRequest,
    form: Form,
    title: str,
    submit: str,
    strategy: Strategy | None = None,
    noted: list[tuple[Organisation, str]] | None = None,
) -> HttpResponse:
    over = [(words.title(strategy), reverse("strategy", args=[strategy.pk]))] if strategy else []
    context = {
        "form": form,
        "title": title,
        "submit": submit,
        "noted": noted,
        "cancel": over[0][1] if over else reverse("strategies"),
        "crumbs": one.crumbs(*over, (title, "")),
    }
    return render(request, "library/strategies/write.html", context, status=400 if form.is_bound else 200)
