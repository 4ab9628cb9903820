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
    """Every question a page must answer, in order. What only the parts answer stands with them, and a programme that is
    not told in full has no gaps."""
    gaps = programme.gaps() if programme.in_full else ()
    asked = [Topic(code, words.TOPICS[code], programme.about(code)) for code in GAPS]
    return [topic for topic in asked if topic.facts or topic.code in gaps]


def cited(fact: Fact) -> list[tuple[Source, bool]]:
    """The sources, each with whether the day it was read is to be said: once where several were read on the same."""
    days = [source.read_on for source in fact.sources]
    return [(source, days[place + 1 : place + 2] != [source.read_on]) for place, source in enumerate(fact.sources)]


def first(facts: Iterable[Fact]) -> str:
    return next((said(fact.words) for fact in facts), "")
