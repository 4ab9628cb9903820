"""The words that decide what a name is. They are kept as data with their reason: facts/linking_words.csv."""

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from vardevei.opendata.register import BUILT_IN, rows

AFTER, BEFORE, COUNTY_AFTER, COUNTY_BEFORE = "municipality", "municipality-before", "county", "county-before"
COUNTY_ALONE, COMPANY, VETO, ENTERPRISE, IMPLICIT = "county-alone", "company", "veto", "enterprise", "implicit"
KINDS = {
    AFTER: "kommune",
    BEFORE: "kommune",
    COUNTY_AFTER: "fylkeskommune",
    COUNTY_BEFORE: "fylkeskommune",
    COUNTY_ALONE: "fylkeskommune",
}
AND = frozenset({"and", "och", "ja"})
_HINTS_OF_A_KIND = ("kom", "mun", "oun", "hera", "giel", "suo", "hkan")  # one slip leaves some of these whole


class Mark(NamedTuple):
    """A meaningful word or phrase of a name: words `start` to `end` (not with)."""

    start: int
    end: int
    meaning: str


class Vocabulary:
    def __init__(self, entries: list[dict[str, str]]) -> None:
        phrases: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
        words: dict[str, set[str]] = defaultdict(set)
        for entry in entries:
            for phrase in entry["words"].split("|"):
                first, *rest = phrase.split()
                words[entry["class"]].add(phrase)
                if entry["class"] not in ("filler", "ordinary"):
                    phrases[first].append((rest, entry["class"]))
        self.filler, self.ordinary = frozenset(words["filler"]), frozenset(words["ordinary"])
        self._phrases = {first: sorted(found, key=lambda phrase: -len(phrase[0])) for first, found in phrases.items()}
        self._first_words = frozenset(self._phrases)
        self._kind_words = [(word, kind) for kind in (AFTER, COUNTY_AFTER) for word in sorted(words[kind])]

    def marks(self, tokens: list[str]) -> list[Mark]:
        """The marks of a name in order; the longest phrase wins ("county governor" over "county")."""
        if self._first_words.isdisjoint(tokens):
            return []
        found: list[Mark] = []
        for start, token in enumerate(tokens):
            if token in self._first_words and not (found and start < found[-1].end):
                self._longest(tokens, start, found)
        return found

    def _longest(self, tokens: list[str], start: int, found: list[Mark]) -> None:
        for rest, meaning in self._phrases[tokens[start]]:
            end = start + 1 + len(rest)
            if not rest or tokens[start + 1 : end] == rest:
                found.append(Mark(start, end, meaning))
                return

    def near_kind(self, token: str) -> str:
        """The class of the word for municipality or county council the token is misspelt from, or ""."""
        if len(token) < 5 or not any(part in token for part in _HINTS_OF_A_KIND):
            return ""
        for word, meaning in self._kind_words:
            if len(word) > 4 and abs(len(word) - len(token)) < 2 and OSA.distance(token, word, score_cutoff=1) < 2:
                return meaning
        return ""

    def near_filler(self, token: str) -> bool:
        return token in self.filler or (len(token) > 6 and OSA.distance(token, "sletting", score_cutoff=1) < 2)


@cache
def vocabulary() -> Vocabulary:
    return Vocabulary(rows(BUILT_IN / "linking_words.csv"))
