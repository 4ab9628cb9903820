"""Asking for alerts of what is chosen in a list of calls. The answer is the same whether an address is known or not."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.core.domain import people
from vardevei.core.models import Person
from vardevei.guide.domain import alert_letters, subscriptions
from vardevei.guide.models import Subscription
from vardevei.web import access, limits
from vardevei.web.guide.alerts.forms import AlertForm, usual
from vardevei.web.guide.calls import choosing

ASKED_HERE = limits.Limit("alerts-here", 20, 60)
ASKED_OF = limits.Limit("alerts-of", 5, 60)


def ask(request: HttpRequest) -> HttpResponse:
    person = access.person(request)
    chosen = choosing.chosen(request.GET)
    wanted = {name: value for name, value in chosen.wanted.as_dict().items() if name != "show"}
    form = AlertForm.of(request, about=f"alert:{chosen.address()}", initial=usual(), visitor=person is None)
    if form.accepted() and form.did(lambda: _ask(request, form, wanted, person)):
        return redirect("alerts-own" if person else "alerts-sent")
    context = {
        "form": form,
        "what": alert_letters.title(Subscription(wanted=wanted)),
        "all": not wanted,
        "lost": chosen.typed if chosen.lost else "",
        "back": f"{reverse('calls')}?{chosen.address()}".rstrip("?"),
        "own": person is not None,
        "crumbs": crumbs(_("Varsel")),
    }
    return render(request, "guide/alerts/ask.html", context)


def sent(request: HttpRequest) -> HttpResponse:
    return render(request, "guide/alerts/sent.html", {"crumbs": crumbs(_("Sendt"))})


def crumbs(here: str) -> list[tuple[str, str]]:
    return [(_("Utlysninger"), reverse("calls")), (here, "")]


def _ask(request: HttpRequest, form: AlertForm, wanted: dict[str, str], person: Person | None) -> None:
    limits.count_here(request, ASKED_HERE)
    if person:
        subscriptions.subscribe(form.choice(wanted), to=access.signed_in(request), signed_in=True)
        return
    choice, email = form.choice(wanted), form.cleaned_data["email"]
    limits.count(ASKED_OF, email)
    subscriptions.subscribe(choice, to=people.find_or_make(email))
