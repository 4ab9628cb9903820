"""Pages without data of their own: about the site, accessibility, and the components."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from vardevei.web import gallery as examples
from vardevei.web.public.statement import STATEMENT


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "about.html", {"crumbs": [(_("Om Vardevei"), "")]})


def accessibility(request: HttpRequest) -> HttpResponse:
    crumbs = [(_("Tilgjengelighet"), "")]
    return render(request, "accessibility.html", {"statement": STATEMENT, "crumbs": crumbs})


def gallery(request: HttpRequest) -> HttpResponse:
    return render(request, "gallery.html", {"shelves": examples.shelves(), "crumbs": [(_("Komponenter"), "")]})
