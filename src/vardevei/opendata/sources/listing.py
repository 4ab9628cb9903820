"""Anybody's list of participations, xlsx or CSV, read with a mapping from its columns to ours.

This is how programmes without open data come in: a county's own spreadsheet, with its source. The mapping is guessed
from the header, shown, saved and used again. One list is never all there is, so a row that a later list lacks has not
gone.
"""

import hashlib
import re
from datetime import date
from pathlib import Path

from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import cells, contents, mapping, spreadsheets, tables
from vardevei.opendata.sources.cells import Unreadable, shown
from vardevei.opendata.sources.family import code_of
from vardevei.opendata.sources.gathering import Columns, Row, gather, match
from vardevei.opendata.sources.mapping import Mapping, guess_mapping
from vardevei.opendata.sources.rows import Grant, Reading
from vardevei.opendata.sources.source import Source
from vardevei.opendata.sources.tables import Table

WHERE = "the mapping file (--mapping)"
COUNTRIES = {
    "norge": "NO",
    "noreg": "NO",
    "norway": "NO",
    "sverige": "SE",
    "sweden": "SE",
    "danmark": "DK",
    "finland": "FI",
}


def read(path: Path, mapping: Mapping | None = None, family: str = "") -> Reading:
    found = contents.kind(path)
    if found not in ("text", "zip"):
        raise contents.wrong_kind(path, found, "a list as .xlsx or .csv")
    with path.open("rb") as file:
        if found == "zip":
            size, sha256 = contents.fingerprint(file)
            reading = Reading("list", sha256, size, "xlsx", complete=False)
            table = spreadsheets.from_xlsx(path, _is_header(mapping), mapping.sheet if mapping else "")
            return _gather(reading, table, mapping, family)
        told = contents.examine(file, path.name)
        file.seek(0)
        reading = Reading("list", told.sha256, told.size, told.encoding, complete=False)
        return _gather(reading, tables.from_csv(file, told, path.name, _is_header(mapping)), mapping, family)


def mapping_for(path: Path, known: Mapping | None = None) -> Mapping:
    """The mapping that `read` would use, to show and to save: the given one, or the guess from the file's header."""
    return known or guess_mapping(header_of(path))


def header_of(path: Path) -> list[str]:
    """The names of the file's columns, to choose among."""
    found = contents.kind(path)
    if found not in ("text", "zip"):
        raise contents.wrong_kind(path, found, "a list as .xlsx or .csv")
    if found == "zip":
        return spreadsheets.from_xlsx(path, _is_header(None)).header
    with path.open("rb") as file:
        told = contents.examine(file, path.name)
        file.seek(0)
        return tables.from_csv(file, told, path.name, _is_header(None)).header


def _is_header(known: Mapping | None) -> tables.IsHeader:
    """With a mapping: the row that has its columns. Without: the first with a name and one thing more."""
    if known:
        return lambda cells: len(set(known.columns.values()) & set(cells)) * 2 > len(known.columns)

    def recognised(cells: list[str]) -> bool:
        guess = guess_mapping(cells).columns
        return "name" in guess and len(guess) > 1

    return recognised


def _gather(reading: Reading, table: Table, known: Mapping | None, family: str) -> Reading:
    used = known or guess_mapping(table.header)
    required = ["name", "title" if "project_number" not in used.columns else "project_number"]
    columns: Columns = {
        field: (used.columns.get(field, field),)
        for field in mapping.FIELDS
        if field in used.columns or field in required
    }
    names = match(table.header, columns, required, name=table.name, where=WHERE)
    taken = set(names.values())
    reading.unknown_columns = [column for column in table.header if column and column not in taken]
    reading.missing_columns = [column for field, (column,) in columns.items() if field not in names]
    fixed = dict(used.fixed) | ({"family": family} if family else {})
    if "family" not in names and not fixed.get("family"):
        what = f"{table.name} does not say which programme its projects belong to."
        raise Problem("family-unknown", what, "", "Nothing was changed. Give the programme family with --family.")
    return gather(reading, table, names, lambda row: grant(row, fixed))


def grant(row: Row, fixed: dict[str, str] | None = None) -> Grant:
    fixed = fixed or {}
    title, number = row.text("title"), row.text("project_number")
    number = number or number_from(title)
    name, role, organisation = (
        row.needed("name", "name-missing"),
        row.role("role"),
        row.organisation_number("organisation_number"),
    )
    start, end = row.period()
    family = _family(row.text("family") or fixed.get("family", ""))
    return Grant(
        key=row.text("key") or "/".join((family, number, organisation or name.casefold(), role)),
        line=row.record.line,
        family=family,
        project_number=number,
        name=name,
        programme_part=row.text("programme_part") or fixed.get("programme_part", ""),
        acronym=row.text("acronym"),
        title=title,
        topic=row.text("topic"),
        organisation_number=organisation,
        country=_country(row.text("country") or fixed.get("country", "NO")),
        role=role or cells.role(fixed.get("role", "")),
        signed=row.day("signed"),
        start=start or _new_year(row.raw("year")),
        end=end,
        amount=row.amount("amount", grouped=True),
        currency=_currency(row.text("currency") or fixed.get("currency", "EUR")),
        address_municipality=row.number("address_municipality"),
        nuts=row.text("nuts"),
        post_code=row.number("post_code"),
        town=row.text("town"),
    )


def number_from(title: str) -> str:
    """A project without a number is known by its title, in whatever case and spacing it is written."""
    if not title:
        raise Unreadable("project-missing", "The row has neither project number nor title.")
    return "t-" + hashlib.sha256(title.casefold().encode()).hexdigest()[:12]


def _family(printed: str) -> str:
    found = code_of(printed)
    if not found:
        detail = f"The programme is {shown(printed)}, which is none of the programme families. Correct it there."
        raise Unreadable("family-unknown", detail)
    return found


def _country(printed: str) -> str:
    found = COUNTRIES.get(printed.casefold(), printed.upper())
    if not re.fullmatch(r"[A-Z]{2}", found):
        raise Unreadable(
            "country-unreadable", f"The country is {shown(printed)}; two letters are expected, such as NO."
        )
    return found


def _currency(printed: str) -> str:
    if not re.fullmatch(r"[A-Z]{3}", printed.upper()):
        raise Unreadable("currency-unreadable", f"The currency is {shown(printed)}; three letters are expected (EUR).")
    return printed.upper()


def _new_year(printed: str) -> date | None:
    if not printed:
        return None
    if not re.fullmatch(r"(19[89]|20\d)\d", printed):
        raise Unreadable("year-unreadable", f"The year is {shown(printed)}; four digits from 1980 are expected.")
    return date(int(printed), 1, 1)


SOURCE = Source(
    name="list",
    title="A list of participations, made by hand or exported from another system",
    address="",
    licence="",
    publisher="",
    families=(),
    reader=read,
)
