"""The people in a row's cells: "Nes, Kari", "Kari Nes og Ola Vik", "Kari Nes <kari@x.no>", numbers in any form."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from vardevei.core.enums import LanguageForm
from vardevei.opendata import finding

ADDRESS = re.compile(r"[^\s<>()\[\],;:\"'/|]+@[^\s<>()\[\],;:\"'/|@]+\.[a-z]{2,24}\b", re.IGNORECASE)
_AROUND = re.compile(r"\s*(?:@|\(at\)|\[at\]|\(a\))\s*", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:[;\n|]|\s/\s|/|\s&\s|\s\+\s|\bog\b|\band\b)\s*", re.IGNORECASE)
_NOBODY = {"", "-", "–", "?", "ledig", "vakant", "vacant", "ingen", "mangler", "manglar", "ikke avklart",
           "ikkje avklart", "ubesatt", "ikke kontakt", "nn", "n n", "n/a", "tbd", "none", "ukjent"}  # fmt: skip
ALIKE = 85  # by hand: "Kari Ness" and "Kari Nes", "Jon Berg" and "John Berg"; not "Kari Nes" and "Kari Moe"
LONGEST_NAME = 200
_FORMS = {
    "bokmål": LanguageForm.BOKMAL,
    "bokmal": LanguageForm.BOKMAL,
    "bm": LanguageForm.BOKMAL,
    "nb": LanguageForm.BOKMAL,
    "nynorsk": LanguageForm.NYNORSK,
    "nn": LanguageForm.NYNORSK,
    "engelsk": LanguageForm.ENGLISH,
    "english": LanguageForm.ENGLISH,
    "en": LanguageForm.ENGLISH,
}


@dataclass(frozen=True, slots=True)
class Somebody:
    """One person in a row. `addresses` are more than one when the row does not tell which is the person's."""

    name: str
    addresses: tuple[str, ...]
    phone: str
    title: str = ""


def in_cells(names: Iterable[str], addresses: Iterable[str], phones: Iterable[str]) -> list[Somebody]:
    """Everybody in a row: names and addresses are matched by likeness, then by order."""
    named_cells, mail_cells = [[written_out(text) for text in texts] for texts in (names, addresses)]
    mails = list(dict.fromkeys(found.lower() for text in named_cells + mail_cells for found in ADDRESS.findall(text)))
    titles = _named(named_cells) or {name: title for name, title in _named(mail_cells).items() if " " in name}
    numbers = [number for text in phones for number in phones_in(text)]
    pairs = _paired(list(titles), mails)
    return [
        Somebody(name, mine, numbers[at] if at < len(numbers) else "", titles.get(name, ""))
        for at, (name, mine) in enumerate(pairs)
    ]


def written_out(text: str) -> str:
    """ "kari (at) x.no" and "kari @ x.no" are addresses too."""
    return _AROUND.sub("@", text)


def _named(cells: list[str]) -> dict[str, str]:
    """Name -> title; the addresses between them are taken out first."""
    texts = (ADDRESS.sub(";", text.replace("<", ";")) for text in cells)
    return {name: title for text in texts for name, title in names_in(text)}


def _paired(named: list[str], mails: list[str]) -> list[tuple[str, tuple[str, ...]]]:
    if not named:
        return [("", (mail,)) for mail in mails]
    if len(named) == 1:
        return [(named[0], tuple(mails))]
    free, pairs = list(mails), {}
    for name in named:
        likest = max(free, key=lambda mail: _likeness(name, mail), default="")
        if likest and _likeness(name, likest) > 60:
            free.remove(likest)
            pairs[name] = likest
    for name in named:
        if name not in pairs and free:
            pairs[name] = free.pop(0)
    told: list[tuple[str, tuple[str, ...]]] = [(name, (pairs[name],) if name in pairs else ()) for name in named]
    return told + [("", (mail,)) for mail in free]


def _likeness(name: str, mail: str) -> float:
    return fuzz.token_sort_ratio(finding.fold(name), finding.fold(re.sub(r"[._\-\d]+", " ", mail.split("@")[0])))


def names_in(text: str) -> list[tuple[str, str]]:
    """ "Nes, Kari" is one person, "Kari Nes, Ola Vik" two, "Kari Nes, rådgiver" one with a title.

    Words that say that there is nobody are left out, and so is what is left of an address.
    """
    found: list[tuple[str, str]] = []
    for part in _PARTS.split(text):
        bare = part.strip(" \t,.:<>()[]\"'")
        pieces = [piece for piece in (" ".join(piece.split()) for piece in bare.split(",")) if piece]
        if len(pieces) == 2 and pieces[1][0].islower():
            found.append((pieces[0], pieces[1]))
        elif len(pieces) == 2 and (len(pieces[0].split()) == 1 or len(pieces[1].split()) == 1):
            found.append((f"{pieces[1]} {pieces[0]}", ""))
        else:
            found += [(piece, "") for piece in pieces]
    return [(name[:LONGEST_NAME], title) for name, title in found if not is_nobody(name) and "@" not in name]


def is_nobody(text: str) -> bool:
    return " ".join(text.casefold().replace(".", " ").split()) in _NOBODY


def phones_in(text: str) -> list[str]:
    parts = re.split(r"[;,/\n|]|\beller\b|\bog\b|\bor\b", text)
    return [number for part in parts if (number := phone(part))]


def phone(text: str) -> str:
    """A Norwegian number as 911 22 333 or 73 80 00 00, another with its +46; "" when it is none."""
    bare = re.sub(r"[^\d+]", "", re.sub(r"\(0\)", "", text))
    bare = re.sub(r"^00", "+", bare)
    bare = re.sub(r"^\+?47(?=\d{8}$)", "", bare)
    if re.fullmatch(r"[2-9]\d{7}", bare):
        mobile = bare[0] in "49"
        return f"{bare[:3]} {bare[3:5]} {bare[5:]}" if mobile else " ".join(re.findall("..", bare))
    return bare if re.fullmatch(r"\+\d{8,15}", bare) else ""


def form(text: str) -> str:
    return str(_FORMS.get(text.casefold().strip(), ""))


def same_name(one: str, other: str) -> bool:
    return bool(one) and sorted(finding.fold(one).split()) == sorted(finding.fold(other).split())


def alike(one: str, other: str) -> bool:
    """Whether two names may be one person's, spelled otherwise, with a middle name more, or turned round."""
    if not one or not other:
        return False
    first, second = finding.fold(one), finding.fold(other)
    shorter, longer = sorted((set(first.split()), set(second.split())), key=len)
    if len(shorter) > 1 and shorter <= longer:
        return True
    return fuzz.token_sort_ratio(first, second) >= ALIKE
