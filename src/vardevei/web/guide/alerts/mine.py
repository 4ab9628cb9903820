"""One's own alerts: by the link in a letter, or signed in."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.core.domain import addresses
from vardevei.core.models import Person
from vardevei.guide.domain import alert_keys, alert_letters, subscriptions
from vardevei.guide.models import Subscription
from vardevei.web import access
from vardevei.web.behind_a_link import behind_a_link
from vardevei.web.guide.alerts import asking
from vardevei.web.guide.alerts.forms import AlertForm, shown


@dataclass(frozen=True, slots=True)
class Line:
    one: Subscription
    title: str
    calendar: str
    atom: str


def own(request: HttpRequest) -> HttpResponse:
    """For one who is signed in: no link is needed."""
    person = access.signed_in(request)
    return redirect("alerts-mine", alert_keys.token_of(person))


@behind_a_link
def page(request: HttpRequest, token: str) -> HttpResponse:
    person = alert_keys.owner(token)
    if request.method == "POST":
        _do(request, person)
        return redirect(request.path)
    found = subscriptions.of(person)
    context = {
        "lines": [_line(one) for one in found],
        "asked": any(one.asked_at for one in found),
        "token": token,
        "address": person.email,
        "crumbs": asking.crumbs(_("Varslene dine")),
    }
    return render(request, "guide/alerts/mine.html", context)


@behind_a_link
def change(request: HttpRequest, token: str, pk: int) -> HttpResponse:
    one = _one(alert_keys.owner(token), str(pk))
    form = AlertForm.of(request, about=f"alert:{pk}", initial=shown(one), visitor=False)
    if form.accepted() and form.did(lambda: subscriptions.change(one, form.choice(one.wanted))):
        return redirect("alerts-mine", token)
    back = reverse("alerts-mine", args=[token])
    crumbs = [(_("Utlysninger"), reverse("calls")), (_("Varslene dine"), back), (_("Endre"), "")]
    context = {"form": form, "what": alert_letters.title(one), "back": back, "crumbs": crumbs}
    return render(request, "guide/alerts/change.html", context)


def _do(request: HttpRequest, person: Person) -> None:
    """What one of the buttons says."""
    act = request.POST.get("do", "")
    if act == "stop-all":
        subscriptions.stop(person, subscriptions.of(person))
        return
    if act == "go-on":
        subscriptions.go_on(person)
        return
    verbs = {
        "stop": lambda one: subscriptions.stop(person, [one]),
        "pause": subscriptions.pause,
        "resume": subscriptions.resume,
        "confirm": subscriptions.confirm,
    }
    if act in verbs:
        verbs[act](_one(person, request.POST.get("alert", "")))


def _one(person: Person, key: str) -> Subscription:
    found = Subscription.objects.filter(person=person, pk=key).first() if key.isdecimal() else None
    if found is None:
        raise Http404(key)
    return found


def _line(one: Subscription) -> Line:
    calendar, atom = (
        addresses.absolute(f"/varsler/{one.secret}/{name}", one.form) for name in ("frister.ics", "nytt.atom")
    )
    return Line(one, alert_letters.title(one), calendar, atom)
