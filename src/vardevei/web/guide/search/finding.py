"""What a text finds: places by their name, and everything else by what it is about."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vardevei.guide.domain import corpus
from vardevei.guide.domain.corpus import Found
from vardevei.opendata import finding

FEW, MOST = 5, 25  # of each kind: at first, and when a reader asks for all of it
LEAST = 0.3  # of the best of its kind: what is weaker is left out
LONGEST = 500  # signs that are read
SURE = 88  # how alike a name must be to stand among other answers
KINDS: dict[str, Promise] = {
    "call": _("Utlysninger"),
    "programme": _("Programmer"),
    "example": _("Eksempler å følge"),
    "project": _("Tidligere prosjekter"),
    "place": _("Kommuner og fylker"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """`hits` are Found, or finding.Hit for places. `more` says that there are others than those shown."""

    kind: str
    hits: list[Any]
    count: int

    @property
    def name(self) -> Promise:
        return KINDS[self.kind]

    @property
    def more(self) -> bool:
        return self.count > len(self.hits)


@dataclass(frozen=True, slots=True)
class Answer:
    text: str
    groups: list[Group] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(group.count for group in self.groups)


def asked(text: str) -> str:
    return " ".join(text.replace("\0", "").split())[:LONGEST]


def find(text: str, only: str = "") -> Answer:
    """The groups that have something, in the order of KINDS; a place whose very name was typed comes first."""
    if not text:
        return Answer(text)
    groups = [Group(kind, hits, len(hits)) for kind, hits in _kinds(text, only) if hits]
    cut = [group if only else Group(group.kind, group.hits[:FEW], group.count) for group in groups]
    cut.sort(key=lambda group: not (group.kind == "place" and _named(text, group.hits)))
    return Answer(text, cut)


def _kinds(text: str, only: str) -> Iterator[tuple[str, list[Any]]]:
    form = get_language() or "nb"
    found: list[Found] = []
    for kind in corpus.KINDS:
        if only in ("", kind):
            hits = corpus.search(text, [kind], MOST, form=form, least=LEAST)
            found += hits
            yield kind, hits
    if only in ("", "place"):
        yield "place", places(text, sure=bool(found))


def places(text: str, *, sure: bool) -> list[finding.Hit]:
    """`sure`: only those that hardly can be anything else."""
    hits = finding.find(text[:100])
    return [hit for hit in hits if not sure or _same(text, hit) or hit.score >= SURE]


def _named(text: str, hits: list[finding.Hit]) -> bool:
    return any(_same(text, hit) for hit in hits)


def _same(text: str, hit: finding.Hit) -> bool:
    return finding.fold(text) == finding.fold(hit.matched)


def address(hit: Found | finding.Hit) -> str:
    """The page of what was found; empty for a project, which has none."""
    if isinstance(hit, finding.Hit):
        return reverse(hit.place.kind, args=[hit.place.number()])
    name, key = hit.address
    return reverse(name, args=[key]) if name else ""
