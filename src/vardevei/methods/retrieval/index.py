"""Full text over a collection, built in a moment: what stands in which text, and how much it counts there.

Each word's share in a text is worked out once (BM25F: many fields, one saturation), so that a search only adds up.
"""

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from vardevei.methods.retrieval import english, norwegian, searching, thesaurus, word_lists
from vardevei.methods.retrieval.documents import BOOST, PULL, Doc
from vardevei.methods.retrieval.embedding import Embedder
from vardevei.methods.retrieval.hits import Because, Hit
from vardevei.methods.retrieval.reading import Reading, read
from vardevei.methods.retrieval.thesaurus import Thesaurus
from vardevei.methods.retrieval.vectors import Vectors

K1 = 1.2  # how soon the same word said again stops counting
B = 0.5  # how much a long field is held against a word in it

Postings = dict[str, dict[int, float]]  # term -> text -> its share there, to the power of PULL
Named = dict[str, dict[str, set[str]]]  # a Norwegian text -> concept -> the words of the text that name it


@dataclass
class Index:
    thesaurus: Thesaurus
    docs: list[Doc] = field(default_factory=list)
    postings: Postings = field(default_factory=dict)
    rarity: dict[str, float] = field(default_factory=dict)
    apart: dict[str, tuple[float, dict[int, float]]] = field(default_factory=dict)  # remembered between searches
    vectors: Vectors | None = None
    named: Named = field(default_factory=dict)

    @classmethod
    def build(cls, docs: Iterable[Doc], words: Thesaurus | None = None) -> "Index":
        made = cls(words or thesaurus.built_in(), list(docs))
        made.postings = _postings(made.docs, made.thesaurus, made.named)
        norwegian_docs = sum(doc.norwegian for doc in made.docs)
        for term, where in made.postings.items():
            among = norwegian_docs if term[:1] in "§:" else len(made.docs) - norwegian_docs
            made.rarity[term] = math.log(1 + (among - len(where) + 0.5) / (len(where) + 0.5))
        return made

    def embed(self, embedder: Embedder, kept: Path | None = None) -> None:
        """From now on searches weigh in what the embedder's vectors say. `kept` is a folder that remembers them."""
        self.vectors = Vectors.of(self.docs, embedder, kept)

    def read(self, text: str) -> Reading:
        """What a query says, and which of its words nobody knows: for the list of searches without hits."""
        return read(text, self.thesaurus)

    def search(self, text: str, top: int = 20) -> list[Hit]:
        """The best texts for a challenge, best first, each with its because."""
        return searching.search(self, text, top)

    def rest(self, without: set[str], count: int) -> list[Hit]:
        """Texts that did not match, those that a municipality could likeliest use first."""
        others = (doc for doc in self.docs if doc.id not in without)
        return [Hit(doc.id, 0.0, Because("", ())) for doc in heapq.nsmallest(count, others, key=_likeliest)]


def _likeliest(doc: Doc) -> tuple[float, str]:
    return -doc.standing, doc.id


def _postings(docs: list[Doc], words: Thesaurus, named: Named) -> Postings:
    counts: dict[str, dict[str, dict[int, int]]] = {}  # field -> term -> text -> times
    lengths: dict[str, dict[int, int]] = defaultdict(dict)
    phrases = _phrases(words)
    for number, doc in enumerate(docs):
        for name, text in doc.fields.items():
            terms = list(
                _norwegian(text, words, named.setdefault(doc.id, {})) if doc.norwegian else _english(text, phrases)
            )
            lengths[name][number] = len(terms)
            there = counts.setdefault(name, {})
            for term in terms:
                where = there.setdefault(term, {})
                where[number] = where.get(number, 0) + 1
    return _saturated(counts, lengths)


def _saturated(counts: dict[str, dict[str, dict[int, int]]], lengths: dict[str, dict[int, int]]) -> Postings:
    made: Postings = {}
    for name, terms in counts.items():
        boost, sizes = BOOST.get(name, 1.0), lengths[name]
        usual = sum(sizes.values()) / max(1, len(sizes)) or 1
        against = {number: boost / (1 - B + B * size / usual) for number, size in sizes.items()}
        for term, where in terms.items():
            share = made.setdefault(term, {})
            for number, times in where.items():
                share[number] = share.get(number, 0.0) + times * against[number]
    for share in made.values():
        for number, weight in share.items():
            share[number] = (weight * (K1 + 1) / (weight + K1)) ** PULL
    return made


Phrases = dict[str, list[tuple[str, ...]]]


def _phrases(words: Thesaurus) -> Phrases:
    """The terms of several words, by their first: each becomes a term of its own, worth more than its words."""
    made: Phrases = {}
    every = {term.stems for concept in words.concepts.values() for term in concept.terms if len(term.stems) > 1}
    for stems in sorted(every):
        made.setdefault(stems[0], []).append(stems)
    return made


def _english(text: str, phrases: Phrases) -> Iterator[str]:
    stems = english.stems(text)
    for number, stem in enumerate(stems):
        if stem not in word_lists.ENGLISH_SMALL:
            yield stem
        for phrase in phrases.get(stem, ()):
            if tuple(stems[number : number + len(phrase)]) == phrase:
                yield " ".join(phrase)


def _norwegian(text: str, words: Thesaurus, named: dict[str, set[str]]) -> Iterator[str]:
    reading = read(text, words)
    for concept in reading.concepts:
        named.setdefault(concept, set()).update(reading.named[concept])
        yield from [f"§{concept}"] * len(reading.named[concept])
    for token in reading.tokens:
        if word_lists.tells(token):
            yield f":{norwegian.stem(token)}"
