"""A Problem raised anywhere below a page is told in the reader's language, in the voice that was asked in.

A page for a browser, an alert in the page for htmx, the same sentences as JSON for a program.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from vardevei.core.troubles import as_problem
from vardevei.opendata.problem import Problem
from vardevei.web import kept
from vardevei.web.told import TOLD

# Where an alert from htmx goes, whatever part of the page was asked for.
REGION = {"HX-Retarget": "#melding", "HX-Reselect": "#problem", "HX-Reswap": "innerHTML show:#melding:top"}
CLEARED = b'<div id="melding" class="wrap" role="alert" hx-swap-oob="true"></div>'


NO_PAGE = _("Her er det ingen side å vise")
ONLY_FORMS = _("Adressen tar bare imot det som sendes fra et skjema.")
GO_BACK = _("Gå tilbake til siden du kom fra, og trykk på knappen der.")


class Problems:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 405 and request.method == "GET":  # a bare refusal would be an empty page
            told = {"what": str(NO_PAGE), "why": str(ONLY_FORMS), "todo": str(GO_BACK), "own_language": True}
            return tell(request, 405, told)
        if is_htmx(request) and request.method == "POST" and response.status_code == 200 and not response.streaming:
            response.content += CLEARED  # what went wrong the last time went well now
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        problem = as_problem(exception)
        return page(request, problem) if problem else None


def is_htmx(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


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


def text(problem: Problem) -> str:
    """The three sentences after one another, for a field of a form."""
    told = sentences(problem)
    return " ".join(str(told[part]) for part in ("what", "why", "todo") if told[part])


def page(request: HttpRequest, problem: Problem) -> HttpResponse:
    """The problem, in the voice that this request asked in."""
    return tell(request, status(problem), sentences(problem), problem.code)


def tell(request: HttpRequest, status: int, told: dict[str, object], code: str = "") -> HttpResponse:
    """Three sentences as a page, as an alert in a page, or as JSON."""
    # What was sent and could not be taken in is kept, so that nobody has to write it again.
    kept_at = kept.keep(request) if request.method == "POST" else ""
    context = {"status": status, "code": code, "kept_at": kept_at, **told}
    if is_htmx(request):
        response = render(request, "problem-part.html", context, status=status)
        for name, value in REGION.items():
            response[name] = value
    elif request.get_preferred_type(["text/html", "application/json"]) == "application/json":
        named = {name: str(told[name]) for name in ("what", "why", "todo")}
        response = JsonResponse(
            {"code": code or f"http-{status}", **named}, status=status, json_dumps_params={"ensure_ascii": False}
        )
    else:
        response = render(request, "error.html", context, status=status)
    # The reader has been told. Django would write the address to the log, and a link that signs in is an address.
    response._has_been_logged = bool(code) and status < 500  # type: ignore[attr-defined]
    return response
