"""A list of examples from a spreadsheet: look at what it would become, then make proposals of it. Editors only."""

import tempfile
from pathlib import Path

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vardevei.core.models import Person
from vardevei.library import sections
from vardevei.library.imports import lists
from vardevei.library.imports.lists import Plan, Row
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import sheets
from vardevei.web import access, problems
from vardevei.web.tables import Column, Table
from vardevei.web.tables import Row as Cells

REASONS: dict[str, Promise] = {
    "no-title": gettext_lazy("Raden har ingen tittel."),
    "no-lead": gettext_lazy("Raden sier ikke kort hva som ble gjort."),
    "no-who": gettext_lazy("Raden sier ikke hvem som gjorde det."),
    "unknown-model": gettext_lazy("Vi kjenner ingen modell som heter «{value}»."),
    "not-a-year": gettext_lazy("«{value}» er ikke et årstall eller en dato."),
    "double": gettext_lazy("Finnes allerede: «{value}»."),
}
FIELDS: dict[str, Promise] = {
    "who": gettext_lazy("Hvem"),
    "model": gettext_lazy("Modell"),
    "since": gettext_lazy("Fra"),
    "until": gettext_lazy("Til"),
    "source": gettext_lazy("Kilde"),
    "link": gettext_lazy("Lenke"),
}


def page(request: HttpRequest) -> HttpResponse:
    """The list is pasted or chosen; the same page shows what it would become, and the second press does it."""
    who = _editor(request)
    text, made, problem = "", None, None
    if request.method == "POST":
        text = request.POST.get("text", "")
        try:
            file = request.FILES.get("file")
            text = _of_file(file) if isinstance(file, UploadedFile) else text
            made = _plan(text)
            if "apply" in request.POST and made.accepted:
                there = lists.apply(made, by=who)
                messages.success(request, _("%(count)s forslag er lagt inn.") % {"count": len(there)})
                return redirect("examples")
        except Problem as raised:
            problem = problems.sentences(raised)
    context = {
        "text": text,
        "made": made,
        "problem": problem,
        "columns": [(heading, _field(name)) for heading, name in made.columns] if made else [],
        "rejected": _rejected(made) if made and made.rejected else None,
        "accepted": _accepted(made) if made and made.accepted else None,
        "crumbs": [(_("Eksempler"), reverse("examples")), (_("Legg inn en liste"), "")],
    }
    return render(request, "library/catalogue/put_in.html", context, status=422 if problem else 200)


def _editor(request: HttpRequest) -> Person:
    who = access.signed_in(request)
    if not lists.may_import(who):
        raise PermissionDenied
    return who


def _plan(text: str) -> Plan:
    found = sheets.pasted(text, lists.MOST)
    if not found or not found[0].lines:
        raise sheets.empty("list")
    return lists.plan(found[0])


def _of_file(file: UploadedFile) -> str:
    """The first sheet as pasted cells, so that what is seen and what is applied are the same text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list"
        path.write_bytes(file.read())
        lines = sheets.read(path, file.name or "list", lists.MOST)[0].lines
    return "\n".join("\t".join(" ".join(cell.split()) for cell in cells) for _number, cells in lines)


def _field(name: str) -> str:
    if name in sections.BY_CODE:
        return str(sections.BY_CODE[name].heading)
    return str(FIELDS[name]) if name else _("Brukes ikke")


def _rejected(made: Plan) -> Table:
    columns = [Column(_("Rad"), "number"), Column(_("Tittel")), Column(_("Hvorfor ikke"), "long")]
    return Table(_("Blir ikke med"), columns, [Cells((row.number, row.title, _why(row))) for row in made.rejected])


def _accepted(made: Plan) -> Table:
    columns = [Column(_("Rad"), "number"), Column(_("Tittel")), Column(_("Hvem"), "long")]
    return Table(_("Blir forslag"), columns, [Cells((row.number, row.title, row.who)) for row in made.accepted])


def _why(row: Row) -> str:
    return str(REASONS[row.rejected]).format(value=row.because)
