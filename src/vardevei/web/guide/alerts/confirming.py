"""Saying yes: by a press, since mail programs open links by themselves."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from vardevei.guide.domain import alert_keys, alert_letters, subscriptions
from vardevei.web.behind_a_link import behind_a_link


@behind_a_link
def page(request: HttpRequest, token: str) -> HttpResponse:
    found = alert_keys.to_confirm(token)
    if request.method == "POST":
        subscriptions.confirm(found)
    if found.confirmed_at:
        return redirect("alerts-mine", alert_keys.token_of(found.person))
    return render(request, "guide/alerts/confirm.html", {"what": alert_letters.title(found), "rhythm": found.rhythm})
