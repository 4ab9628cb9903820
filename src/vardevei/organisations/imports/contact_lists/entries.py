"""From rows to entries: one for each person and municipality in a row. Every row gives at least one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from vardevei.opendata.sources import cells as checks
from vardevei.opendata.sources.cells import Unreadable
from vardevei.organisations.domain.contacts import Facts
from vardevei.organisations.imports.contact_lists import people
from vardevei.organisations.imports.contact_lists.people import Somebody
from vardevei.organisations.imports.contact_lists.recognising import Found, Recogniser
from vardevei.organisations.models import ContactList

NOWHERE = Found(None, "")
LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Entry:
    """`facts` is None when the row says that nobody is contact. `trouble`: why the row cannot be used at all.

    `key` names it among the list's entries ("12.0"); `addresses` are several when the row does not say which is used.
    """

    key: str
    line: int
    said: str
    found: Found
    facts: Facts | None
    addresses: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    trouble: str = ""


def entries(of: ContactList, recogniser: Recogniser) -> Iterator[Entry]:
    """All entries of the sheet in use, in the order of the lines."""
    sheet = of.sheets[of.sheet]
    for line, cells in rows(of):
        try:
            yield from _of_row(line, cells, of.columns, recogniser)
        except Unreadable as unreadable:
            yield Entry(f"{line}.0", line, _said(cells), NOWHERE, None, trouble=_why(unreadable))
    for line, _reason in sheet["broken"]:
        yield Entry(f"{line}.b", line, "", NOWHERE, None, trouble=_("Anførselstegnene i raden stemmer ikke."))


def rows(of: ContactList) -> list[tuple[int, list[str]]]:
    """The rows under the header of the sheet in use."""
    return [(line, cells) for line, cells in of.sheets[of.sheet]["lines"] if line > of.header_line]


def _why(unreadable: Unreadable) -> str:
    if unreadable.reason == "cell-formula":
        return _("En celle er en formel. Lim den inn som verdi, og prøv igjen.")
    return _("En celle er for lang.")


def _of_row(line: int, cells: list[str], columns: dict[str, str], recogniser: Recogniser) -> Iterator[Entry]:
    row = Row(cells, columns)
    somebody = people.in_cells(row.names(), row.of("email"), row.of("phone"))
    mails = [mail for one in somebody for mail in one.addresses]
    places = recogniser.read(row.of("municipality") + row.of("number"), mails, row.of("post_code") + row.of("town"))
    notes = row.notes()
    told: list[Somebody | None] = list(somebody) if somebody else [None]
    for at, (found, one) in enumerate((found, one) for found in places for one in told):
        facts = _facts(one, row) if one else None
        addresses = one.addresses if one and len(one.addresses) > 1 else ()
        yield Entry(f"{line}.{at}", line, _said(cells), found, facts, addresses, notes, row.trouble(one is None))


def _facts(one: Somebody, row: "Row") -> Facts:
    mail = one.addresses[0] if one.addresses else ""
    title = (row.first("title") or one.title)[:LONGEST_TITLE]
    return Facts(one.name, mail, one.phone, title, people.form(row.first("form")), row.since())


def with_address(entry: Entry, mail: str) -> Entry:
    assert entry.facts is not None
    return replace(entry, facts=replace(entry.facts, email=mail), addresses=())


def _said(cells: list[str]) -> str:
    return " · ".join(" ".join(cell.split()) for cell in cells if cell)[:300]


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row by what they mean."""

    cells: list[str]
    columns: dict[str, str]

    def of(self, ours: str) -> list[str]:
        """All that stands in the columns with this meaning; a formula or a book in a cell is refused."""
        texts = [
            self.cells[int(at)] for at, meant in self.columns.items() if meant == ours and int(at) < len(self.cells)
        ]
        return [checks.checked(text, ours) for text in texts if text]

    def first(self, ours: str) -> str:
        return next(iter(self.of(ours)), "")

    def names(self) -> list[str]:
        whole = " ".join(self.of("first_name") + self.of("last_name"))
        return self.of("name") + ([whole] if whole else [])

    def since(self) -> date | None:
        try:
            return checks.day(self.first("since"), "since")
        except Unreadable:
            return None

    def notes(self) -> tuple[str, ...]:
        """What stands in the row and will not be put in, said for each."""
        said = []
        for text in self.of("email"):
            if not people.ADDRESS.search(people.written_out(text)) and not people.is_nobody(text):
                said.append(_("«{text}» er ingen e-postadresse og blir ikke lagt inn.").format(text=text[:80]))
        for text in self.of("phone"):
            if not people.phones_in(text) and not people.is_nobody(text):
                said.append(_("«{text}» er ikke et telefonnummer og blir ikke lagt inn.").format(text=text[:80]))
        if self.first("since") and self.since() is None:
            said.append(_("«{text}» er ingen dato og blir ikke lagt inn.").format(text=self.first("since")[:40]))
        return tuple(said)

    def trouble(self, nobody: bool) -> str:
        """A row with no person is a municipality without one, unless it has something that belongs to somebody."""
        words = [text for text in (*self.names(), *self.of("email")) if not people.is_nobody(text)]
        if nobody and words:
            return _("Verken navn eller e-post i raden kan leses.")
        if nobody and self.of("phone") and any(people.phones_in(text) for text in self.of("phone")):
            return _("Raden har et telefonnummer, men verken navn eller e-post.")
        return ""
