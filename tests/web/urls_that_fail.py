"""Addresses where things go wrong, beside the real ones."""

from django.conf.urls.i18n import i18n_patterns
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.urls import path

from vardevei.opendata.problem import Problem
from vardevei.web import urls

handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500

PROBLEMS = {
    "unknown": Problem(
        "unknown-municipality", "There is no municipality 9999.", "Never was.", "Search.", number="9999"
    ),
    "valueless": Problem("unknown-municipality", "There is no such municipality.", "Never was.", "Search."),
    "new": Problem("file-truncated", "The file <b>ends</b> in the middle.", "It was cut.", "Fetch it again."),
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


urlpatterns = [
    *i18n_patterns(
        path("problem/<which>/", problem),
        path("refused/", refused),
        path("suspicious/", suspicious),
        path("broken/", broken),
        path("received/", received),
        prefix_default_language=False,
    ),
    *urls.urlpatterns,
]
