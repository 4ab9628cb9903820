"""Find a municipality or county by what somebody types: any spelling, any name it has had, its number, a merged part.

"Leksvik" leads to Indre Fosen, "alesund" to Ålesund, "Karasjokk" to Karasjok, "1624" to what Rissa became.
"""

import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache

from rapidfuzz import fuzz, process

from vardevei.opendata import places
from vardevei.opendata.units import Place

LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t", "-": " ", "–": " ", ".": " "})
NOISE = {
    "kommune",
    "kommuna",
    "fylke",
    "fylkeskommune",
    "herad",
    "municipality",
    "county",
    "council",
    "suohkan",
    "gielda",
}
CLOSE_ENOUGH = 78  # by hand: "karasjokk", "leksvick", "trondhjem" pass, "oslofjorden" does not


@dataclass(frozen=True, slots=True)
class Hit:
    """`place` is what is there today. `matched` is the name or number found; `was` is the place that had it."""

    place: Place
    matched: str
    was: Place
    score: float

    @property
    def renamed(self) -> bool:
        """Whether the reader must be told why this place answers to that name."""
        return self.was is not self.place


def fold(text: str) -> str:
    """Lower case, no diacritics, æøå as ae, o, a, without words such as "kommune"."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(LETTERS))
    words = "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("aa", "a").split()
    return " ".join(word for word in words if word not in NOISE) or " ".join(words)


def today_of(place: Place, day: date | None = None) -> tuple[Place, ...]:
    """What lies where the place was: itself when it still exists, else what it became (several after a split)."""
    return places.register().holding(place.areas, day or _today(), place.kind)


def _today() -> date:
    return date(min(date.today().year, places.LAST_YEAR), 1, 1)


def _first_what_exists(place: Place) -> tuple[bool, bool, str]:
    return place.period.end is not None, place.kind == "county", place.id


@cache
def _index() -> dict[str, list[tuple[str, Place]]]:
    """Folded name or number -> the names as written and their places: what still exists first, municipalities first."""
    found: dict[str, list[tuple[str, Place]]] = {}
    for place in sorted(places.register().places.values(), key=_first_what_exists):
        for text in dict.fromkeys([name.text for name in place.names] + [held.number for held in place.numbers]):
            found.setdefault(fold(text), []).append((text, place))
    return found


def _scores(text: str, limit: int) -> dict[str, float]:
    """Exact, then beginning with, then close in spelling."""
    wanted, index = fold(text), _index()
    scores = {wanted: 100.0} if wanted in index else {}
    if len(wanted) >= 2:
        scores |= {name: 95.0 for name in index if name.startswith(wanted) and name not in scores}
    if wanted not in index and len(wanted) >= 3 and not wanted.isdigit():
        close = process.extract(wanted, index.keys(), scorer=fuzz.ratio, limit=limit, score_cutoff=CLOSE_ENOUGH)
        scores |= {name: score for name, score, _ in close if name not in scores}
    return scores


def find(text: str, limit: int = 10) -> list[Hit]:
    """Hits in falling order of likeness, one for each place of today and kind; empty when nothing is near."""
    hits: dict[str, Hit] = {}
    ranked = sorted(_scores(text, limit).items(), key=lambda pair: (-pair[1], pair[0]))
    for name, score in ranked:
        for matched, was in _index()[name]:
            for place in today_of(was):
                hits.setdefault(place.id, Hit(place, matched, was, score))
    return list(hits.values())[:limit]


def forget() -> None:
    """Drop what was read, after a new edition of the register was written."""
    _index.cache_clear()
