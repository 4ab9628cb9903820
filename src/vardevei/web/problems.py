"""A Problem raised anywhere below a page becomes a page with its three sentences, in the reader's language."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from vardevei.opendata.problem import Problem
from vardevei.web import kept
from vardevei.web.told import TOLD


class Problems:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return page(request, exception) if isinstance(exception, Problem) else None


def status(problem: Problem) -> int:
    return TOLD[problem.code].status if problem.code in TOLD else 400


def sentences(problem: Problem) -> dict[str, object]:
    """The three sentences and whether they are in the reader's language or in the library's English."""
    told = TOLD.get(problem.code)
    english = {"what": problem.what, "why": problem.why, "todo": problem.todo, "own_language": False}
    if told is None:
        return english
    try:
        what, why, todo = (str(sentence).format(**problem.values) for sentence in (told.what, told.why, told.todo))
    except KeyError:  # raised without the values the sentence needs: English is better than a hole
        return english
    return {"what": what, "why": why, "todo": todo, "own_language": True}


def page(request: HttpRequest, problem: Problem) -> HttpResponse:
    answer = status(problem)
    kept_at = kept.keep(request) if request.method == "POST" else ""
    told = {"status": answer, "code": problem.code, "kept_at": kept_at, **sentences(problem)}
    response = render(request, "error.html", told, status=answer)
    # The reader has been told. Django would write the address to the log, and a link that signs in is an address.
    response._has_been_logged = answer < 500  # type: ignore[attr-defined]
    return response
