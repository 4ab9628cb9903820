"""What each column of a county's list means: guessed from its header, then from what stands in it."""

import re
from collections.abc import Callable

from vardevei.opendata import finding, places
from vardevei.organisations.imports.contact_lists import people

# Our field -> how people name such a column, in both forms of Norwegian and in English.
HEADERS: dict[str, tuple[str, ...]] = {
    "number": ("kommunenummer", "kommunenr", "kommune nr", "knr", "kommnr", "komm nr", "municipality number",
               "municipality code", "municipality no"),
    "municipality": ("kommune", "kommunenavn", "kommunenamn", "kommuner", "kommunar", "municipality",
                     "municipality name", "local authority"),
    "first_name": ("fornavn", "fornamn", "førenamn", "first name", "given name"),
    "last_name": ("etternavn", "etternamn", "last name", "surname", "family name"),
    "name": ("navn", "namn", "kontakt", "kontaktperson", "kontaktpersoner", "kontaktpersonar", "fullt navn",
             "fullt namn", "ansvarlig", "ansvarleg", "name", "contact", "contact person", "full name"),
    "title": ("tittel", "stilling", "stillingstittel", "funksjon", "rolle", "title", "position", "job title", "role"),
    "email": ("e post", "epost", "e postadresse", "epostadresse", "e post adresse", "mail", "mailadresse", "e mail",
              "email", "email address", "e mail address"),
    "phone": ("telefon", "telefonnummer", "telefonnr", "tlf", "tlf nr", "tlfnr", "mobil", "mobiltelefon", "mobilnummer",
              "mobilnr", "phone", "phone number", "mobile", "telephone", "cell"),
    "form": ("målform", "maalform", "språk", "språkform", "language"),
    "since": ("kontakt siden", "kontakt sidan", "siden", "sidan", "fra dato", "frå dato", "startdato", "since",
              "contact since"),
    "post_code": ("postnummer", "postnr", "post nr", "postal code", "post code", "zip"),
    "town": ("poststed", "poststad", "sted", "stad", "town", "city"),
}  # fmt: skip
FIELDS = tuple(HEADERS)
LINES_ABOVE = 20
ENOUGH = 0.5  # of what stands in a column must look like the field
_FIELD = {word: ours for ours, words in HEADERS.items() for word in words}
Lines = list[tuple[int, list[str]]]


def field_of(header: str) -> str:
    """ "E-post 2" is "email"; "" for a column of the county's own."""
    plain = " ".join(re.sub(r"[\W\d_]+", " ", header.casefold()).split())
    if plain in _FIELD:
        return _FIELD[plain]
    begins = (ours for word, ours in _FIELD.items() if len(word) > 3 and plain.startswith(f"{word} "))
    return next(begins, "")


def header_line(lines: Lines) -> int:
    """The line with the columns' names, under whatever title stands above it; 0 when the list has none."""
    best, found = 0, 0
    for line, cells in lines[:LINES_ABOVE]:
        if any(people.ADDRESS.search(cell) for cell in cells):
            break
        known = len({field_of(cell) for cell in cells} - {""})
        enough = known > 1 or (known == 1 and sum(map(bool, cells)) == 1)
        if known > best and enough:
            best, found = known, line
    return found


def guess(header: list[str], rows: Lines) -> dict[str, str]:
    """Number of the column, as a text -> our field. Columns with the same meaning are all kept ("E-post 2")."""
    width = max((len(cells) for _line, cells in rows), default=len(header))
    named = [field_of(header[at]) if at < len(header) else "" for at in range(width)]
    for ours, looks in _LOOKS.items():
        if ours not in named and not (ours == "name" and {"first_name", "last_name"} & set(named)):
            at = _likest([not meant for meant in named], rows, looks)
            if at is not None:
                named[at] = ours
    return {str(at): ours for at, ours in enumerate(named) if ours}


def _likest(free: list[bool], rows: Lines, looks: Callable[[str], bool]) -> int | None:
    """The free column in which most of what stands looks right, when it is more than half."""
    best, found = ENOUGH, None
    for at, is_free in enumerate(free):
        texts = [cells[at] for _line, cells in rows if at < len(cells) and cells[at]] if is_free else []
        share = sum(map(looks, texts)) / len(texts) if texts else 0
        if share > best:
            best, found = share, at
    return found


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"\d{3,4}", text)) and places.by_number(text.zfill(4)) is not None


def _is_place(text: str) -> bool:
    hits = finding.find(text, 1) if not text.isdigit() else []
    return bool(hits) and hits[0].score == 100


def _is_phone(text: str) -> bool:
    return bool(people.phone(text))


def _is_name(text: str) -> bool:
    words = text.split()
    return 1 < len(words) < 5 and all(word[0].isupper() for word in words) and not any(map(str.isdigit, text))


_LOOKS: dict[str, Callable[[str], bool]] = {
    "email": lambda text: bool(people.ADDRESS.search(text)),
    "number": _is_number,
    "municipality": _is_place,
    "phone": _is_phone,
    "name": _is_name,
}
