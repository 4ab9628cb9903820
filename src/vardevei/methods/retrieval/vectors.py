"""Vectors beside the full text, where an embedder is set: nearness in meaning, for what no word tells.

A small model finds the same few texts near to everything. So each text's mean likeness to its ten nearest among neutral
Norwegian words (its hub) is subtracted first. The query is embedded with the English terms of its concepts.
"""

import hashlib
import os
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vardevei.methods.retrieval.documents import Doc
from vardevei.methods.retrieval.embedding import Embedder, Unavailable
from vardevei.methods.retrieval.word_lists import NEUTRAL

if TYPE_CHECKING:
    from vardevei.methods.retrieval.searching import Sought

NEAREST = 10
LONGEST_TEXT = 450  # letters: a small model says most in its first lines, and each token costs a millisecond
LONGEST_QUERY, ENGLISH_TERMS = 110, 6
SHARE = 0.5  # how much the vectors may add beside the words


@dataclass
class Vectors:
    """The vectors of a collection, with the model's name."""

    embedder: Embedder
    matrix: Any
    hubs: Any

    @classmethod
    def of(cls, docs: Sequence[Doc], embedder: Embedder, kept: Path | None = None) -> "Vectors":
        """All texts' vectors; those already in the folder `kept` are read from there."""
        numpy = _numpy()
        matrix = numpy.asarray(_embedded([text_of(doc) for doc in docs], embedder, kept), dtype="float32")
        neutral = numpy.asarray(embedder.embed(NEUTRAL, asked=True), dtype="float32")
        near = numpy.sort(matrix @ neutral.T, axis=1)[:, -NEAREST:]
        return cls(embedder, matrix, near.mean(axis=1))

    def nearness(self, text: str, sought: "Sequence[Sought]") -> Any:
        """How near each text is to the query in meaning: 1 for the nearest, 0 for the usual."""
        numpy = _numpy()
        query = numpy.asarray(self.embedder.embed([asked_as(text, sought)], asked=True)[0], dtype="float32")
        likeness = self.matrix @ query - self.hubs
        above = likeness - numpy.median(likeness)
        return numpy.clip(above / (above.max() or 1.0), 0.0, 1.0)


def asked_as(text: str, sought: "Sequence[Sought]") -> str:
    """The query and the best English terms of its concepts, short enough for a quick answer."""
    best = [term for one in sought for term in one.english[:2]][:ENGLISH_TERMS]
    return " ".join((text[:LONGEST_QUERY], *best))


def text_of(doc: Doc) -> str:
    whole = ". ".join(doc.fields[name] for name in ("title", "text") if doc.fields.get(name))
    return " ".join(whole.split())[:LONGEST_TEXT]


def _embedded(texts: list[str], embedder: Embedder, kept: Path | None) -> list[Any]:
    marks = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    file = kept / f"{hashlib.sha256(embedder.name.encode()).hexdigest()[:16]}.npz" if kept else None
    known = _read(file, embedder.name) if file else {}
    new = [place for place, mark in enumerate(marks) if mark not in known]
    made = embedder.embed([texts[place] for place in new]) if new else []
    known |= {marks[place]: vector for place, vector in zip(new, made, strict=True)}
    if file and new:
        _keep(file, embedder.name, known)
    return [known[mark] for mark in marks]


def _read(file: Path, name: str) -> dict[str, Any]:
    """The vectors kept from before; none when the file is not there, not whole or of another model."""
    try:
        with _numpy().load(file, allow_pickle=False) as there:
            if str(there["model"]) != name:
                return {}
            return dict(zip((str(mark) for mark in there["marks"]), there["matrix"], strict=True))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return {}


def _keep(file: Path, name: str, known: dict[str, Any]) -> None:
    numpy = _numpy()
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{os.getpid()}.npz")
    matrix = numpy.asarray(list(known.values()), dtype="float32")
    numpy.savez(beside, model=numpy.array(name), marks=numpy.array(list(known)), matrix=matrix)
    beside.replace(file)


def _numpy() -> Any:
    try:
        import numpy
    except ImportError as error:
        raise Unavailable("numpy is not installed here. Run `pip install vardevei[embeddings]`.") from error
    return numpy
