"""Documents about a municipality: in, out, and away."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.organisations import rules
from vardevei.organisations.domain import documents
from vardevei.organisations.models import PlaceDocument
from vardevei.web import access, downloads
from vardevei.web.county.overview.addresses import about, page_of, writer
from vardevei.web.county.overview.forms import DocumentForm, RemoveForm
from vardevei.web.county.overview.writing import page


def add(request: HttpRequest, number: str) -> HttpResponse:
    person, place = writer(request, number)
    form = DocumentForm.of(request, about=place, initial={"day": timezone.localdate()})
    if form.accepted():
        said = form.cleaned_data
        file = said.pop("file")
        documents.add(place, **said, content=file, name=file.name, by=person)
        form.done()
        return redirect(page_of(place))
    return page(request, place, form, _("Dokument om %(name)s") % {"name": place.name}, _("Legg inn"))


def send(request: HttpRequest, number: str, key: int) -> FileResponse:
    _person, place = access.municipality(request, number, rules.SEE_OVERVIEW)
    document = about(PlaceDocument, key, place)
    if document.file is None:
        raise Http404(key)
    return downloads.send(request, document.file)


def remove(request: HttpRequest, number: str, key: int) -> HttpResponse:
    person, place = writer(request, number)
    document = about(PlaceDocument, key, place)
    form = RemoveForm.of(request, about=document)
    if form.accepted():
        documents.remove(document, why=form.cleaned_data["why"], by=person)
        form.done()
        return redirect(page_of(place))
    return page(request, place, form, _("Ta bort %(title)s") % {"title": document.title}, _("Ta bort"))
