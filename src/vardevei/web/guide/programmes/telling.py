"""A fact as a page shows it: the words in the reader's language, and the pages they come from."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.functional import Promise
from django.utils.translation import get_language

from vardevei.opendata.programmes import GAPS, Fact, Programme, Source, Words
from vardevei.web.guide.programmes import words


@dataclass(frozen=True, slots=True)
class Topic:
    """One question with its answers; without any it is a gap."""

    code: str
    question: Promise
    facts: tuple[Fact, ...]

    @property
    def disputed(self) -> bool:
        return any(fact.disputed for fact in self.facts)


def said(told: Words) -> str:
    return told[get_language() or "nb"]


def host(source: Source) -> str:
    """ "interreg.no", which is what a reader judges a source by."""
    return urlsplit(source.address).netloc.removeprefix("www.")


def topics(programme: Programme) -> list[Topic]:
    """Every question a page must answer, in order; for a programme that is not told in full, only what is told."""
    asked = [Topic(code, words.TOPICS[code], programme.about(code)) for code in GAPS]
    return asked if programme.in_full else [topic for topic in asked if topic.facts]


def first(facts: Iterable[Fact]) -> str:
    return next((said(fact.words) for fact in facts), "")
