"""What becomes of a form that was sent: where it led, what the browser may forget, and what must be kept."""

import time
from collections.abc import Callable

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from vardevei.opendata.problem import Problem
from vardevei.web import kept, problems
from vardevei.web.forms.once import MINUTES, AlreadySent

PATIENCE = 5.0  # seconds that the second press waits for the first
COOKIE = "vardevei-done"  # tells the browser which text it need not keep any longer


class SentForms:
    """Remembers where a sent form led, and keeps the text of one that led to a fault."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        claimed = getattr(request, "_claimed", "")
        if claimed and 300 <= response.status_code < 400:
            cache.set(claimed, response.headers["Location"], MINUTES * 60)
        elif claimed:
            cache.delete(claimed)
        if claimed and response.status_code >= 500:
            kept.keep(request)
        if hasattr(request, "_done"):
            response.set_cookie(
                COOKIE, request._done, max_age=86400, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
            )
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return _result(request, str(exception)) if isinstance(exception, AlreadySent) else None


def _result(request: HttpRequest, name: str) -> HttpResponse:
    until = time.monotonic() + PATIENCE
    while (where := cache.get(name)) == "" and time.monotonic() < until:
        time.sleep(0.05)
    if where:
        return redirect(where)
    return problems.page(
        request,
        Problem(
            "form-under-way",
            "The form has been sent and is being dealt with.",
            "You sent it twice, and the first is not finished.",
            "Wait a moment, and see whether it has come into place before you send it again.",
        ),
    )
