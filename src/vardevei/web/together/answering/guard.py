"""Against machines at open links, without a test that people must pass: a field nobody sees, and a limit for each
network address that a whole town hall stays under."""

from django.http import HttpRequest

from vardevei.opendata.problem import Problem
from vardevei.web import limits
from vardevei.web.limits import Limit

TRAP = "nettsted"
HERE = Limit("survey-here", 120, 60)
PASSED_ON = Limit("survey-passed-on", 5, 24 * 60)


def caught(request: HttpRequest) -> bool:
    """Something stands in the field nobody sees. A person whose browser filled it in is told, and nothing is lost."""
    return request.method == "POST" and bool(request.POST.get(TRAP))


def count(request: HttpRequest, limit: Limit = HERE, key: object = None) -> None:
    try:
        limits.count(limit, key) if key is not None else limits.count_here(request, limit)
    except Problem as problem:
        raise Problem(
            "survey-busy",
            "Very much comes from your network just now.",
            "We stop after many answers in an hour, so that no machine can answer for people.",
            "Go back, wait a little, and send it again.",
            **problem.values,
        ) from problem
