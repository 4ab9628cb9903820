"""English as it stands in calls: words without their endings, so that adaptation, adapting and adaptive are one."""

import re
from functools import lru_cache

WORD = re.compile(r"[a-zà-öø-ÿ0-9]+")
# ending, what takes its place, how many letters must be left; the first that fits is used, again and again
ENDINGS = (
    ("abilit", "", 4), ("ibilit", "", 4), ("able", "", 5), ("ible", "", 5), ("isation", "", 4), ("ising", "", 4),
    ("ised", "", 4), ("iser", "", 5), ("ise", "", 5), ("ational", "", 4), ("ation", "", 4), ("ative", "", 4),
    ("ating", "", 4), ("ated", "", 4), ("atory", "", 4), ("ate", "", 4), ("ional", "", 4),
    ("tion", "t", 3), ("sion", "s", 4), ("ition", "", 4), ("ment", "", 4), ("ive", "", 4), ("ity", "", 4),
    ("ness", "", 4), ("ful", "", 4), ("ing", "", 4), ("ed", "", 4), ("ly", "", 4), ("al", "", 4),
    ("e", "", 3), ("y", "i", 3),
)  # fmt: skip
IRREGULAR = {
    "women": "woman", "men": "man", "children": "child", "lives": "life", "cities": "city", "bus": "bus",
    "buses": "bus", "aging": "ageing", "ageing": "ageing", "news": "news", "analyses": "analysis", "mice": "mouse",
    "species": "species", "being": "being", "during": "during", "housing": "housing", "building": "building",
    "buildings": "building", "sing": "sing", "spring": "spring", "hospitality": "hospitality",
    "hospital": "hospital", "hospitals": "hospital", "university": "university", "universities": "university",
    "media": "media", "police": "police", "policing": "police", "policy": "policy", "policies": "policy",
    "port": "port", "portal": "portal", "minority": "minority", "minorities": "minority", "training": "training",
    "train": "train", "trains": "train", "international": "international", "mining": "mining", "marine": "marine",
    "wood": "wood", "fire": "fire", "fires": "fire", "rational": "rational", "national": "nation",
    "cycling": "cycling", "cyclist": "cycling", "parking": "parking", "lighting": "lighting", "arts": "arts",
    "mobility": "mobility", "general": "general", "mental": "mental",
    "state": "state", "states": "state", "community": "community", "communities": "community",
}  # fmt: skip


# written apart or with a hyphen by some, together by others
TOGETHER = re.compile(
    r"\b(well)[- ](being)\b|\b(waste|storm|rain|ground)-(water)\b|\b(waste|storm|rain|ground) (water)\b"
    r"|\b(health|child)[- ](care)\b|\b(start|scale)-(up)|\b(cyber)[- ](security)\b"
)


def words(text: str) -> list[str]:
    """The words of a text, in small letters. A hyphen parts words: nature-based is nature, based."""
    small = text.lower().replace("’s ", " ").replace("'s ", " ")
    return WORD.findall(TOGETHER.sub(_joined, small))


def _joined(found: re.Match[str]) -> str:
    return "".join(part for part in found.groups() if part)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """What is left of a word when its endings are gone."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    word = _singular(word).replace("iz", "is").replace("our", "or")
    if word in IRREGULAR:
        return IRREGULAR[word]
    while len(word) > 4 and (shorter := _shorter(word)) != word:
        word = shorter
    return word


def stems(text: str) -> list[str]:
    return [stem(word) for word in words(text)]


def _singular(word: str) -> str:
    if len(word) < 4 or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes")) else word[:-1]


def _shorter(word: str) -> str:
    for ending, instead, least in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            left = word[: -len(ending)] + instead
            return left[:-1] if len(left) > 4 and left[-1] == left[-2] and left[-1] not in "sl" else left
    return word
