"""The list page: what is sought, and what is found, in lines."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.library.domain import adoptions, catalogue, catalogue_search
from vardevei.library.domain.catalogue import Entry
from vardevei.library.domain.catalogue_search import Found
from vardevei.library.imports import lists
from vardevei.web import access
from vardevei.web.context import address_of
from vardevei.web.library.catalogue import choice, telling
from vardevei.web.library.catalogue.choice import Choice

KINDS = (("csv", "CSV"), ("xlsx", "Excel"), ("json", "JSON"))


def examples(request: HttpRequest) -> HttpResponse:
    chosen, everything = Choice.of(request.GET), entries()
    found = chosen_of(everything, chosen)
    followers = adoptions.counts(hit.entry.example for hit in found.hits)
    context = {
        "chosen": chosen,
        "filters": choice.filters(everything, chosen),
        "narrowed": choice.in_words(chosen),
        "found": found,
        "lines": [
            telling.line(hit.entry, telling.because(hit), followers.get(hit.entry.example.pk, 0)) for hit in found.hits
        ],
        "total": len(everything),
        "files": files(request),
        "propose": address_of("example-new"),
        "may_import": lists.may_import(access.person(request)),
        "crumbs": [(_("Eksempler"), "")],
    }
    return render(request, "library/catalogue/list.html", context)


def entries() -> list[Entry]:
    return catalogue.entries(get_language() or "nb")


def chosen_of(everything: list[Entry], chosen: Choice) -> Found:
    return catalogue_search.find(chosen.q, [entry for entry in everything if chosen.holds(entry)])


def files(request: HttpRequest) -> list[tuple[str, str]]:
    """What is seen, to take away: the same choice in the address."""
    query = urlencode({name: value for name, value in request.GET.items() if value})
    kept = f"?{query}" if query else ""
    return [(label, reverse("examples-file", args=[kind]) + kept) for kind, label in KINDS]
