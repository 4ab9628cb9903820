"""What all pages behind a link in a letter have in common: the link is the key, and nobody keeps a copy."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponse]


def behind_a_link(view: View) -> View:
    """The link itself is what lets one in, so no cookie is asked for or given; it is told to no other site."""

    @wraps(view)
    def guarded(request: HttpRequest, token: str, **more: object) -> HttpResponse:
        response = view(request, token, **more)
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex"
        return response

    return csrf_exempt(guarded)
