"""Guarded forgiving of spelling: used only when a word for municipality or county council stands beside the name.

A slip is judged by how likely it is: leaving out a letter or swapping two can happen in one way at each place in a
word, while one particular wrong letter is one of 29. So "SULAL" is Suldal without its d, and not Sula with an l.
"""

import re

from rapidfuzz import fuzz, process

from vardevei.opendata.linking import normalise
from vardevei.opendata.linking.index import Named, Names

LETTERS = 29
SURE = 0.8  # share of all likelihood that the best place must have
SCORE, MARGIN, SHORTEST = 84, 6, 4
TWO_SLIPS = 0.1  # a slip on top of a foreign alphabet's spelling


def likelihood(written: str, right: str) -> float:
    """How likely one slip makes `right` into `written`, up to a common factor; 0 when it takes more than one."""
    length = len(right)
    longer = len(written) - length
    if not -1 <= longer <= 1:
        return 0
    start = _common_start(written, right)
    if longer < 0:
        return 1 / length if written[start:] == right[start + 1 :] else 0
    if longer:
        return 1 / ((length + 1) * LETTERS) if written[start + 1 :] == right[start:] else 0
    if start == length:
        return 0
    if written[start + 1 :] == right[start + 1 :]:
        return 1 / length if written[start] == normalise.LOST else 1 / (length * LETTERS)
    swapped = written[start : start + 2] == right[start : start + 2][::-1]
    return 1 / (length - 1) if swapped and written[start + 2 :] == right[start + 2 :] else 0


def _common_start(one: str, other: str) -> int:
    at, end = 0, min(len(one), len(other))
    while at < end and one[at] == other[at]:
        at += 1
    return at


def keeps_letters(written: str, right: str) -> bool:
    """Whether every æ, ø and å that is written stands in the name too, in the same order."""
    left = iter(letter for letter in right if letter in "æøå")
    return all(letter in left for letter in written if letter in "æøå")


def one_slip(names: Names, spelled: str, key_as_written: str, year: int) -> list[tuple[Named, float]]:
    """The names of the year one slip away, with the likelihood of the slip; if there are none, those of other years."""
    loose = normalise.lenient(key_as_written)
    ways = (loose,) if loose == key_as_written else (loose, key_as_written)
    now: list[tuple[Named, float]] = []
    other_years: list[tuple[Named, float]] = []
    for key in names.one_letter_away(*ways):
        for named in names.lenient[key]:
            weight = likelihood(spelled, named.spelling) or TWO_SLIPS * likelihood(loose, key)
            if weight:
                (now if named.first <= year <= named.last else other_years).append((named, weight))
    return now or other_years


def likeliest(weighed: list[tuple[Named, float]]) -> tuple[list[Named], float]:
    """The places that stand out, and the share of the best; several when none is sure."""
    if len(weighed) == 1:
        return [weighed[0][0]], 1.0
    best: dict[str, tuple[Named, float]] = {}  # place id -> its likeliest name
    for named, weight in weighed:
        if weight > best.get(named.place_id, (named, 0.0))[1]:
            best[named.place_id] = (named, weight)
    ranked = sorted(best.values(), key=lambda pair: (-pair[1], pair[0].place_id))
    share = ranked[0][1] / sum(weight for _, weight in ranked)
    return [named for named, _ in (ranked[:1] if share >= SURE else ranked)], share


def nearest(names: Names, loose: str, year: int) -> list[tuple[Named, float]]:
    """Names of the year whose spelling is nearest, with scores 0-100, when they pass the guards; the best first."""
    if len(loose) < SHORTEST:
        return []
    scored = []
    for key, score, _ in process.extract(loose, names.lenient.keys(), scorer=fuzz.ratio, score_cutoff=SCORE, limit=8):
        scored += [(named, score) for named in names.lenient[key] if not named.years_away(year)]
    return [pair for pair in scored if pair[1] > scored[0][1] - MARGIN]


def lost_letters(names: Names, loose: str) -> list[Named]:
    """Names that fit when each "?" may stand for any letter, or for two ("V?R?Y")."""
    pattern = re.compile("".join(".{1,2}" if c == normalise.LOST else re.escape(c) for c in loose) + "$")
    return [named for key, found in names.lenient.items() if pattern.match(key) for named in found]
