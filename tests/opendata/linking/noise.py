"""Made names of every municipality and county council of a year, with the noise that real lists have. Seeded."""

import random
from collections.abc import Iterator
from datetime import date

from vardevei.opendata import places

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
PLAIN = str.maketrans({"Æ": "AE", "Ø": "O", "Å": "A", "æ": "ae", "ø": "o", "å": "a", "Á": "A", "á": "a"})
LONG = str.maketrans({"Æ": "AE", "Ø": "OE", "Å": "AA"})
ENGLISH = {
    "municipality": ("{} Municipality", "{} municipality", "Municipality of {}", "MUNICIPALITY OF {}", "City of {}"),
    "county": ("{} County Council", "{} COUNTY COUNCIL", "County Council of {}", "{} County Municipality"),
}
NORWEGIAN = {"municipality": "{} KOMMUNE", "county": "{} FYLKESKOMMUNE"}
PARTS = ("KULTURETATEN", "TEKNISK ETAT", "HELSE OG OMSORG", "SENTRALADMINISTRASJON", "OPPVEKST")

Row = dict[str, str]


def slip(word: str, dice: random.Random) -> str:
    """One letter swapped, left out, added or wrong."""
    way, at = dice.choice(("swap", "leave out", "add", "wrong")), dice.randrange(len(word))
    if way == "swap":
        at = dice.randrange(len(word) - 1)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if way == "leave out":
        return word[:at] + word[at + 1 :]
    letter = dice.choice(ALPHABET)
    return word[:at] + letter + word[at + (way == "wrong") :]


def rows(year: int, seed: int = 1) -> Iterator[Row]:
    """For each place of the year one row of each kind of noise, half of them with the town as a hint."""
    dice, day = random.Random(seed), date(year, 7, 1)
    for kind in ("municipality", "county"):
        there = [place for place in places.on(day, kind) if place.id != "03"]  # Oslo has no county council
        names = [place.name(day) for place in there]
        for place in there:
            name = place.name(day)
            if names.count(name) > 1:
                continue  # told by context only: tested by hand
            answer = "kommune" if kind == "municipality" else "fylkeskommune"
            base = {"country": "NO", "year": str(year), "kind": answer, "code": place.number(day), "relation": "self"}
            for stratum, written in ways(name, kind, dice):
                hint = name.upper() if dice.random() < 0.5 else ""
                row = {**base, "name": written, "hint": hint, "stratum": stratum}
                yield {**row, "relation": "subunit"} if stratum == "part" else row


def ways(name: str, kind: str, dice: random.Random) -> Iterator[tuple[str, str]]:
    norwegian, english = NORWEGIAN[kind], dice.choice(ENGLISH[kind])
    yield "plain", norwegian.format(name.upper())
    yield "small letters", norwegian.format(name).lower()
    yield "ascii", norwegian.format(name.upper().translate(PLAIN))
    yield "oe and aa", norwegian.format(name.upper().translate(LONG))
    yield "english", english.format(name)
    yield "english ascii", english.format(name.translate(PLAIN))
    yield "part", f"{norwegian.format(name.upper())} {dice.choice(PARTS)}"
    if len(name) > 3:
        yield "slip", norwegian.format(slip(name.upper(), dice))
