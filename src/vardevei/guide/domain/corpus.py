"""Everything that can be found, searched in one way: calls, programmes, examples and projects.

    for found in corpus.search("Vi har mye overvann i sentrum", kinds=["call", "example"], top=10):
        print(found.kind, found.title, found.because.sentence)

The indexes live in the memory of the process, one for each kind, and are made anew when its data has changed.
"""

import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from vardevei.guide.domain import concepts, corpus_docs, stamps
from vardevei.guide.domain.corpus_docs import Written
from vardevei.methods.retrieval import Because, Hit, Index
from vardevei.methods.retrieval.reading import Reading

KINDS = ("call", "programme", "example", "project")
PATIENCE = 1.0  # seconds; what takes longer to make is made beside the requests, and the old one answers meanwhile
NEAR = 0.7  # the reader's own form of language is chosen when it matched nearly as well as the best


@dataclass(frozen=True, slots=True)
class Found:
    """One record. `key` is what its page's address is made of: a call's key, a programme's code, an example's slug.

    `address` is the name of that address and the key, empty for a project, which has no page. `language` is that of
    the sentence, `title_language` that of the title. `facts` differ: a call's programme; a project's family, number.
    """

    kind: str
    key: str
    title: str
    language: str
    score: float
    because: Because
    facts: dict[str, Any] = field(default_factory=dict)
    title_language: str = ""

    @property
    def address(self) -> tuple[str, str]:
        return ("", "") if self.kind == "project" else (self.kind, self.key)


@dataclass
class Shelf:
    """The index of one kind, of what it was made, and how long that took."""

    stamp: tuple[Any, ...]
    index: Index
    written: dict[str, Written]
    seconds: float


_shelves: dict[tuple[str, str], Shelf] = {}
_making: set[tuple[str, str]] = set()
_lock = threading.RLock()


def search(
    text: str, kinds: Iterable[str] = KINDS, top: int = 10, *, form: str = "nb", least: float = 0.0
) -> list[Found]:
    """The best of each kind, at most `top` of each, kind by kind in the order asked, the best first.

    `form` is the language the reader reads: a record written in several is shown in it. `least` leaves out what
    scores under that share of the best of its kind.
    """
    return [found for kind in kinds for found in _of_kind(text, kind, top, form, least)]


def read(text: str) -> Reading:
    """What the text says: the concepts it names, by which words, and the words that nobody knows."""
    return _shelf("programme").index.read(text)


def warm() -> None:
    """Make every index, so that the first reader does not wait."""
    for kind in KINDS:
        _shelf(kind)


def forget() -> None:
    """Leave nothing in memory."""
    _shelves.clear()


def _of_kind(text: str, kind: str, top: int, form: str, least: float) -> list[Found]:
    shelf = _shelf(kind)
    hits = shelf.index.search(text, top * (1 if kind in ("call", "project") else 3))
    best = hits[0].score * least if hits else 0.0
    chosen: dict[str, Hit] = {}
    for hit in (hit for hit in hits if hit.because.sentence):  # what cannot say why it was found, is not shown
        key = shelf.written[hit.id].key
        before = chosen.get(key)
        if hit.score >= best and (before is None or _reads_better(shelf, before, hit, form)):
            chosen[key] = hit
    return [_found(kind, shelf, hit, form) for hit in list(chosen.values())[:top]]


def _reads_better(shelf: Shelf, before: Hit, hit: Hit, form: str) -> bool:
    return shelf.written[hit.id].doc.language == form and hit.score >= NEAR * before.score


def _found(kind: str, shelf: Shelf, hit: Hit, form: str) -> Found:
    """The title as the reader reads it, where it is written so; the sentence as it matched."""
    written = shelf.written[hit.id]
    titled = shelf.written.get(f"{written.key}|{form}", written)
    language = written.doc.language
    told = (kind, written.key, titled.title, language, hit.score, hit.because, written.facts)
    return Found(*told, title_language=titled.doc.language)


def _shelf(kind: str) -> Shelf:
    """The index as the data is now; the one before it while a long one is being made."""
    place, stamp = (str(connection.settings_dict["NAME"]), kind), stamps.of(kind)
    now = _shelves.get(place)
    if now and now.stamp == stamp:
        return now
    if now and now.seconds > PATIENCE:
        _begin(place, stamp)
        return now
    with _lock:
        now = _shelves.get(place)
        return now if now and now.stamp == stamp else _make(place, stamp)


def _make(place: tuple[str, str], stamp: tuple[Any, ...]) -> Shelf:
    began = time.perf_counter()
    written: Sequence[Written] = list(corpus_docs.of(place[1]))
    index = Index.build([one.doc for one in written], concepts.thesaurus())
    made = Shelf(stamp, index, {one.doc.id: one for one in written}, time.perf_counter() - began)
    _shelves[place] = made
    return made


def _begin(place: tuple[str, str], stamp: tuple[Any, ...]) -> None:
    """Make it in a thread of its own, once."""
    with _lock:
        if place in _making:
            return
        _making.add(place)
    threading.Thread(target=_make_beside, args=(place, stamp), daemon=True).start()


def _make_beside(place: tuple[str, str], stamp: tuple[Any, ...]) -> None:
    try:
        _make(place, stamp)
    finally:
        _making.discard(place)
        connection.close()
