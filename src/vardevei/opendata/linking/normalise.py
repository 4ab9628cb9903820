"""One pass over a name: broken characters mended, case and diacritics folded, words told apart.

Two folds, because names are shortened in two ways. `canonical` keeps what tells places apart ("Lærdal" is "laerdal",
"Lardal" is "lardal"); `lenient` also reads ae, oe and aa as one letter, as in "BARUM", "TROMSOE" and "AALESUND".
`spelled` keeps æ, ø and å, so that two names with the same lenient fold can still be told apart.
"""

import html
import re
import unicodedata

BOUNDARY = ";"  # stands where the name has a comma, slash, parenthesis or dash between parts
LOST = "?"  # stands for a letter that an earlier system lost

_LETTERS = {"æ": "ae", "ø": "o", "đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "ł": "l", "þ": "th", "ß": "ss", "œ": "oe"}
_SIGNS = {"&": " og ", "'": "", "’": "", "´": "", "`": "", LOST: LOST, "\ufffd": LOST}
_BETWEEN_PARTS = ",;:/()[]|–—"
_KEPT = {"æ": "æ", "ø": "ø", "å": "å", "ä": "æ", "ö": "ø"}


def _folded(letter: str) -> str:
    """The plain letters for one character; a space for what is no letter."""
    small = letter.lower()
    base = _LETTERS.get(small) or "".join(c for c in unicodedata.normalize("NFKD", small) if c.isascii())
    return base if base.isalnum() else " "


def _table(kept: dict[str, str]) -> dict[int, str | None]:
    table: dict[int, str | None] = dict.fromkeys(range(768, 880))  # accents that stand alone
    for letter in map(chr, [*range(0x250), 0x1E9E, 0x2013, 0x2014, 0x2019, 0xFFFD]):
        table[ord(letter)] = _SIGNS[letter] if letter in _SIGNS else kept.get(letter.lower(), _folded(letter))
    table.update({ord(sign): f" {BOUNDARY} " for sign in _BETWEEN_PARTS})
    return table


_CANONICAL, _SPELLED = _table({}), _table(_KEPT)
_TWO_LETTERS = re.compile("ae|oe|aa")
_MISREAD = re.compile("[ÃÂ]")


def mended(name: str) -> str:
    """The name as it was written: UTF-8 read as Latin-1 ("TromsÃ¸"), HTML codes, accents that stand alone."""
    if not name.isascii():
        if _MISREAD.search(name):
            name = _reread(name)
        name = unicodedata.normalize("NFC", name)
    if "&" in name:
        name = html.unescape(name)
    if " - " in name:
        name = name.replace(" - ", f" {BOUNDARY} ")
    if "/" in name:
        name = name.replace("A/S", "AS").replace("a/s", "as")
    return name


def _reread(name: str) -> str:
    for charset in ("cp1252", "latin-1"):
        try:
            return name.encode(charset).decode("utf-8")
        except UnicodeError:
            continue
    return name


def canonical(name: str) -> str:
    """Small plain letters, words parted by spaces, parts of the name by " ; "."""
    return mended(name).translate(_CANONICAL)


def spelled(name: str) -> str:
    """As `canonical`, but æ, ø and å are kept. It has the same number of words."""
    return mended(name).translate(_SPELLED)


def key(name: str) -> str:
    """The canonical fold without spaces and hyphens: "Nord-Fron", "NORD FRON" and "NordFron" are one."""
    return canonical(name).replace(" ", "").replace(BOUNDARY, "")


def lenient(canonical_key: str) -> str:
    """The second tier: ae, oe and aa are read as one letter."""
    if "ae" in canonical_key or "oe" in canonical_key or "aa" in canonical_key:
        return _TWO_LETTERS.sub(lambda pair: pair.group()[0], canonical_key)
    return canonical_key
