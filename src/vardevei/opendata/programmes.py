"""The programme guide's facts: what one can apply to, in which years, who may, and where each sentence comes from.

    from vardevei.opendata import programmes
    aurora = programmes.by_code("interreg-aurora-2021")
    [(fact.words["en"], fact.sources[0].address) for fact in aurora.about("lead")]

A topic without a fact is a gap: no source that was read says it. Files: facts/programmes, with their README. Errors: a
file with a fact that has no source raises `Problem("programme-broken")`.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from vardevei.opendata.edition import BUILT_IN
from vardevei.opendata.problem import Problem

FOLDER = BUILT_IN / "programmes"
LANGUAGES = ("nb", "nn", "en")
TOPICS = (
    "norway", "decision", "pays_for", "applicants", "lead", "rate", "money", "size", "partners", "area", "rhythm",
    "contact", "fits", "not_fits", "history", "mind",
)  # fmt: skip
GAPS = tuple(
    topic for topic in TOPICS if topic not in ("fits", "not_fits", "history", "mind")
)  # what a full page must tell
ASSOCIATIONS = ("yes", "partly", "partner", "no", "not-listed", "national", "unknown")
Words = dict[str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """A page that was read. `dated` is the date the page itself gives ("2025-04"), "" when it gives none."""

    address: str
    read_on: date
    dated: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is said of a programme. `disputed`: another fact on the same topic says something else."""

    about: str
    words: Words
    sources: tuple[Source, ...]
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Limit:
    """What holds only for some of the places in the area ("only in the sub-area Sápmi")."""

    places: tuple[str, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class Area:
    """Where in Norway: everywhere, or the whole of some places and parts of others, by their ids in the register.

    `borders` is the year whose counties and municipalities the sources name.
    """

    everywhere: bool
    borders: int
    whole: tuple[str, ...]
    part: tuple[str, ...]
    limits: tuple[Limit, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One action or sub-scheme of a programme, with facts of its own."""

    name: Words
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """One programme in one period. `norway` is one of ASSOCIATIONS; `before` are the codes of its predecessors."""

    code: str
    family: str
    name: Words
    start: int | None
    end: int | None
    address: str
    norway: str
    in_full: bool
    facts: tuple[Fact, ...]
    parts: tuple[Part, ...]
    area: Area | None
    before: tuple[str, ...]

    def about(self, *topics: str) -> tuple[Fact, ...]:
        return tuple(fact for topic in topics for fact in self.facts if fact.about == topic)

    def all_facts(self) -> tuple[Fact, ...]:
        return (*self.facts, *(fact for part in self.parts for fact in part.facts))

    def gaps(self) -> tuple[str, ...]:
        """The topics no source that was read says anything about."""
        told = {fact.about for fact in self.all_facts()}
        return tuple(topic for topic in GAPS if topic not in told)


@cache
def programmes() -> dict[str, Programme]:
    """Every programme by its code: those in full and their predecessors, then those with name and address only."""
    found: dict[str, Programme] = {}
    for file in sorted(FOLDER.glob("*.yaml"), key=lambda one: (one.name.startswith("_"), one.name)):
        told = yaml.safe_load(file.read_text("utf-8"))
        if "code" in told:
            found |= {one.code: one for one in _with_predecessors(told, file)}
        else:
            found |= {one["code"]: _Reading(one, told, file).programme() for one in told.get("programmes", [])}
    return found


def by_code(code: str) -> Programme:
    """KeyError when there is none."""
    return programmes()[code]


def successors(code: str) -> tuple[Programme, ...]:
    return tuple(one for one in programmes().values() if code in one.before)


@cache
def next_period() -> tuple[Part, ...]:
    """What is known of the programmes after 2027: what is proposed, what Norway has said, what is not decided."""
    file = FOLDER / "_next.yaml"
    told = yaml.safe_load(file.read_text("utf-8"))
    return _Reading(told, told, file).parts()


@cache
def _shared() -> dict[str, Fact]:
    """Facts that several programmes have in common, by the name they are used under."""
    file = FOLDER / "_shared.yaml"
    told = yaml.safe_load(file.read_text("utf-8"))
    return {name: _Reading(told, told, file).fact(raw) for name, raw in told["facts"].items()}


def _with_predecessors(told: dict[str, Any], file: Path) -> list[Programme]:
    before = [_Reading(one, told, file).programme() for one in told.get("before", [])]
    return [_Reading(told, told, file).programme(in_full=True), *before]


class _Reading:
    """One programme out of a file; `sources` and `read` stand once for the whole file."""

    def __init__(self, raw: dict[str, Any], whole: dict[str, Any], file: Path) -> None:
        self.raw, self.whole, self.file = raw, whole, file

    def programme(self, *, in_full: bool = False) -> Programme:
        raw = self.raw
        if raw.get("norway", "unknown") not in ASSOCIATIONS:
            raise self._broken(f"norway is {raw['norway']!r}")
        return Programme(
            code=raw["code"],
            family=raw["family"],
            name=self._words(raw["name"]),
            start=raw.get("start"),
            end=raw.get("end"),
            address=raw.get("address", ""),
            norway=raw.get("norway", "unknown"),
            in_full=in_full,
            facts=self._facts(raw.get("facts", [])),
            parts=self.parts(),
            area=self._area(raw.get("area")),
            before=tuple(one if isinstance(one, str) else one["code"] for one in raw.get("before", [])),
        )

    def parts(self) -> tuple[Part, ...]:
        return tuple(Part(self._words(one["name"]), self._facts(one["facts"])) for one in self.raw.get("parts", []))

    def _facts(self, listed: list[dict[str, Any]]) -> tuple[Fact, ...]:
        return tuple(_shared()[one["use"]] if "use" in one else self.fact(one) for one in listed)

    def fact(self, raw: dict[str, Any]) -> Fact:
        return Fact(self._topic(raw["about"]), self._words(raw), self._sources(raw), raw.get("disputed", False))

    def _topic(self, text: str) -> str:
        if text not in (*TOPICS, "next"):
            raise self._broken(f"{text!r} is not a topic")
        return text

    def _words(self, raw: dict[str, Any] | str) -> Words:
        words = dict.fromkeys(LANGUAGES, raw) if isinstance(raw, str) else {form: raw.get(form) for form in LANGUAGES}
        if not all(words.values()):
            raise self._broken(f"{words} is not said in all of {', '.join(LANGUAGES)}")
        return {form: " ".join(str(text).split()) for form, text in words.items()}

    def _sources(self, raw: dict[str, Any]) -> tuple[Source, ...]:
        keys = raw.get("from") or []
        known = self.whole.get("sources", {})
        if not keys or any(key not in known for key in keys):
            raise self._broken(f"{raw.get('en', raw)!r} has no source, or one that is not listed: {keys}")
        return tuple(self._source(known[key]) for key in keys)

    def _source(self, raw: dict[str, Any] | str) -> Source:
        told = {"at": raw} if isinstance(raw, str) else raw
        return Source(told["at"], told.get("read", self.whole["read"]), str(told.get("dated", "")))

    def _area(self, raw: dict[str, Any] | None) -> Area | None:
        if raw is None:
            return None
        limits = tuple(Limit(tuple(one["places"]), self._words(one)) for one in raw.get("limits", []))
        whole, part = (tuple(str(one) for one in raw.get(kind, [])) for kind in ("whole", "part"))
        return Area(raw.get("everywhere", False), raw.get("borders", 2024), whole, part, limits, self._sources(raw))

    def _broken(self, why: str) -> Problem:
        return Problem(
            "programme-broken",
            f"The programme file {self.file.name} could not be read.",
            f"{self.raw.get('code', '?')}: {why}.",
            "Correct the file; its form stands in opendata/facts/README.md.",
            file=self.file.name,
        )
