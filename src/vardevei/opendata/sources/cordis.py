"""CORDIS: the European Commission's tables of all projects and organisations in the framework programmes.

The published archive holds several tables; two are read: the organisations (one row for each part in a project) and the
projects. Norwegian rows become grants; the others are counted. Traps: the leading zero of a post code is lost, the VAT
number stands with and without MVA, and the zip uses semicolons where other copies use commas.
"""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import archives, contents, tables
from vardevei.opendata.sources.cells import Unreadable
from vardevei.opendata.sources.gathering import Columns, Row, gather, match, name_columns
from vardevei.opendata.sources.mapping import Mapping
from vardevei.opendata.sources.rows import Grant, Reading, Rejected
from vardevei.opendata.sources.source import Source
from vardevei.opendata.sources.tables import Record, Table

COLUMNS: Columns = {
    "project_number": ("projectID",),
    "organisation": ("organisationID",),
    "name": ("name",),
    "country": ("country",),
    "role": ("role",),
    "order": ("order",),
    "vat": ("vatNumber",),
    "amount": ("netEcContribution", "ecContribution"),
    "acronym": ("projectAcronym",),
    "post_code": ("postCode",),
    "town": ("city",),
    "nuts": ("nutsCode",),
}
REQUIRED = ("project_number", "organisation", "name", "country", "role")
LEFT_ALONE = (
    "shortName",
    "SME",
    "activityType",
    "street",
    "geolocation",
    "organizationURL",
    "contactForm",
    "contentUpdateDate",
    "rcn",
    "ecContribution",
    "totalCost",
    "endOfParticipation",
    "active",
)
PROJECT_COLUMNS: Columns = {
    "id": ("id",),
    "title": ("title",),
    "start": ("startDate",),
    "end": ("endDate",),
    "signed": ("ecSignatureDate",),
    "family": ("frameworkProgramme",),
    "part": ("legalBasis",),
    "topic": ("topics",),
}
FAMILIES = {"h2020": "horizon-2020", "horizon": "horizon-europe", "fp7": "fp7"}
ORGANISATIONS = ("organization.csv", "organization.json", "organisation.csv", "organisation.json")
PROJECTS = ("project.csv", "project.json")
WHERE = "opendata/sources/cordis.py"


def read(path: Path, mapping: Mapping | None = None, family: str = "") -> Reading:
    """The published zip, or the loose organisation table with the project table beside it."""
    family = family or _family_of(path.name)
    found = contents.kind(path)
    if found == "zip":
        return _read_zip(path, family)
    if found not in ("text", "json"):
        raise contents.wrong_kind(path, found, "a CORDIS archive (zip), CSV or JSON")
    name = path.name.replace("organization", "project").replace("organisation", "project")
    beside = path.with_name(name)
    return _read(Part(path), Part(beside) if name != path.name and beside.is_file() else None, family)


def _family_of(name: str) -> str:
    """The published archives say their programme in the file name only when the project table is left out."""
    return next((family for word, family in FAMILIES.items() if word in name.lower()), "")


def _read_zip(path: Path, family: str) -> Reading:
    with path.open("rb") as file:
        size, sha256 = contents.fingerprint(file)
    with archives.open_zip(path) as archive:
        organisations = archives.entry(archive, path.name, ORGANISATIONS)
        projects = archives.entry(archive, path.name, PROJECTS)
        if not organisations:
            found = ", ".join(info.filename for info in archive.infolist()[:10])[:300]
            what = f"{path.name} has no organisation table."
            raise Problem("table-missing", what, f"It holds: {found}.", "Fetch the CORDIS archive again.")
        try:
            reading = _read(Part(archive, organisations), Part(archive, projects) if projects else None, family)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise archives.broken(path.name, error) from error
    reading.size, reading.sha256 = size, sha256
    return reading


