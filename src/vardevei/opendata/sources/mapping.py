"""Which column of somebody's list means what: guessed from the header, shown, saved as JSON, used again."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from vardevei.opendata.problem import Problem

# Our field -> how people name such a column, in Norwegian and English. The first that fits wins.
HEADERS: dict[str, tuple[str, ...]] = {
    "organisation_number": (
        "organisasjonsnummer",
        "orgnr",
        "org nr",
        "organisation number",
        "organization number",
        "vat number",
    ),
    "address_municipality": ("kommunenummer", "kommunenr", "knr", "municipality number", "municipality code"),
    "name": (
        "organisasjonsnavn",
        "organisasjon",
        "kommune",
        "fylkeskommune",
        "deltaker",
        "deltakar",
        "partner",
        "navn",
        "namn",
        "organisation name",
        "organization name",
        "organisation",
        "organization",
        "participant",
        "municipality",
        "beneficiary",
        "name",
    ),
    "project_number": (
        "prosjektnummer",
        "prosjektnr",
        "project number",
        "project id",
        "projectid",
        "grant agreement",
        "saksnummer",
    ),
    "acronym": ("akronym", "prosjektkortnavn", "acronym", "kortnavn"),
    "title": (
        "prosjekttittel",
        "prosjektnavn",
        "prosjektnamn",
        "tittel",
        "prosjekt",
        "project title",
        "project name",
        "title",
        "project",
    ),
    "family": ("programfamilie", "program", "programme", "ordning", "scheme"),
    "programme_part": ("programområde", "delprogram", "programme part", "priority", "action"),
    "topic": ("tema", "topic", "emne", "utlysning", "call"),
    "role": ("rolle", "role"),
    "signed": (
        "signert",
        "kontraktsdato",
        "vedtaksdato",
        "vedtatt",
        "tildelt dato",
        "signed",
        "signature date",
        "date of decision",
    ),
    "start": ("startdato", "start", "fra", "oppstart", "start date", "from"),
    "end": ("sluttdato", "slutt", "til", "end date", "end", "to"),
    "year": ("år", "årstall", "year", "tildelingsår"),
    "amount": (
        "beløp",
        "innvilget beløp",
        "tilskudd",
        "støtte",
        "amount",
        "grant",
        "contribution",
        "budget",
        "budsjett",
    ),
    "currency": ("valuta", "currency"),
    "country": ("land", "country"),
    "nuts": ("nuts", "nuts3", "nuts code", "nutskode"),
    "post_code": ("postnummer", "postnr", "postal code", "post code", "zip"),
    "town": ("poststed", "sted", "by", "town", "city"),
    "key": ("nøkkel", "id", "key", "løpenummer"),
}
FIELDS = tuple(HEADERS)
FIXED = ("family", "currency", "country", "role", "programme_part")


@dataclass(frozen=True, slots=True)
class Mapping:
    """`columns`: our field -> the column's name. `fixed`: our field -> one value for all. `sheet`: "" is the first."""

    columns: dict[str, str]
    fixed: dict[str, str] = field(default_factory=dict)
    sheet: str = ""


def guess_mapping(header: list[str]) -> Mapping:
    """The best guess from the header's words. Whole names first, then names that begin with a known word."""
    plain = {column: _plain(column) for column in header if column}
    columns: dict[str, str] = {}
    for fits in (str.__eq__, _begins):
        for ours, words in HEADERS.items():
            free = [column for column in plain if column not in columns.values()]
            found = next((column for word in words for column in free if fits(plain[column], word)), None)
            if found and ours not in columns:
                columns[ours] = found
    return Mapping(columns)


def _plain(column: str) -> str:
    return " ".join(re.sub(r"[^\w]+|_", " ", column.casefold()).split())


def _begins(column: str, word: str) -> bool:
    return len(word) > 3 and column.startswith(f"{word} ")


def save(mapping: Mapping, path: Path) -> None:
    content = {"columns": mapping.columns, "fixed": mapping.fixed, "sheet": mapping.sheet}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def load(path: Path) -> Mapping:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise _wrong(path, str(error)[:200]) from error
    if not isinstance(content, dict) or not _texts(content.get("columns")) or not _texts(content.get("fixed", {})):
        raise _wrong(path, 'It must hold {"columns": {field: column name}, "fixed": {field: value}}')
    unknown = (set(content["columns"]) - set(FIELDS)) | (set(content.get("fixed", {})) - set(FIXED))
    if unknown:
        raise _wrong(path, f"Unknown fields: {', '.join(sorted(unknown))[:200]}; known: {', '.join(FIELDS)}")
    return Mapping(content["columns"], content.get("fixed", {}), str(content.get("sheet", "")))


def _texts(found: object) -> bool:
    return isinstance(found, dict) and all(isinstance(text, str) for pair in found.items() for text in pair)


def _wrong(path: Path, why: str) -> Problem:
    todo = "Nothing was changed. Delete the file to have the columns guessed anew, or correct it."
    return Problem("mapping-unreadable", f"The mapping {path.name} could not be read.", f"{why}.", todo)
