"""The county's contacts as files: in its own columns or in ours; and the rows of a list that could not be used."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.organisations import rules
from vardevei.organisations.imports.contact_lists import comparing, reading, taking_out
from vardevei.organisations.imports.contact_lists.plans import Kind
from vardevei.organisations.models import ContactList, Organisation
from vardevei.web import access, exports


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
    if kind not in exports.SHEETS or columns not in ("egne", "alle") or (columns == "egne" and kept is None):
        raise Http404(columns)
    taken = taking_out.own(county, kept) if columns == "egne" and kept else taking_out.ours(county)
    table = exports.Table(taken.header, taken.rows, title=_("Kontakter"))
    return exports.send(kind, f"kontakter-{county.number}", table)


def rejected(request: HttpRequest, number: str, key: int) -> HttpResponse:
    """The rows that were not used, as they stood, each with its line and the reason."""
    _who, county = access.county(request, number, rules.IMPORT_CONTACTS)
    one = get_object_or_404(ContactList, pk=key, county=county)
    lines = dict(one.sheets[one.sheet]["lines"])
    heads = [_("Rad"), _("Hvorfor"), *reading.header(one)]
    rows = [
        [str(item.entry.line), item.reason, *lines.get(item.entry.line, [])]
        for item in comparing.plan(one).of(Kind.REJECTED, Kind.SKIPPED)
    ]
    return exports.send("csv", "rader-som-ikke-ble-brukt", exports.Table(heads, rows))