class Part:
    """One table, loose or inside an archive, that can be opened again from the start."""

    def __init__(self, where: Path | zipfile.ZipFile, entry: zipfile.ZipInfo | None = None) -> None:
        self.where, self.entry = where, entry
        self.name = where.name if isinstance(where, Path) else entry.filename if entry else ""

    def open(self) -> BinaryIO:
        if isinstance(self.where, Path):
            return self.where.open("rb")
        return cast(BinaryIO, self.where.open(cast(zipfile.ZipInfo, self.entry)))

    @contextmanager
    def table(self) -> Iterator[tuple[Table, contents.Contents]]:
        with self.open() as file:
            found = contents.kind_of(file.read(64))
        if found not in ("text", "json"):
            raise contents.wrong_kind(self.name, found, "a table in CSV or JSON")
        with self.open() as file:
            told = contents.examine(file, self.name)
        with self.open() as file:
            yield (tables.from_json if found == "json" else tables.from_csv)(file, told, self.name), told


def _read(organisations: Part, projects: Part | None, family: str) -> Reading:
    reading = Reading("cordis")
    known = _projects(projects, reading) if projects else {}
    if not projects:
        reading.missing_columns.append("the project table (title, dates, topic)")
    with organisations.table() as (table, told):
        reading.sha256, reading.size, reading.encoding = told.sha256, told.size, told.encoding
        names = match(table.header, COLUMNS, REQUIRED, name=organisations.name, where=f"{WHERE}: COLUMNS")
        name_columns(reading, table.header, COLUMNS, names, LEFT_ALONE)
        return gather(reading, table, names, lambda row: grant(row, known, family))


def _projects(part: Part, reading: Reading) -> dict[str, Row]:
    """The project table by number, with only the columns that a grant needs: the abstracts are most of the file."""
    found: dict[str, Row] = {}
    with part.table() as (table, told):
        names = match(table.header, PROJECT_COLUMNS, ("id",), name=part.name, where=f"{WHERE}: PROJECT_COLUMNS")
        reading.parts[part.name] = told.sha256
        kept = list(names.values())
        for record in table.records:
            record.values = {column: record.values.get(column, "") for column in kept}
            if record.trouble:
                detail = f"In {part.name}: {record.trouble.detail}"
                reading.notes.append(Rejected(record.line, "project-unreadable", detail, record.values))
            else:
                found[record.values[names["id"]].strip()] = Row(record, names)
    return found


def grant(row: Row, known: dict[str, Row], family: str = "") -> Grant | str:
    country = row.needed("country", "country-missing")
    if country != "NO":
        return "other-country"
    number = row.needed("project_number", "project-missing")
    project = known.get(number) or Row(Record(0, {}), {})
    if known and number not in known:
        row.note("project-unknown", f"Project {number} is not in the project table: no title, dates or topic.")
    role = row.role("role")
    start, end = project.period()
    return Grant(
        key=_key(row, number, role),
        line=row.record.line,
        family=_family(project.text("family"), family),
        project_number=number,
        name=row.needed("name", "name-missing"),
        programme_part=project.text("part"),
        acronym=row.text("acronym"),
        title=project.text("title"),
        topic=project.text("topic"),
        organisation_number=row.organisation_number("vat"),
        country=country,
        role=role,
        signed=project.day("signed"),
        start=start,
        end=end,
        amount=row.amount("amount"),
        nuts=row.text("nuts"),
        post_code=row.number("post_code"),
        town=row.text("town"),
    )


def _key(row: Row, number: str, role: str) -> str:
    """A third party may assist several participants in one project; it is told apart by their order."""
    parts = [number, row.needed("organisation", "organisation-missing"), role]
    return "/".join([*parts, row.text("order")] if role == "third-party" else parts)


def _family(printed: str, family: str) -> str:
    found = FAMILIES.get(printed.casefold(), family)
    if not found:
        detail = "The project table does not tell which programme this project belongs to. Give it with --family."
        raise Unreadable("family-unknown", detail)
    return found


SOURCE = Source(
    name="cordis",
    title="CORDIS: projects and participants in the EU's framework programmes",
    address="https://data.europa.eu/data/datasets/cordish2020projects",
    licence="CC BY 4.0",
    publisher="Publications Office of the European Union",
    families=("horizon-2020", "horizon-europe", "fp7"),
    reader=read,
    files=(
        "https://cordis.europa.eu/data/cordis-HORIZONprojects-csv.zip",
        "https://cordis.europa.eu/data/cordis-h2020projects-csv.zip",
        "https://cordis.europa.eu/data/cordis-fp7projects-csv.zip",
    ),
)
