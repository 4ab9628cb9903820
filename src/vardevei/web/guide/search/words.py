"""For editors: what nobody found, the words added to the thesaurus, and a try of what a text says."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vardevei.core.models import Person
from vardevei.guide import rules
from vardevei.guide.domain import concepts, misses
from vardevei.guide.models import SearchMiss, StaffConcept
from vardevei.methods.retrieval import reading
from vardevei.web import access
from vardevei.web.guide.search import finding
from vardevei.web.guide.search.forms import ConceptForm

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Fired:
    """A concept that a text names: by which words, and the English words that are then sought."""

    name: str
    said: str
    english: str
    own: bool


def overview(request: HttpRequest) -> HttpResponse:
    _editor(request)
    text = finding.asked(request.GET.get("q", ""))
    read = reading.read(text, thesaurus := concepts.thesaurus()) if text else None
    context = {
        "q": text,
        "fired": _fired(read, thesaurus) if read else [],
        "unknown": read.unknown if read else [],
        "misses": Paginator(misses.waiting(), A_PAGE).get_page(request.GET.get("side")),
        "concepts": StaffConcept.objects.in_use().select_related("by"),
        "built_in": len(concepts.built_in().concepts),
        "crumbs": [(_("Søk"), reverse("search-all")), (_("Ordlisten"), "")],
    }
    return render(request, "guide/search/words.html", context)


def new(request: HttpRequest) -> HttpResponse:
    person = _editor(request)
    form = ConceptForm.of(request, about="new", initial={"bokmal": finding.asked(request.GET.get("ord", ""))})
    if form.accepted() and form.did(lambda: concepts.add(form.said(), by=person)):
        form.done()
        return redirect("thesaurus")
    return _page(request, form, None)


def edit(request: HttpRequest, key: int) -> HttpResponse:
    person, concept = _editor(request), _known(key)
    form = ConceptForm.of(request, about=concept)
    if form.accepted() and form.did(lambda: concepts.change(concept, form.said(), by=person, version=form.version)):
        form.done()
        return redirect("thesaurus")
    return _page(request, form, concept)


@require_POST
def remove(request: HttpRequest, key: int) -> HttpResponse:
    person = _editor(request)
    concepts.remove(_known(key), by=person)
    return redirect("thesaurus")


@require_POST
def settle(request: HttpRequest, key: int) -> HttpResponse:
    person = _editor(request)
    miss = SearchMiss.objects.filter(pk=key).first()
    if miss is None:
        raise Http404(key)
    misses.settle(miss, by=person)
    return redirect("thesaurus")


def _editor(request: HttpRequest) -> Person:
    person = access.signed_in(request)
    if not rules.may(person, rules.EDIT_THESAURUS):
        raise PermissionDenied
    return person


def _known(key: int) -> StaffConcept:
    concept = StaffConcept.objects.in_use().filter(pk=key).first()
    if concept is None:
        raise Http404(key)
    return concept


def _page(request: HttpRequest, form: ConceptForm, concept: StaffConcept | None) -> HttpResponse:
    here = concept.name if concept else _("Legg til et begrep")
    crumbs = [(_("Ordlisten"), reverse("thesaurus")), (here, "")]
    context = {"form": form, "concept": concept, "crumbs": crumbs, "cancel": reverse("thesaurus")}
    return render(request, "guide/search/concept.html", context)


def _fired(read: reading.Reading, thesaurus: concepts.Thesaurus) -> list[Fired]:
    return [
        Fired(
            known.area if code.startswith("own-") else (known.nb or (code,))[0],
            ", ".join(read.named[code]),
            ", ".join(term.written for term in known.terms),
            code.startswith("own-"),
        )
        for code, known in ((code, thesaurus.concepts[code]) for code in read.concepts)
    ]
