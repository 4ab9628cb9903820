"""The answer to a search: what was found, how strongly, and because of what."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Because:
    """The sentence that matched, and the words that carried it: as the query says it, as the text says it."""

    sentence: str
    words: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        pairs = "; ".join(f"{said} = {found}" if said != found else said for said, found in self.words)
        return f"{self.sentence} [{pairs}]" if pairs else self.sentence


@dataclass(frozen=True)
class Hit:
    id: str
    score: float
    because: Because
