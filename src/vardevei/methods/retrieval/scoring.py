"""How strongly each text answers what is sought: each thing weighed by its best terms, and then added."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vardevei.methods.retrieval import word_lists
from vardevei.methods.retrieval.documents import PULL
from vardevei.methods.retrieval.thesaurus import TASK

if TYPE_CHECKING:
    from vardevei.methods.retrieval.index import Index

LOOSE = 0.5  # the words of a term, all in the text but apart
SETTING = 0.5  # where and for whom, beside what is to be done
ELSEWHERE = 0.3  # the same, in a text that holds nothing of what is to be done
FAINT = 0.1  # a term that stands in nearly all texts: not worth the time
COVERAGE = 0.5  # how much is lost by a text that has none of the query's other concepts


@dataclass(frozen=True)
class Sought:
    """One thing the query asks for: its weight, the words that said it, and the terms that find it with theirs."""

    weight: float
    said: str
    terms: tuple[tuple[str, float], ...]
    english: tuple[str, ...] = ()  # the terms as they are written, the strongest first
    role: str = TASK


def score(index: "Index", sought: list[Sought]) -> dict[int, float]:
    """What is to be done counts most; where and for whom narrow it down, or count in full when nothing else is said."""
    tasks = _summed(index, [one for one in sought if one.role == TASK])
    settings = _summed(index, [one for one in sought if one.role != TASK])
    share = SETTING if tasks else 1.0
    totals = dict(tasks)
    for number, total in settings.items():
        totals[number] = totals.get(number, 0.0) + share * total * (1.0 if number in tasks else ELSEWHERE)
    return {number: total * index.docs[number].standing for number, total in totals.items()}


def _summed(index: "Index", sought: list[Sought]) -> dict[int, float]:
    totals: dict[int, float] = {}
    covered: dict[int, float] = {}
    whole = 0.0
    for one in sought:
        there, most = weigh(index, one)
        if not there:
            continue
        whole += one.weight * most
        for number, weight in there.items():
            totals[number] = totals.get(number, 0.0) + one.weight * weight
            covered[number] = covered.get(number, 0.0) + one.weight * most
    return {
        number: total * (1 - COVERAGE + COVERAGE * covered[number] / (whole or 1)) for number, total in totals.items()
    }


def weigh(index: "Index", one: Sought) -> tuple[dict[int, float], float]:
    """How strongly each text holds the thing sought, and how rare its strongest term is."""
    there: dict[int, float] = {}
    most = 0.0
    for key, weight in one.terms:
        counts = weight * index.rarity.get(key, 0.0)
        if where := index.postings.get(key):
            most = max(most, counts)
            _add(there, where, counts)
        if " " in key:
            rare, loose = _loose(index, key)
            most = max(most, LOOSE * weight * rare)
            _add(there, loose, LOOSE * weight * rare)
    return {number: total ** (1 / PULL) for number, total in there.items()}, most


def _add(there: dict[int, float], where: dict[int, float], counts: float) -> None:
    if counts < FAINT:
        return
    factor, known = counts**PULL, there.get
    for number, share in where.items():
        there[number] = known(number, 0.0) + factor * share


def _loose(index: "Index", key: str) -> tuple[float, dict[int, float]]:
    """Texts with all words of a term, though not side by side; how rare that is."""
    if key not in index.apart:
        index.apart[key] = _apart(index, key)
    return index.apart[key]


def _apart(index: "Index", key: str) -> tuple[float, dict[int, float]]:
    """The mean rarity of a term's words, and what the weakest of them counts in each text that has them all."""
    words = [word for word in key.split() if word not in word_lists.ENGLISH_SMALL]
    lists = [index.postings.get(word, {}) for word in words]
    if len(words) < 2 or not all(lists):
        return 0.0, {}
    shared = set.intersection(*map(set, lists)) - index.postings.get(key, {}).keys()
    rare = sum(index.rarity[word] for word in words) / len(words)
    return rare, {number: min(found[number] for found in lists) for number in shared}
