"""The words that decide what a name is. They are kept as data with their reason: facts/linking_words.csv."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

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
AND = frozenset({"and", "och", "ja", "und", "et", "y"})
_HINTS_OF_A_KIND = ("kom", "mun", "oun", "hera", "giel", "suoh")


@dataclass(frozen=True, slots=True)
class Mark:
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
                phrases[first].append((rest, entry["class"]))
        self.filler, self.ordinary = frozenset(words["filler"]), frozenset(words["ordinary"])
        self._phrases = {
            first: sorted(found, key=lambda phrase: -len(phrase[0]))
            for first, found in phrases.items()
            if any(meaning not in ("filler", "ordinary") for _, meaning in found)
        }
        self._kind_words = [(word, kind) for kind in (AFTER, COUNTY_AFTER) for word in sorted(words[kind])]

    def marks(self, tokens: list[str]) -> list[Mark]:
        """The marks of a name in order; the longest phrase wins ("county governor" over "county")."""
        found: list[Mark] = []
        for start, token in enumerate(tokens):
            phrases = self._phrases.get(token)
            if phrases and not (found and start < found[-1].end):
                self._longest(tokens, start, phrases, found)
        return found

    @staticmethod
    def _longest(tokens: list[str], start: int, phrases: list[tuple[list[str], str]], found: list[Mark]) -> None:
        for rest, meaning in phrases:
            end = start + 1 + len(rest)
            if tokens[start + 1 : end] == rest and meaning not in ("filler", "ordinary"):
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
