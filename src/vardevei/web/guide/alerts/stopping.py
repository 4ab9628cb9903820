"""Stopping one alert or all: by a press on this page, or by the mail program itself (RFC 8058)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from vardevei.guide.domain import alert_keys, alert_letters, subscriptions
from vardevei.web.behind_a_link import behind_a_link


@behind_a_link
def page(request: HttpRequest, token: str) -> HttpResponse:
    person, found = alert_keys.to_stop(token)
    if request.method == "POST":
        subscriptions.stop(person, found)
        if "List-Unsubscribe" in request.POST:
            return HttpResponse(status=204)
        return redirect(request.path)
    titles = [alert_letters.title(one) for one in found]
    return render(request, "guide/alerts/stop.html", {"titles": titles})
