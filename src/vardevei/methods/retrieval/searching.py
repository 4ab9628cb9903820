"""A search: the query's concepts become English terms, each concept is weighed in each text, and the best are told."""

import heapq
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from vardevei.methods.retrieval import because, norwegian, vectors, word_lists
from vardevei.methods.retrieval.hits import Hit
from vardevei.methods.retrieval.reading import Reading, cognates
from vardevei.methods.retrieval.scoring import Sought, score
from vardevei.methods.retrieval.thesaurus import Concept

if TYPE_CHECKING:
    from vardevei.methods.retrieval.index import Index

UNKNOWN = 0.7  # a word no concept knows, found in the texts as it stands or nearly
GENERIC = 0.4
BROADER = 0.35  # a term of a concept above the one that was named
SHARED = 0.5  # how much a term counts less for being sought by several concepts: the power of their number


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
    known = [(index.thesaurus.concepts[name], weight) for name, weight in reading.concepts.items()]
    times = Counter(key for concept, _ in known for key in {term.key for term in concept.terms})
    sought = [
        Sought(weight, ", ".join(reading.named[concept.name]), _terms(index, concept, times), _strongest(concept), role)
        for concept, weight in known
        for role in [concept.role]
    ]
    return [*sought, *(_untold(index, word) for word in reading.unknown)]


def _terms(index: "Index", concept: Concept, times: Counter[str]) -> tuple[tuple[str, float], ...]:
    """A concept's terms, and fainter those of the broader ones; what others seek as well is shared among them."""
    weights: dict[str, float] = {f"§{concept.name}": 1.0}
    for term in concept.terms:
        weights[term.key] = term.weight * _generic(term.stems) / times[term.key] ** SHARED
    for name in concept.up:
        for term in index.thesaurus.concepts[name].terms:
            weights.setdefault(term.key, BROADER * term.weight * _generic(term.stems) / max(1, times[term.key]))
    return tuple(weights.items())


def _strongest(concept: Concept) -> tuple[str, ...]:
    return tuple(term.written for term in sorted(concept.terms, key=lambda term: -term.weight))


def _untold(index: "Index", word: str) -> Sought:
    """A word no concept knows: as it stands, and as it would look in English."""
    terms = [(stem, 1.0) for stem in cognates(word) if stem in index.postings and word not in word_lists.FALSE_FRIENDS]
    return Sought(UNKNOWN, word, (*terms, (f":{norwegian.stem(word)}", 1.0)))


def _generic(stems: tuple[str, ...]) -> float:
    return GENERIC if all(stem in word_lists.GENERIC for stem in stems) else 1.0
