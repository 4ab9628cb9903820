"""Norwegian as people write it: bokmål and nynorsk, with endings taken off and compounds looked into."""

import re
from functools import lru_cache

WORD = re.compile(r"[a-zæøåäöéèêóòôüáíčđŋšŧž0-9]+")
ENDINGS = (
    "enes", "anes", "ande", "ende", "ene", "ane", "ens", "ets", "ers", "ast", "ar", "er", "en", "et", "as", "es",
    "te", "a", "e", "s", "t",
)  # fmt: skip
INFLECTIONS = frozenset(
    (*ENDINGS, "", "r", "n", "ne", "na", "ns", "rne", "m", "men", "met", "mene", "mer", "ma", "mar", "mane")
)
DERIVED = re.compile(r"[letsd]?(ig|eg)(e|t|het|heit|heten|heita)?$")
JOINTS = ("s", "e", "")
LEAST = {"ens": 4, "ets": 4, "ers": 4}  # letters that must be left: demens is not dem


def words(text: str) -> list[str]:
    return WORD.findall(text.lower())


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """skoler, skolen, skolene and skulane end alike: skol, skul."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST.get(ending, 5 - min(2, len(ending))):
            return _single(word[: -len(ending)])
    return word


def _single(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("mm") else word  # rommet, rom


def is_ending(rest: str) -> bool:
    return rest in INFLECTIONS


def is_derived(rest: str) -> bool:
    """Whether what stands after makes another word of it, and not a compound: kunst-ig, natur-lig."""
    return bool(DERIVED.match(rest))


def may_begin(head: str) -> bool:
    """Whether what stands before can be the first part of a compound."""
    return len(head) >= 3


def may_follow(rest: str, least: int = 3) -> bool:
    """Whether what stands after can be the next part of a compound, with or without a joint."""
    return len(rest) >= least
