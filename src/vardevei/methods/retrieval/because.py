"""Why a text was found: its best sentence, and the words that carried it in both languages."""

import re
from typing import TYPE_CHECKING

from vardevei.methods.retrieval import english, norwegian
from vardevei.methods.retrieval.documents import Doc
from vardevei.methods.retrieval.hits import Because

if TYPE_CHECKING:
    from vardevei.methods.retrieval.index import Index
    from vardevei.methods.retrieval.searching import Sought

SENTENCE = re.compile(r"\n+|(?<=[.!?;:])\s+(?=[A-ZÆØÅ0-9•\-])")
LONGEST = 320
TITLE = 0.8  # the reader sees the title anyway: a sentence nearly as good is worth more


Terms = dict[str, list[tuple[int, str, float]]]  # a first word -> which thing sought, the whole term, what it counts


def because(index: "Index", sought: "list[Sought]", terms: Terms, doc: Doc) -> Because:
    if doc.norwegian:
        terms = _with_concepts(index, terms, doc)
    best, sentence, found = 0.0, "", {}
    every: dict[int, tuple[float, str]] = {}
    for name, one in _sentences(doc):
        there = _matches(one, terms, doc.norwegian)
        for place, match in there.items():
            every[place] = max(every.get(place, (0.0, "")), match)
        weight = sum(match[0] for match in there.values()) * (TITLE if name == "title" else 1.0)
        if weight > best:
            best, sentence, found = weight, one, there
    pairs = {**every, **found}
    order = sorted(pairs, key=lambda place: (place not in found, -pairs[place][0]))
    return Because(_cut(sentence), tuple((sought[place].said, pairs[place][1]) for place in order))


def terms(index: "Index", sought: "list[Sought]") -> Terms:
    """All terms of a query by their first word, made once for all its hits."""
    made: Terms = {}
    for place, one in enumerate(sought):
        for key, weight in one.terms:
            counts = one.weight * weight * index.rarity.get(key, 0.0)
            if counts > 0:
                made.setdefault(key.split()[0], []).append((place, key, counts))
    return made


def _with_concepts(index: "Index", terms: Terms, doc: Doc) -> Terms:
    """A concept stands in a Norwegian text as the words that name it there."""
    made, named = {**terms}, index.named.get(doc.id, {})
    for concept in terms:
        for words in named.get(concept.removeprefix("§"), ()) if concept.startswith("§") else ():
            written = " ".join(f":{norwegian.stem(word)}" for word in words.split())
            where = [(place, written, counts) for place, _, counts in terms[concept]]
            made[written.split()[0]] = [*made.get(written.split()[0], ()), *where]
    return made


def _sentences(doc: Doc) -> list[tuple[str, str]]:
    return [
        (name, part.strip(" -•\t"))
        for name, text in doc.fields.items()
        for part in SENTENCE.split(text)
        if part.strip()
    ]


def _matches(sentence: str, terms: Terms, is_norwegian: bool) -> dict[int, tuple[float, str]]:
    """For each thing sought that the sentence holds: what it counts, and the words as they stand."""
    words = norwegian.words(sentence) if is_norwegian else english.words(sentence)
    stems = [f":{norwegian.stem(word)}" for word in words] if is_norwegian else [english.stem(word) for word in words]
    found: dict[int, tuple[float, str]] = {}
    for number, stem in enumerate(stems):
        for place, key, counts in terms.get(stem, ()):
            size = key.count(" ") + 1
            if " ".join(stems[number : number + size]) == key:
                found[place] = max(found.get(place, (0.0, "")), (counts, " ".join(words[number : number + size])))
    return found


def _cut(sentence: str) -> str:
    plain = " ".join(sentence.split())
    return plain if len(plain) <= LONGEST else plain[: plain.rfind(" ", 0, LONGEST)] + " …"
