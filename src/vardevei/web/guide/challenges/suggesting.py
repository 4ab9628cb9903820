"""An adviser suggests something: one of the matches, or something else she knows of."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.guide.domain import suggestions
from vardevei.guide.enums import Found, Suggested
from vardevei.guide.models import Match
from vardevei.programmes.models import Call
from vardevei.projects.models import Challenge
from vardevei.web.guide.challenges import doors
from vardevei.web.guide.challenges.forms import SuggestForm


def suggest(request: HttpRequest, key: int) -> HttpResponse:
    person, challenge = doors.helped(request, key)
    match = _match(request, challenge)
    about = f"challenge:{key}:{match.pk if match else ''}"
    form = SuggestForm.of(request, about=about, initial=_initial(match))
    found = match.key if match else ""
    if form.accepted() and form.did(lambda: suggestions.suggest(challenge, form.suggested(found), by=person)):
        form.done()
        return redirect(f"{reverse('challenge', args=[key])}#forslag")
    back, title = reverse("challenge", args=[key]), _("Foreslå noe")
    crumbs = [(_("Utfordringer"), reverse("challenges")), (challenge.title, back), (title, "")]
    context = {"form": form, "challenge": challenge, "title": title, "submit": _("Send til kommunen"), "cancel": back}
    return render(request, "guide/challenges/write.html", {**context, "crumbs": crumbs})


def _match(request: HttpRequest, challenge: Challenge) -> Match | None:
    key = request.GET.get("treff", "")
    return challenge.matches.filter(pk=key).first() if key.isdigit() else None


def _initial(match: Match | None) -> dict[str, Any]:
    if match is None:
        return {}
    kind = Suggested.NEIGHBOUR if match.kind == Found.PROJECT else match.kind
    who = match.because.get("more", {}).get("who", "")
    title = f"{who}: {match.title}" if kind == Suggested.NEIGHBOUR and who else match.title
    return {"kind": kind, "title": title, "deadline": _deadline(match)}


def _deadline(match: Match) -> Any:
    rows: Any = Call.objects.with_dates()
    call = rows.filter(key=match.key).first() if match.kind == Found.CALL else None
    return timezone.localdate(call.next_at) if call and call.next_at else None
