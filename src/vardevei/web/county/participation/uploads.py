"""A source file in the browser: choose it, look at what it would change, take it into use or drop it."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import SOURCES
from vardevei.opendata.sources.mapping import FIELDS
from vardevei.organisations.models import Organisation
from vardevei.projects import rules
from vardevei.projects.imports import report, uploads
from vardevei.projects.models import Upload
from vardevei.web import access, problems, words, working
from vardevei.web.county import frame
from vardevei.web.county.participation import reports
from vardevei.web.county.participation.forms import family_choices
from vardevei.web.county.participation.rows import crumbs
from vardevei.web.forms import Form


class UploadForm(Form):
    code = "source-upload"

    source = forms.ChoiceField(label=gettext_lazy("Hva slags fil er det?"), widget=forms.RadioSelect, initial="list")
    file = forms.FileField(label=gettext_lazy("Fil"), help_text=gettext_lazy("Slik den ble lastet ned, opptil 200 MB."))
    family = forms.ChoiceField(
        label=gettext_lazy("Program"),
        required=False,
        help_text=gettext_lazy("For et regneark der radene ikke sier det selv."),
    )
    publisher = forms.CharField(
        label=gettext_lazy("Hvem har laget filen?"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("For et regneark. Vises som kilde ved hvert tall. Tomt betyr fylkeskommunen."),
    )
    address = forms.URLField(
        label=gettext_lazy("Adressen den er hentet fra"), required=False, max_length=500, assume_scheme="https"
    )
    licence = forms.CharField(label=gettext_lazy("Lisens"), required=False, max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(name, words.source(name)) for name in sorted(SOURCES, key="list".__ne__)]
        self.fields["source"].choices = kinds  # type: ignore[attr-defined]
        self.fields["family"].choices = family_choices()  # type: ignore[attr-defined]


class ColumnsForm(Form):
    """Which column of a list is what."""

    code = "source-columns"

    family = forms.ChoiceField(label=gettext_lazy("Program, der radene ikke sier det"), required=False)

    def __init__(self, *args: Any, header: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["family"].choices = family_choices()  # type: ignore[attr-defined]
        choices = [("", _("Ingen")), *((column, column) for column in header)]
        for field in FIELDS:
            self.fields[field_name(field)] = forms.ChoiceField(
                label=words.column(field), choices=choices, required=False
            )

    def columns(self) -> dict[str, str]:
        said = self.cleaned_data
        return {field: said[field_name(field)] for field in FIELDS if said[field_name(field)]}


def field_name(field: str) -> str:
    """`family` is both a column and a choice for all rows."""
    return f"column-{field}"


def new(request: HttpRequest, number: str) -> HttpResponse:
    person, county = access.county(request, number, rules.UPLOAD_SOURCES)
    form = UploadForm.of(request, about=county)
    if form.accepted():
        said = dict(form.cleaned_data)
        file = said.pop("file")
        try:
            upload = uploads.receive(file, file.name, by=person, on_behalf_of=county, **said)
        except Problem as problem:
            form.tell(problem, "file")
        else:
            form.done()
            return redirect("participation-preview", county.number, upload.pk)
    heading = _("Last opp en fil")
    context = {
        "form": form,
        "title": heading,
        "submit": _("Vis hva den endrer"),
        "back": crumbs(county)[1][1],
        "crumbs": crumbs(county, (heading, "")),
    }
    return frame.page(request, "county/write.html", county, "county-participation", context)


def preview(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    _person, county, upload = _upload(request, number, pk)
    name = upload.file.name if upload.file else _("Filen")
    shown = report.from_dict(upload.report) if upload.report else None
    problem = _raised(upload.problem) if upload.problem else None
    context = {
        "upload": upload,
        "name": name,
        "source": words.source(upload.source),
        "report": shown,
        "tables": reports.tables(shown) if shown else [],
        "facts": reports.facts(shown) if shown else [],
        "problem": problems.sentences(problem) if problem else None,
        "columns": _columns(upload) if upload.mapping else [],
        "crumbs": crumbs(county, (_("Last opp en fil"), reverse("participation-upload", args=[number])), (name, "")),
    }
    return frame.page(request, "county/participation/preview.html", county, "county-participation", context)


def _raised(kept: dict[str, Any]) -> Problem:
    return Problem(kept["code"], kept["what"], kept["why"], kept["todo"], **kept["values"])


def _columns(upload: Upload) -> list[tuple[str, str]]:
    return [(words.column(field), column) for field, column in upload.mapping["columns"].items()]


def _upload(request: HttpRequest, number: str, pk: int) -> tuple[Person, Organisation, Upload]:
    person, county = access.county(request, number, rules.UPLOAD_SOURCES)
    found = get_object_or_404(Upload.objects.select_related("file", "on_behalf_of", "applied"), pk=pk)
    if found.on_behalf_of_id != county.pk:
        raise Http404(pk)
    return person, county, found


def columns(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    person, county, upload = _upload(request, number, pk)
    here = reverse("participation-preview", args=[number, pk])
    if not upload.mapping or upload.applied or upload.dropped_at:
        return redirect(here)
    now = {field_name(field): column for field, column in upload.mapping["columns"].items()}
    form = ColumnsForm.of(
        request, about=upload, header=uploads.columns_of(upload), initial={"family": upload.family, **now}
    )
    if form.accepted():
        uploads.choose_columns(upload, form.columns(), family=form.cleaned_data["family"], by=person)
        form.done()
        return redirect(here)
    heading = _("Hva er hva i filen?")
    context = {
        "form": form,
        "title": heading,
        "submit": _("Les filen slik"),
        "back": here,
        "crumbs": crumbs(county, (str(upload.file or ""), here), (heading, "")),
    }
    return frame.page(request, "county/write.html", county, "county-participation", context)


@require_POST
def take_into_use(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    person, county, upload = _upload(request, number, pk)
    here = reverse("participation-preview", args=[number, pk])
    if upload.applied or upload.dropped_at:
        return redirect(here)
    gone = bool(request.POST.get("borte"))
    key = f"upload-{pk}"
    return working.begin(
        request, "source-upload", by=person, place=county.pk, key=key, back=here, upload=pk, accept_gone=gone
    )


@require_POST
def drop(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    person, county, upload = _upload(request, number, pk)
    uploads.drop(upload, by=person)
    return redirect("county-participation", county.number)
