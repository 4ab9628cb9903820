"""The table of files, and what is told of one."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.core.enums import FileKind
from vardevei.web.numbers import moment, short_day
from vardevei.web.tables import Column, Gap, Link, Noted, Row, Table
from vardevei.workspaces.enums import SeenBy
from vardevei.workspaces.models import FileVersion, WorkspaceFile

NEWEST = "dato"
SORTS: dict[str, Callable[[FileVersion], Any]] = {
    "navn": lambda one: one.of.title.casefold(),
    "kind": lambda one: one.content.kind if one.content else "",
    "storrelse": lambda one: one.content.size if one.content else 0,
    "hvem": lambda one: str(one.by or "").casefold(),
    NEWEST: lambda one: -one.at.timestamp(),
}


def table(there: list[WorkspaceFile], request: HttpRequest, *, names: bool) -> Table:
    """`names`: whether the reader may see who takes part in the workspace, and so who put in what."""
    order, down = request.GET.get("sorter", NEWEST), request.GET.get("ned") == "1"
    versions = [file.newest for file in there if file.newest]
    versions.sort(key=SORTS.get(order, SORTS[NEWEST]), reverse=down)
    words = {
        "navn": _("Fil"),
        "kind": _("Type"),
        "storrelse": _("Størrelse"),
        "hvem": _("Lagt inn av"),
        NEWEST: _("Dato"),
    }
    if not names:
        del words["hvem"]
    columns = [_column(label, code, order, down) for code, label in words.items()]
    return Table(_("Filene i arbeidsrommet"), columns, [_row(one, names) for one in versions], hide_caption=True)


def _column(label: str, code: str, order: str, down: bool) -> Column:
    ask = {"sorter": code} | ({"ned": "1"} if order == code and not down else {})
    # Dates begin with the newest, which to a reader is descending.
    way = ("descending" if down is not (code == NEWEST) else "ascending") if order == code else ""
    return Column(label, href=f"?{urlencode(ask)}", sorted=way)


def _row(one: FileVersion, names: bool) -> Row:
    link = Link(one.of.title, reverse("workspace-file", args=[one.of_id]))
    notes = [one.of.description[:120], "" if one.of.seen_by == SeenBy.ROOM else one.of.get_seen_by_display()]
    said = " · ".join(str(note) for note in notes if note)
    content = one.content
    return Row(
        [
            Noted(link, said) if said else link,
            FileKind(content.kind).label if content else "",
            filesizeformat(content.size) if content else "",
            *([one.by or Gap(_("slettet person"))] if names else []),
            short_day(one.at),
        ]
    )


def facts(file: WorkspaceFile) -> list[tuple[str, object]]:
    """What most can do without: the hash that shows that the file is the one that was put in."""
    newest = file.newest
    if newest is None or newest.content is None:
        return []
    return [
        (_("Filnavn"), newest.content.name),
        (_("Type"), FileKind(newest.content.kind).label),
        (_("Størrelse"), filesizeformat(newest.content.size)),
        (_("Lagt inn"), moment(newest.at)),
        (_("Fingeravtrykk (SHA-256)"), newest.content.sha256),
    ]
