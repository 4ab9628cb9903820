"""Addresses where things go wrong, beside the real ones."""

from django.conf.urls.i18n import i18n_patterns
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from vardevei.opendata.problem import Problem
from vardevei.web import urls

handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500

PROBLEMS = {
    "unknown": Problem(
        "unknown-municipality", "There is no municipality 9999.", "Never was.", "Search.", number="9999"
    ),
    "valueless": Problem("unknown-municipality", "There is no such municipality.", "Never was.", "Search."),
    "new": Problem("not-told-yet", "The file <b>ends</b> in the middle.", "It was cut.", "Fetch it again."),
    "early": Problem("mart-missing", "There is no mart.", "It has not been built.", "Run: vardevei mart"),
}


def problem(request: HttpRequest, which: str) -> HttpResponse:
    raise PROBLEMS[which]


def refused(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def suspicious(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation


def broken(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


def received(request: HttpRequest) -> HttpResponse:
    return HttpResponse("received")


PRESSING = """{% extends "base.html" %}{% block main %}<h1>A page</h1><div id="part">
<form hx-get="/problem/unknown/" hx-target="#part" hx-select="#elsewhere"><button>Press</button></form>
<form hx-post="/mended/" hx-target="#part" hx-headers='{"X-CSRFToken": "{{ csrf_token }}"}'><button>Mend</button></form>
</div>{% endblock %}"""


def pressing(request: HttpRequest) -> HttpResponse:
    return HttpResponse(engines["django"].from_string(PRESSING).render({}, request))


def mended(request: HttpRequest) -> HttpResponse:
    return HttpResponse("mended")


urlpatterns = [
    *i18n_patterns(
        path("problem/<which>/", problem),
        path("refused/", refused),
        path("suspicious/", suspicious),
        path("broken/", broken),
        path("received/", received),
        path("pressing/", pressing),
        path("mended/", mended),
        prefix_default_language=False,
    ),
    *urls.urlpatterns,
]
