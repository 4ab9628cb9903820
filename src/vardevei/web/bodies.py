"""What no page can use is refused before one is asked: a body of any size, an address with what is no text."""

from collections.abc import Callable

from django.contrib.auth import SESSION_KEY
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from vardevei.opendata.problem import Problem
from vardevei.web.problems import sentences

MEGABYTE = 1 << 20
VISITOR = 3 * MEGABYTE  # words only: no page takes a file from one who is not signed in
SIGNED_IN = 205 * MEGABYTE  # the largest source file, and the fields beside it


class Bodies:
    """Refuses by the length that is told beforehand; what is sent without one is not read at all (PEP 3333).

    PostgreSQL holds no NUL, so an address with one points to nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise Http404
        length = request.META.get("CONTENT_LENGTH") or "0"
        # The session is asked for only when it matters: a small form from a visitor costs nothing.
        if length.isdecimal() and int(length) > VISITOR and int(length) > _limit(request):
            return _too_much(request)
        return self.get_response(request)


def _limit(request: HttpRequest) -> int:
    return SIGNED_IN if SESSION_KEY in request.session else VISITOR


def _too_much(request: HttpRequest) -> HttpResponse:
    """The text is not kept: to keep it would be to read it."""
    problem = Problem(
        "too-much-sent",
        "What you sent is too large.",
        "The site stops before it reads anything that large. Nothing was changed.",
        "Sign in first, or send a smaller file.",
    )
    return render(request, "error.html", {"status": 413, "code": problem.code, **sentences(problem)}, status=413)
