"""What is searched: texts with an identifier, in fields that count differently."""

from collections.abc import Mapping
from dataclasses import dataclass

# how much a word counts in a field; other fields count 1
BOOST = {"title": 3.0, "keywords": 2.0, "group": 1.2, "programme": 0.4}
PULL = 3.0  # how far the strongest term of a concept is let carry it alone: the norm in which its terms are added
NORWEGIAN = ("nb", "nn", "no")


@dataclass(frozen=True)
class Doc:
    """A text to be found: a call in English, a programme or an example in Norwegian.

    `fields`: title, keywords, group (the call or destination a topic is part of), programme, text; others if wished.
    `standing`: how likely it is that a municipality could use it at all, 1 for most.
    """

    id: str
    fields: Mapping[str, str]
    language: str = "en"
    standing: float = 1.0

    @property
    def norwegian(self) -> bool:
        return self.language in NORWEGIAN
