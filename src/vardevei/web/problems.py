"""A Problem raised anywhere below a page becomes a page with its three sentences, in the reader's language."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.opendata.problem import Problem

Sentences = tuple[str | Promise, str | Promise, str | Promise]
# By code: what happened, why, what to do now. Words in {braces} are the problem's own values.
# A code that is not here is shown in the library's English, marked as English.
SENTENCES: dict[str, Sentences] = {
    "unknown-place": (
        _("Vi fant ingen kommune eller noe fylke med nummer {number}."),
        _("Nummeret finnes ikke i registeret for det året du valgte."),
        _("Søk etter navnet, eller velg et annet år."),
    ),
}
# How a code says that the thing asked for does not exist.
NOT_FOUND = ("unknown-", "no-such-")


class Problems:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return page(request, exception) if isinstance(exception, Problem) else None


def status(problem: Problem) -> int:
    return 404 if problem.code.startswith(NOT_FOUND) else 400


def sentences(problem: Problem) -> dict[str, object]:
    """The three sentences and whether they are in the reader's language or in the library's English."""
    translated = SENTENCES.get(problem.code)
    if translated is None:
        return {"what": problem.what, "why": problem.why, "todo": problem.todo, "own_language": False}
    try:
        what, why, todo = (str(sentence).format(**problem.values) for sentence in translated)
    except (KeyError, IndexError):  # raised without the values the sentence needs: English is better than a hole
        return {"what": problem.what, "why": problem.why, "todo": problem.todo, "own_language": False}
    return {"what": what, "why": why, "todo": todo, "own_language": True}


def page(request: HttpRequest, problem: Problem) -> HttpResponse:
    answer = status(problem)
    return render(request, "error.html", {"status": answer, "code": problem.code, **sentences(problem)}, status=answer)
