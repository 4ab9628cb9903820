"""What we take from a provider's word about a person: little, and never a national identity number."""

import re
from dataclasses import dataclass
from typing import Any

from vardevei.opendata.problem import Problem

# Norwegian organisation numbers as Ansattporten writes them: 0192 is their register in ISO 6523.
ORGANISATION = re.compile(r"^0192:(\d{9})$")
WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


@dataclass(frozen=True, slots=True)
class Claims:
    """The parts we look at. Only `subject` is ever kept; name and address fill in a form."""

    subject: str
    name: str = ""
    email: str = ""
    level: str = ""
    nonce: str = ""
    organisation: str = ""


def read(token: dict[str, Any], userinfo: dict[str, Any] | None) -> Claims:
    """From the token and what the provider says besides. The two must be about the same person."""
    more = userinfo or {}
    subject = str(token.get("sub") or "")
    if not subject or (more and str(more.get("sub") or "") != subject):
        raise ValueError("no subject, or two")
    if is_national_number(subject):
        raise Problem(
            "subject-is-national-number",
            "We cannot use this sign-in.",
            "The provider names people by their national identity number, and we keep none.",
            "Whoever runs the site must ask the provider for pairwise or pseudonymous subjects.",
        )
    return Claims(
        subject,
        name=_text(more.get("name") or token.get("name"), 200),
        email=_text(more.get("email") or token.get("email"), 254).lower(),
        level=str(token.get("acr") or ""),
        nonce=str(token.get("nonce") or ""),
        organisation=_organisation([token.get("authorization_details"), more.get("authorization_details")]),
    )


def is_national_number(text: str) -> bool:
    """Eleven digits whose two last are right: a birth number, or a D number, or one for tests."""
    digits = [int(sign) for sign in text] if re.fullmatch(r"[0-9]{11}", text) else []
    if not digits:
        return False
    first = (11 - sum(a * b for a, b in zip(WEIGHTS[0], digits, strict=False)) % 11) % 11
    second = (11 - sum(a * b for a, b in zip(WEIGHTS[1], digits, strict=False)) % 11) % 11
    return digits[9:] == [first, second]


def _text(value: object, length: int) -> str:
    return value.strip()[:length] if isinstance(value, str) else ""


def _organisation(value: object) -> str:
    """The first organisation number anywhere in what Ansattporten says of whom the person acts for."""
    if isinstance(value, str):
        found = ORGANISATION.match(value)
        return found[1] if found else ""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return next((number for part in parts if (number := _organisation(part))), "")
