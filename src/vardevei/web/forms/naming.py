"""From what somebody typed to the places it may mean, with the words that tell them apart."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.opendata import finding, places
from vardevei.opendata.places import Place

Kind = Literal["municipality", "county"]
EXACT, MOST = 100.0, 6


@dataclass(frozen=True, slots=True)
class Picked:
    """The place chosen among several, and the text it was chosen for."""

    id: str
    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Fit:
    """A place of today that the text may mean; `why` when it does not bear that name itself."""

    place: Place
    label: str
    why: str
    exact: bool


def fits(text: str, kind: Kind) -> list[Fit]:
    """What the text may mean, best first. One that is chosen from the suggestions is just that one."""
    listed = [place for name, place in suggestions(kind).items() if finding.fold(name) == finding.fold(text)]
    if len(listed) == 1:
        return [Fit(listed[0], label(listed[0], kind), "", True)]
    hits = [hit for hit in finding.find(text, limit=40) if hit.place.kind == kind]
    best = [hit for hit in hits if hit.score == EXACT] or hits[:MOST]
    return [Fit(hit.place, label(hit.place, kind), _why(hit), hit.score == EXACT) for hit in best]


def clear(found: list[Fit]) -> bool:
    """Whether no person needs to be asked."""
    return len(found) == 1 and found[0].exact


def question(text: str, found: list[Fit]) -> str:
    if found[0].exact:
        return _("«{text}» kan være flere. Velg hvilken du mener.").format(text=text)
    return _("Vi fant ikke «{text}». Velg en av disse, eller skriv navnet på nytt.").format(text=text)


def suggestions(kind: Kind) -> dict[str, Place]:
    """The places of today by the words that name just one: "Bergen", "Våler (Innlandet)"."""
    return {label(place, kind): place for place in places.on(_today(), kind)}


def label(place: Place, kind: Kind) -> str:
    """The name, with the county behind it when two bear it."""
    name = place.name()
    if kind == "county" or _bearers(kind, _today().year)[name] < 2:
        return name
    return f"{name} ({places.county_of(place, _today()).name()})"


@cache
def _bearers(kind: Kind, year: int) -> Counter[str]:
    return Counter(place.name() for place in places.on(_today(), kind))


def _why(hit: finding.Hit) -> str:
    if not hit.renamed:
        return ""
    return _("{name} er en del av den i dag").format(name=hit.matched)


def _today() -> date:
    return timezone.localdate()
