"""A figure's files, at an address that stays the same for the same choices."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.opendata.calculate import Result
from vardevei.opendata.figures import downloads
from vardevei.opendata.figures.spreadsheet import xlsx_bytes
from vardevei.web.public.figures import computed, options
from vardevei.web.public.figures.computed import language

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS = {
    "csv": ("text/csv; charset=utf-8", downloads.csv_text),
    "xlsx": (XLSX, xlsx_bytes),
    "json": ("application/json; charset=utf-8", downloads.json_text),
}


def links(result: Result) -> list[tuple[str, str]]:
    names = {"csv": _("Tabell (CSV)"), "xlsx": _("Tabell (Excel)"), "json": _("Tabell og metadata (JSON)")}
    query, figure = options.address(result), result.definition.name
    return [(text, reverse("figure-file", args=[figure, kind]) + query) for kind, text in names.items()]


def file(request: HttpRequest, name: str, kind: str) -> HttpResponse:
    if kind not in KINDS:
        raise Http404(kind)
    content_type, write = KINDS[kind]
    answer = HttpResponse(write(computed.of(name, request.GET).result, language()), content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return answer
