"""Finding examples by words: any spelling, bokmål, nynorsk and English at once, and names that places had before.

Plain Python over the few that there are, so that both databases answer alike.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import override
from rapidfuzz import fuzz, process

from vardevei.library.domain.catalogue import Entry
from vardevei.library.enums import Model
from vardevei.opendata import families, places
from vardevei.opendata.finding import fold
from vardevei.opendata.places import Place

FORMS = ("nb", "nn", "en")
WEIGHTS = {"title": 6.0, "who": 5.0, "programmes": 4.0, "lead": 3.0, "model": 3.0}  # anything else counts 1
_LITTLE = "i og a som for til med pa av er den det de et en ein eit vi kan har hos om the of and to in on a an we"
LITTLE = frozenset(_LITTLE.split())
LONG = 8
ALIKE = 82  # by hand: "kompetanseprogramer", "erasmuss", "mobilitett" pass, "forum" does not find "form"


@dataclass(frozen=True, slots=True)
class Hit:
    """`section` and `word`: where the word that carried most stands, and how it is written there."""

    entry: Entry
    score: float
    section: str
    word: str


@dataclass(frozen=True, slots=True)
class Found:
    """`all_words` is False when no example has every word, and these have some of them."""

    hits: list[Hit]
    all_words: bool = True


def find(text: str, among: Iterable[Entry]) -> Found:
    """The best first. An empty text finds everything, in the order it came."""
    among = list(among)
    sought = [word for word in fold(" ".join(_words(text))).split() if word not in LITTLE]
    if not sought:
        return Found([Hit(one, 0, "", "") for one in among])
    said = [_said(one) for one in among]
    vocabulary = sorted({word for words in said for word in words})
    alike = [_alike(word, vocabulary) for word in sought]
    hits = [(_hit(one, words, alike), one) for one, words in zip(among, said, strict=True)]
    best = max((matched for (matched, _made), _one in hits), default=0)
    kept = [made for (matched, made), _one in hits if best and matched == best]
    return Found(sorted(kept, key=lambda hit: -hit.score), best == len(sought))


def _hit(entry: Entry, said: dict[str, tuple[float, str, str]], alike: list[dict[str, float]]) -> tuple[int, Hit]:
    """How many of the words it has, and the hit."""
    tops = []
    for near in alike:
        there = [(closeness * said[word][0], word) for word, closeness in near.items() if word in said]
        if there:
            tops.append(max(there))
    if not tops:
        return 0, Hit(entry, 0, "", "")
    _weight, section, word = said[max(tops)[1]]
    return len(tops), Hit(entry, sum(score for score, _word in tops), section, word)


def _alike(sought: str, vocabulary: list[str]) -> dict[str, float]:
    """Words that may be meant, with how near they are: the same, its beginning, a part of a compound, a slip."""
    near = {word: _closeness(sought, word) for word in vocabulary}
    if len(sought) >= 5:
        for word, score, _at in process.extract(sought, vocabulary, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None):
            near[word] = max(near[word], score / 125)
    return {word: closeness for word, closeness in near.items() if closeness}


def _closeness(sought: str, word: str) -> float:
    if sought == word:
        return 1
    short, long = sorted((sought, word), key=len)
    if len(short) >= 4 and long.startswith(short):
        return 0.85
    return 0.6 if len(short) >= 5 and short in long else 0


def _said(entry: Entry) -> dict[str, tuple[float, str, str]]:
    """Each folded word with the weight of the heaviest section it stands in, the section, and the word as written."""
    words: dict[str, tuple[float, str, str]] = {}
    for section, text in _texts(entry):
        weight = WEIGHTS.get(section, 1.0)
        for written in _words(text):
            for word in fold(written).split():
                if weight > words.get(word, (0.0,))[0]:
                    words[word] = (weight, section, written)
    return words


def _texts(entry: Entry) -> Iterable[tuple[str, str]]:
    """Everything that is said of an example, in every form it is written in, the reader's first."""
    forms = sorted(FORMS, key=lambda form: form != entry.form)
    for section, said in entry.revision.texts.items():
        yield from ((section, said[form]) for form in forms if said.get(form))
    for row in [*entry.revision.evidence, *entry.revision.resources]:
        yield from (("evidence", row["what"][form]) for form in forms if row["what"].get(form))
    yield from (("model", label) for label in _in_all_forms(entry.example.model))
    yield "who", " ".join([*entry.others, *(name for place in entry.where for name in names(place))])
    yield "programmes", " ".join(families.by_code(code).name[form] for code in entry.families for form in FORMS)


def _in_all_forms(model: str) -> list[str]:
    labels = []
    for form in FORMS:
        with override(form):
            labels.append(str(Model(model).label))
    return labels


def names(place: Place) -> set[str]:
    """What the place is called, was called, was made of and lies in."""
    known: dict[Place, None] = {place: None}
    for step in places.predecessors(place):
        known[places.by_id(step.before)] = None
    for step in places.successors(place):
        known[places.by_id(step.after)] = None
    return {name.text for one in known for name in one.names}


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def shared_words(one: Entry, other: Entry) -> list[str]:
    """Long words that both say in the reader's form, as the first says them."""
    theirs = {fold(word) for word in _long_words(other)}
    return list(dict.fromkeys(word for word in _long_words(one) if fold(word) in theirs))


def _long_words(entry: Entry) -> list[str]:
    texts = (entry.text(section) for section in entry.revision.texts)
    return [word.lower() for text in texts for word in _words(text) if len(word) >= LONG]
