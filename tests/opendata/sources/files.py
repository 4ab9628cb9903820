"""Small made files in the shape of the real ones."""

import csv
import io
import json
import zipfile
from pathlib import Path

COUNCIL_HEADER = [
    "Rammeprogram",
    "Program kode (H2020)",
    "Prosjektnr",
    "Prosjektkortnavn",
    "Prosjektnavn",
    "Topic kode",
    "Kontrakt signeringsdato",
    "Kontrakt startdato",
    "Kontrakt sluttdato",
    "Organisasjonsnummer",
    "Organisasjonsnavn",
    "Organisasjon rolle",
    "Deltakernr",
    "Adresse kommunenummer",
    "Innvilget beløp organisasjon EUR",
]
OSLO = {
    "Rammeprogram": "H2020",
    "Program kode (H2020)": "EU.3.4.",
    "Prosjektnr": "953939",
    "Prosjektkortnavn": "MOVE21",
    "Prosjektnavn": "Smart å reise",
    "Topic kode": "LC-MG-1-14-2020",
    "Kontrakt signeringsdato": "26.03.2021 00:00",
    "Kontrakt startdato": "01.05.2021 00:00",
    "Kontrakt sluttdato": "30.04.2025 00:00",
    "Organisasjonsnummer": "958935420",
    "Organisasjonsnavn": "OSLO KOMMUNE",
    "Organisasjon rolle": "COORDINATOR",
    "Deltakernr": "1",
    "Adresse kommunenummer": "301",
    "Innvilget beløp organisasjon EUR": "1654500",
}


def csv_text(header: list[str], rows: list[dict[str, str]], delimiter: str = ";") -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, header, delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def council(*changes: dict[str, str]) -> str:
    """One row for each set of changes to Oslo's row; without any, Oslo's row alone."""
    return csv_text(COUNCIL_HEADER, [OSLO | change for change in changes or ({},)])


def write(folder: Path, content: str | bytes, name: str = "file.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


ORGANISATION_HEADER = [
    "projectID",
    "projectAcronym",
    "organisationID",
    "vatNumber",
    "name",
    "postCode",
    "city",
    "country",
    "nutsCode",
    "order",
    "role",
    "netEcContribution",
]
PROJECT_HEADER = [
    "id",
    "title",
    "startDate",
    "endDate",
    "ecSignatureDate",
    "frameworkProgramme",
    "legalBasis",
    "topics",
]
ORGANISATION = {
    "projectID": "953939",
    "projectAcronym": "MOVE21",
    "organisationID": "994216051",
    "vatNumber": "NO958935420MVA",
    "name": "OSLO KOMMUNE",
    "postCode": "37",
    "city": "OSLO",
    "country": "NO",
    "nutsCode": "NO081",
    "order": "1",
    "role": "coordinator",
    "netEcContribution": "1654500.0",
}
PROJECT = {
    "id": "953939",
    "title": "Multimodal hubs",
    "startDate": "2021-05-01",
    "endDate": "2025-04-30",
    "ecSignatureDate": "2021-03-26",
    "frameworkProgramme": "H2020",
    "legalBasis": "H2020-EU.3.4.",
    "topics": "LC-MG-1-14-2020",
}


def cordis_tables(*changes: dict[str, str], delimiter: str = ";") -> tuple[str, str]:
    rows = [ORGANISATION | change for change in changes or ({},)]
    return csv_text(ORGANISATION_HEADER, rows, delimiter), csv_text(PROJECT_HEADER, [PROJECT], delimiter)


def cordis_zip(folder: Path, *changes: dict[str, str], kind: str = "csv", name: str = "cordis.zip") -> Path:
    rows = [ORGANISATION | change for change in changes or ({},)]
    organisations, projects = cordis_tables(*changes)
    if kind == "json":
        organisations, projects = json.dumps(rows), json.dumps([PROJECT])
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"csv\\organization.{kind}", organisations)
        archive.writestr(f"csv\\project.{kind}", projects)
        archive.writestr("information.txt", "made for a test")
    return path
