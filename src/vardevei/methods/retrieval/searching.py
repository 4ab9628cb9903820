"""A search: the query's concepts become English terms, each concept is weighed in each text, and the best are told."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vardevei.methods.retrieval import because, norwegian, vectors, word_lists
from vardevei.methods.retrieval.hits import Hit
from vardevei.methods.retrieval.reading import Reading, cognates

if TYPE_CHECKING:
    from vardevei.methods.retrieval.index import Index

UNKNOWN = 0.7  # a word no concept knows, found in the texts as it stands or nearly
LOOSE = 0.5  # the words of a term, all in the text but apart
GENERIC = 0.4
PULL = 3.0  # how far the strongest term of a concept is let carry it alone: the norm in which its terms are added
COVERAGE = 0.5  # how much is lost by a text that has none of the query's other concepts


@dataclass(frozen=True)
class Sought:
    """One thing the query asks for: its weight, the words that said it, and the terms that find it with theirs."""

    weight: float
    said: str
    terms: tuple[tuple[str, float], ...]
    english: tuple[str, ...] = ()  # the terms as they are written, the strongest first


def search(index: "Index", text: str, top: int) -> list[Hit]:
    reading = index.read(text)
    sought = seek(index, reading)
    scores = score(index, sought)
    if index.vectors:
        scores = _fused(index, scores, index.vectors.nearness(text, sought))
    best = heapq.nsmallest(top, scores, key=lambda number: (-scores[number], index.docs[number].id))
    terms = because.terms(index, sought)
    return [
        Hit(index.docs[number].id, scores[number], because.because(index, sought, terms, index.docs[number]))
        for number in best
    ]


def _fused(index: "Index", scores: dict[int, float], near: Sequence[float]) -> dict[int, float]:
    """What the words say, and beside it what the meaning says; a text that no word finds may come by its meaning."""
    most = max(scores.values(), default=1.0)
    return {
        number: most * (scores.get(number, 0.0) / most + vectors.SHARE * float(near[number]) * doc.standing)
        for number, doc in enumerate(index.docs)
        if number in scores or near[number] > 0.5
    }


def seek(index: "Index", reading: Reading) -> list[Sought]:
    sought = []
    for concept, weight in reading.concepts.items():
        known = index.thesaurus.concepts[concept]
        terms = [(term.key, term.weight * _generic(term.stems)) for term in known.terms]
        strongest = tuple(term.written for term in sorted(known.terms, key=lambda term: -term.weight))
        sought.append(Sought(weight, ", ".join(reading.named[concept]), (*terms, (f"§{concept}", 1.0)), strongest))
    for word in reading.unknown:
        terms = [
            (stem, 1.0) for stem in cognates(word) if stem in index.postings and word not in word_lists.FALSE_FRIENDS
        ]
        terms.append((f":{norwegian.stem(word)}", 1.0))
        sought.append(Sought(UNKNOWN, word, tuple(terms)))
    return sought


def _generic(stems: tuple[str, ...]) -> float:
    return GENERIC if all(stem in word_lists.GENERIC for stem in stems) else 1.0


def score(index: "Index", sought: list[Sought]) -> dict[int, float]:
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
        number: total * (1 - COVERAGE + COVERAGE * covered[number] / (whole or 1)) * index.docs[number].standing
        for number, total in totals.items()
    }


def weigh(index: "Index", one: Sought) -> tuple[dict[int, float], float]:
    """How strongly each text holds the thing sought, and how rare its strongest term is."""
    there: dict[int, float] = {}
    most = 0.0
    for key, weight in one.terms:
        where = index.postings.get(key)
        rare = index.rarity.get(key, 0.0)
        if where:
            most = max(most, weight * rare)
            for number, share in where.items():
                there[number] = there.get(number, 0.0) + (weight * rare * share) ** PULL
        if " " in key:
            most = max(most, _add_loose(index, key, weight, there))
    return {number: total ** (1 / PULL) for number, total in there.items()}, most


def _add_loose(index: "Index", key: str, weight: float, there: dict[int, float]) -> float:
    """Texts with all words of a term, though not side by side; how rare that is."""
    if key not in index.apart:
        index.apart[key] = _apart(index, key)
    rare, shares = index.apart[key]
    for number, share in shares.items():
        there[number] = there.get(number, 0.0) + (LOOSE * weight * rare * share) ** PULL
    return LOOSE * weight * rare if shares else 0.0


def _apart(index: "Index", key: str) -> tuple[float, dict[int, float]]:
    """The mean rarity of a term's words, and what the weakest of them counts in each text that has them all."""
    words = [word for word in key.split() if word not in word_lists.ENGLISH_SMALL]
    lists = [index.postings.get(word, {}) for word in words]
    if len(words) < 2 or not all(lists):
        return 0.0, {}
    shared = set.intersection(*map(set, lists)) - index.postings.get(key, {}).keys()
    rare = sum(index.rarity[word] for word in words) / len(words)
    return rare, {number: min(found[number] for found in lists) for number in shared}
