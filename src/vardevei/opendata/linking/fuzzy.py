"""Guarded forgiving of spelling: used only when a word for municipality or county council stands beside the name.

A slip is judged by how likely it is: leaving out a letter or swapping two can happen in one way at each place in a
word, while one particular wrong letter is one of 29. So "SULAL" is Suldal without its d, and not Sula with an l.
"""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from vardevei.opendata.linking import normalise
from vardevei.opendata.linking.index import Named, Names

LETTERS = 29
SURE = 0.8  # share of all likelihood that the best place must have
SCORE, MARGIN, SHORTEST = 84, 6, 4
TWO_SLIPS = 0.1  # a slip on top of a foreign alphabet's spelling


def likelihood(written: str, right: str) -> float:
    """How likely one slip makes `right` into `written`, up to a common factor; 0 when it takes more than one."""
    length, start = len(right), _common_start(written, right)
    if len(written) == length - 1:
        return 1 / length if written[start:] == right[start + 1 :] else 0
    if len(written) == length + 1:
        return 1 / ((length + 1) * LETTERS) if written[start + 1 :] == right[start:] else 0
    if len(written) != length or start == length:
        return 0
    if written[start + 1 :] == right[start + 1 :]:
        return 1 / length if written[start] == normalise.LOST else 1 / (length * LETTERS)
    swapped = written[start : start + 2] == right[start : start + 2][::-1]
    return 1 / (length - 1) if swapped and written[start + 2 :] == right[start + 2 :] else 0


def _common_start(one: str, other: str) -> int:
    at = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        at += 1
    return at


def one_slip(names: Names, spelled: str, loose: str) -> list[tuple[Named, float]]:
    """Every name one slip away, with the likelihood of the slip."""
    found = []
    for key in names.one_letter_away(loose):
        for named in names.lenient[key]:
            weight = likelihood(spelled, named.spelling) or TWO_SLIPS * likelihood(loose, key)
            if weight:
                found.append((named, weight))
    return found


def likeliest(weighed: Iterable[tuple[Named, float]]) -> tuple[list[Named], float]:
    """The places that stand out, and the share of the best; several when none is sure."""
    best: dict[str, tuple[Named, float]] = {}
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
