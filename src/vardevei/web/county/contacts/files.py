"""The county's contacts as files: in its own columns or in ours; and the rows of a list that could not be used."""

import csv
import io

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from vardevei.organisations import rules
from vardevei.organisations.imports.contact_lists import comparing, reading, taking_out
from vardevei.organisations.imports.contact_lists.plans import Kind
from vardevei.organisations.models import ContactList, Organisation
from vardevei.web import access

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
DANGEROUS = ("=", "@", "\t", "\r")


def links(county: Organisation) -> list[tuple[str, str]]:
    """The files on offer: the county's own columns only when it has put a list in."""
    own = [("egne", "xlsx", _("Fylkets egne kolonner (Excel)")), ("egne", "csv", _("Fylkets egne kolonner (CSV)"))]
    ours = [("alle", "xlsx", _("Alle opplysninger (Excel)")), ("alle", "csv", _("Alle opplysninger (CSV)"))]
    offered = (own if taking_out.columns_of(county) else []) + ours
    return [
        (words, reverse("county-contacts-file", args=[county.number, which, kind])) for which, kind, words in offered
    ]


def taken_out(request: HttpRequest, number: str, columns: str, kind: str) -> HttpResponse:
    _who, county = access.county(request, number, rules.SEE_CONTACTS)
    kept = taking_out.columns_of(county)
    if kind not in TYPES or columns not in ("egne", "alle") or (columns == "egne" and kept is None):
        raise Http404(columns)
    taken = taking_out.own(county, kept) if columns == "egne" and kept else taking_out.ours(county)
    rows = [taken.header, *taken.rows] if taken.header else taken.rows
    return _file(rows, f"kontakter-{county.number}", kind)


def rejected(request: HttpRequest, number: str, key: int) -> HttpResponse:
    """The rows that were not used, as they stood, each with its line and the reason."""
    _who, county = access.county(request, number, rules.IMPORT_CONTACTS)
    one = get_object_or_404(ContactList, pk=key, county=county)
    lines = dict(one.sheets[one.sheet]["lines"])
    rows = [[_("Rad"), _("Hvorfor"), *reading.header(one)]]
    for item in comparing.plan(one).of(Kind.REJECTED, Kind.SKIPPED):
        rows.append([str(item.entry.line), item.reason, *lines.get(item.entry.line, [])])
    return _file(rows, "rader-som-ikke-ble-brukt", "csv")


def _file(rows: list[list[str]], name: str, kind: str) -> HttpResponse:
    answer = HttpResponse(_xlsx(rows) if kind == "xlsx" else _csv(rows), content_type=TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _csv(rows: list[list[str]]) -> bytes:
    """With a mark that tells Excel the encoding, and semicolons as in Norway. A cell never becomes a formula."""
    file = io.StringIO()
    safe = ([f"'{cell}" if cell.startswith(DANGEROUS) else cell for cell in row] for row in rows)
    csv.writer(file, delimiter=";", lineterminator="\r\n").writerows(safe)
    return file.getvalue().encode("utf-8-sig")


def _xlsx(rows: list[list[str]]) -> bytes:
    book = Workbook(write_only=True)
    page = book.create_sheet(_("Kontakter"))
    page.freeze_panes = "A2"
    for row in rows:
        page.append([_cell(page, text) for text in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(page: object, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(page, value=text)
    cell.data_type = "s"  # a name that begins with = is a name, not a formula
    return cell
