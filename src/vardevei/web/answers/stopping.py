"""Stopping news: by a press on this page, or by the mail program itself (RFC 8058), which posts without showing it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from vardevei.core.domain import news
from vardevei.web.behind_a_link import behind_a_link


@behind_a_link
def page(request: HttpRequest, token: str) -> HttpResponse:
    receiver = news.receiver_of(token)
    if request.method != "POST":
        return render(request, "answers/stop.html", {"stopped": receiver.no_news_since, "address": receiver.email})
    if request.POST.get("again"):
        news.start(receiver)
    else:
        news.stop(receiver)
    if "List-Unsubscribe" in request.POST:
        return HttpResponse(status=204)
    return redirect(request.path)
