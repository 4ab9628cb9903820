"""The Research Council of Norway's table of grants from the EU's framework programmes to Norwegian organisations.

One row for each organisation in each project, from the Commission's own database, with organisation numbers added.
Traps: the leading zero of a municipality number is lost (301 is Oslo, 0301), municipalities are those of 2020, and the
organisation's name is that of the day of the extract, also on older grants.
"""

from pathlib import Path

from vardevei.opendata.sources import contents, tables
from vardevei.opendata.sources.cells import Unreadable, shown
from vardevei.opendata.sources.gathering import Columns, Row, gather, match, name_columns
from vardevei.opendata.sources.mapping import Mapping
from vardevei.opendata.sources.rows import Grant, Reading
from vardevei.opendata.sources.source import Source

COLUMNS: Columns = {
    "family": ("Rammeprogram",),
    "project_number": ("Prosjektnr",),
    "participant": ("Deltakernr",),
    "name": ("Organisasjonsnavn",),
    "organisation_number": ("Organisasjonsnummer",),
    "signed": ("Kontrakt signeringsdato",),
    "start": ("Kontrakt startdato",),
    "end": ("Kontrakt sluttdato",),
    "role": ("Organisasjon rolle",),
    "amount": ("Innvilget beløp organisasjon EUR",),
    "acronym": ("Prosjektkortnavn",),
    "title": ("Prosjektnavn",),
    "topic": ("Topic kode",),
    "part_code": ("Program kode (H2020)",),
    "area_code": ("Programområde kode (H2020)",),
    "treaty": ("Traktat kode (H2020)",),
    "municipality": ("Adresse kommunenummer",),
}
REQUIRED = ("family", "project_number", "participant", "name", "organisation_number", "signed", "start", "amount")
LEFT_ALONE = (
    "Programområde (H2020)",
    "Programkortnavn (H2020)",
    "Program (H2020)",
    "Programnivå 1 kortnavn (H2020)",
    "Programnivå 1 kode (H2020)",
    "Programnivå 1 (H2020)",
    "Utlysnings-id",
    "Overordnet utlysnings-id",
    "Topic",
    "Søknadstype",
    "Søknadstypenavn",
    "Kontraktstatus",
    "Søknadsfrist",
    "Søknadsdato",
    "Varighet måneder",
    "Vurderingspanel",
    "Kortnavn",
    "Organisasjon finansiell rolle",
    "FoU sektorkode",
    "FoU sektor",
    "FoU kategori",
    "Kontraktspart 1",
    "Kontraktspart 2",
    "Adresse kommune",
    "Adresse fylkenummer",
    "Adresse fylke",
    "Adresse landsdel",
)
FAMILIES = {
    "h2020": "horizon-2020",
    "horisont 2020": "horizon-2020",
    "horisont europa": "horizon-europe",
    "horizon": "horizon-europe",
    "horizon europe": "horizon-europe",
    "he": "horizon-europe",
    "fp7": "fp7",
}


def read(path: Path, mapping: Mapping | None = None, family: str = "") -> Reading:
    found = contents.kind(path)
    if found != "text":
        raise contents.wrong_kind(path, found, "the table as CSV")
    with path.open("rb") as file:
        told = contents.examine(file, path.name)
        file.seek(0)
        reading = Reading("forskningsradet", told.sha256, told.size, told.encoding)
        table = tables.from_csv(file, told, path.name)
        where = "opendata/sources/forskningsradet.py: COLUMNS"
        names = match(table.header, COLUMNS, REQUIRED, name=path.name, where=where)
        name_columns(reading, table.header, COLUMNS, names, LEFT_ALONE)
        return gather(reading, table, names, lambda row: grant(row, family))


def key(project_number: str, participant: str) -> str:
    """The participant's number in the project's own list: unlike name and organisation number it never changes."""
    return f"{project_number}/{participant}"


def grant(row: Row, family: str = "") -> Grant:
    number = row.needed("project_number", "project-missing")
    start, end = row.period()
    return Grant(
        key=key(number, row.needed("participant", "participant-missing")),
        line=row.record.line,
        family=_family(row, family),
        project_number=number,
        name=row.needed("name", "name-missing"),
        programme_part=row.text("part_code") or row.text("area_code") or row.text("treaty"),
        acronym=row.text("acronym"),
        title=row.text("title"),
        topic=row.text("topic"),
        organisation_number=row.organisation_number("organisation_number"),
        role=row.role("role"),
        signed=row.day("signed"),
        start=start,
        end=end,
        amount=row.amount("amount"),
        address_municipality=row.number("municipality"),
    )


def _family(row: Row, family: str) -> str:
    printed = row.text("family")
    found = FAMILIES.get(printed.casefold()) or (family if not printed else "")
    if not found:
        detail = f"{row.names['family']} is {shown(printed)}. Known: {', '.join(FAMILIES)}."
        raise Unreadable("family-unknown", detail)
    return found


SOURCE = Source(
    name="forskningsradet",
    title="Norwegian participation in the EU's framework programmes, from the Research Council of Norway",
    address="https://www.forskningsradet.no/tall-analyse/forskning-innovasjon/beskrivelse-data/",
    licence="NLOD (Norwegian Licence for Open Government Data)",
    publisher="Norges forskningsråd",
    families=("horizon-2020", "horizon-europe", "fp7"),
    reader=read,
)
