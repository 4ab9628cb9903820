"""A file or pasted cells become a list to look at. Nothing of it is a contact yet."""

import tempfile
from pathlib import Path

from django.utils import timezone

from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import sheets
from vardevei.opendata.sources.sheets import Sheet
from vardevei.organisations import permission, rules
from vardevei.organisations.imports.contact_lists import columns
from vardevei.organisations.models import ContactList, Organisation

MOST_ROWS = 5_000


def from_file(content: bytes, name: str, *, county: Organisation, by: Person | None) -> ContactList:
    """Read a spreadsheet or a CSV, whatever it is called. Errors: Problems that say what the file is instead."""
    allowed(by, county)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "list")
        path.write_bytes(content)
        found = sheets.read(path, name, MOST_ROWS)
    return _made(found, name, county, by)


def from_text(text: str, *, county: Organisation, by: Person | None) -> ContactList:
    """Read cells that were copied in a spreadsheet and pasted."""
    allowed(by, county)
    return _made(sheets.pasted(text, MOST_ROWS), "", county, by)


def allowed(by: Person | None, county: Organisation) -> None:
    """`by` is None at the terminal, where whoever runs the machine may do all."""
    if by is not None:
        permission.must(by, rules.IMPORT_CONTACTS, county)


def _made(found: list[Sheet], name: str, county: Organisation, by: Person | None) -> ContactList:
    if not any(sheet.lines for sheet in found):
        raise sheets.empty(name or "The list")
    kept = [
        {"name": sheet.name, "hidden": sheet.hidden, "lines": sheet.lines, "broken": sheet.broken} for sheet in found
    ]
    made = ContactList(county=county, name=name[:200], made_by=by, made_at=timezone.now(), sheets=kept)
    choose_sheet(made, _best(found))
    return made


def _best(found: list[Sheet]) -> int:
    """The visible sheet with most rows under a header that we understand."""
    return max(range(len(found)), key=lambda at: (not found[at].hidden, _fitness(found[at]), -at))


def _fitness(sheet: Sheet) -> int:
    line = columns.header_line(sheet.lines)
    header = next((cells for number, cells in sheet.lines if number == line), [])
    meant = set(columns.guess(header, [row for row in sheet.lines if row[0] > line][:200]).values())
    return len(sheet.lines) if {"municipality", "number", "email", "name"} & meant else 0


def choose_sheet(of: ContactList, sheet: int) -> ContactList:
    """Use another of the file's sheets: its header and columns are guessed anew, and what was decided is forgotten."""
    of.sheet = sheet
    lines = [(line, cells) for line, cells in of.sheets[sheet]["lines"]]
    of.header_line = columns.header_line(lines)
    of.columns = columns.guess(header(of), [row for row in lines if row[0] > of.header_line])
    of.decisions = {}
    of.save()
    return of


def choose_columns(of: ContactList, meant: dict[str, str]) -> ContactList:
    """Say what the columns mean: number of the column -> our field; one that is left out is the county's own."""
    unknown = set(meant.values()) - set(columns.FIELDS)
    if unknown:
        raise Problem("list-field-unknown", f"No column can mean {', '.join(sorted(unknown))}.", "", "Choose again.")
    of.columns = dict(sorted(meant.items(), key=lambda pair: int(pair[0])))
    of.decisions = {}
    of.save(update_fields=["columns", "decisions"])
    return of


def header(of: ContactList) -> list[str]:
    """The names of the columns as they stand in the file; empty when the list has none."""
    return next((cells for line, cells in of.sheets[of.sheet]["lines"] if line and line == of.header_line), [])
