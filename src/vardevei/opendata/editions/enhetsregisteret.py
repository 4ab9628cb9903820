"""Enhetsregisteret's open interface: the municipalities (KOMM) and county councils (FYLK) with organisation numbers.

Described at https://data.brreg.no/enhetsregisteret/api/dokumentasjon/no/index.html (NLOD 2.0). Answers come in pages;
page times size can never pass 10,000, so a longer list would be cut off in silence: it is refused here.
"""

from dataclasses import dataclass
from typing import Any

from vardevei.opendata.editions.asking import USUAL, Patience, ask, failed

ADDRESS = "https://data.brreg.no/enhetsregisteret/api"
WINDOW = 10_000
WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)


@dataclass(frozen=True, slots=True)
class Unit:
    """`municipality` is the number of the municipality of the business address, "" when it has none."""

    organisation_number: str
    name: str
    form: str
    municipality: str


@dataclass(frozen=True, slots=True)
class Enhetsregisteret:
    address: str = ADDRESS
    patience: Patience = USUAL
    size: int = 500

    @property
    def source(self) -> str:
        return f"{self.address}/enheter"

    def units(self, form: str) -> list[Unit]:
        """All units of the form ("KOMM" or "FYLK"). Errors: Problem("source-failed")."""
        found: list[Unit] = []
        number, pages = 0, 1
        while number < pages:
            answer = self._page(form, number)
            total, pages = _count(answer, "totalElements", self.source), _count(answer, "totalPages", self.source)
            if total > WINDOW:
                raise failed(self.source, f"It has {total} units of the form {form} and shows only {WINDOW}.")
            found += [_unit(entry, self.source) for entry in _entries(answer, total, self.source)]
            number += 1
        if not found or len({unit.organisation_number for unit in found}) != total:
            raise failed(self.source, f"It says it has {total} units of the form {form} and listed {len(found)}.")
        return found

    def _page(self, form: str, number: int) -> Any:
        wanted = {"organisasjonsform": form, "size": str(self.size), "page": str(number)}
        return ask(self.source, wanted, self.patience)


def is_organisation_number(text: str) -> bool:
    """Nine digits, the last one a check digit (modulus 11)."""
    if len(text) != 9 or not text.isascii() or not text.isdigit():
        return False
    rest = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, text, strict=False)) % 11
    return (11 - rest) % 11 == int(text[8])


def _count(answer: Any, name: str, where: str) -> int:
    page = answer.get("page") if isinstance(answer, dict) else None
    value = page.get(name) if isinstance(page, dict) else None
    if not isinstance(value, int):
        raise failed(where, f'The answer lacks "page.{name}". The interface may have changed.')
    return value


def _entries(answer: Any, total: int, where: str) -> list[Any]:
    held = answer.get("_embedded", {})
    entries = held.get("enheter") if isinstance(held, dict) else None
    if not isinstance(entries, list):
        if not total:
            return []
        raise failed(where, 'The answer lacks "_embedded.enheter". The interface may have changed.')
    return entries


def _unit(entry: Any, where: str) -> Unit:
    try:
        number, name, form = entry["organisasjonsnummer"], entry["navn"], entry["organisasjonsform"]["kode"]
    except (KeyError, TypeError) as error:
        raise failed(where, f"A unit lacks {error}. The interface may have changed.") from error
    if not is_organisation_number(str(number)):
        raise failed(where, f'"{number}" ({name}) is not an organisation number.')
    address = entry.get("forretningsadresse")
    place = address.get("kommunenummer") if isinstance(address, dict) else None
    return Unit(str(number), str(name), str(form), str(place or ""))
