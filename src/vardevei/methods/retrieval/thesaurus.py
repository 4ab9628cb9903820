"""The thesaurus: what municipalities do, in Norwegian words, and the English words that find it. A plain file."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from vardevei.methods.retrieval import english, norwegian

FILE = Path(__file__).with_name("thesaurus.tsv")
COLUMNS = ("concept", "area", "nb", "nn", "en", "note", "role", "up")
TASK, SETTING, GROUP = "task", "setting", "group"  # what is done; where; for whom


@dataclass(frozen=True)
class Term:
    """An English term: the words as written, their stems, and how much it counts."""

    written: str
    stems: tuple[str, ...]
    weight: float

    @property
    def key(self) -> str:
        return " ".join(self.stems)


@dataclass(frozen=True)
class Concept:
    name: str
    area: str
    nb: tuple[str, ...]
    nn: tuple[str, ...]
    terms: tuple[Term, ...]
    note: str = ""
    role: str = TASK
    up: tuple[str, ...] = ()  # broader concepts, whose terms find what the narrow ones do not


@dataclass(frozen=True)
class Trigger:
    """A Norwegian term that makes a concept fire.

    `open` is the term with a star: it may go on in any way. `alone` is the one with an equals sign: it stands as it is.
    """

    concept: str
    parts: tuple[str, ...]
    open: bool = False
    alone: bool = False


@dataclass
class Thesaurus:
    concepts: dict[str, Concept] = field(default_factory=dict)
    single: dict[str, list[Trigger]] = field(default_factory=dict)  # a stem, and what fires by it
    several: dict[str, list[Trigger]] = field(default_factory=dict)  # the first stem of terms of several words
    alone: dict[str, list[Trigger]] = field(default_factory=dict)  # a whole word as it is written
    by_letter: dict[str, list[str]] = field(default_factory=dict)  # single stems by first letter, to forgive spelling

    @classmethod
    def of(cls, concepts: Iterable[Concept]) -> "Thesaurus":
        made = cls()
        for concept in concepts:
            made.concepts[concept.name] = concept
            for written in dict.fromkeys((*concept.nb, *concept.nn)):
                made._add(_trigger(concept.name, written))
        made._check()
        return made

    def with_more(self, concepts: Iterable[Concept]) -> "Thesaurus":
        """A new thesaurus with these beside its own, which it leaves as they are."""
        return Thesaurus.of((*self.concepts.values(), *concepts))

    def _check(self) -> None:
        for concept in self.concepts.values():
            if unknown := [name for name in concept.up if name not in self.concepts]:
                raise ValueError(f"The thesaurus: «{concept.name}» is under «{unknown[0]}», which is not a concept.")

    def _add(self, trigger: Trigger) -> None:
        where = self.alone if trigger.alone else self.single if len(trigger.parts) == 1 else self.several
        if where is self.single and trigger.parts[0] not in where:
            self.by_letter.setdefault(trigger.parts[0][0], []).append(trigger.parts[0])
        there = where.setdefault(trigger.parts[0], [])
        if trigger not in there:
            there.append(trigger)


def read(path: Path = FILE) -> Thesaurus:
    with path.open(encoding="utf-8", newline="") as opened:
        return parse(opened)


def parse(lines: Iterable[str]) -> Thesaurus:
    """The thesaurus of the lines of a file. A line that cannot be read is an error that names it."""
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    if missing := [name for name in COLUMNS[:5] if name not in (rows.fieldnames or ())]:
        raise ValueError(f"The thesaurus lacks the columns {', '.join(missing)}.")
    return Thesaurus.of(_concept(row, number) for number, row in enumerate(rows, 2) if row["concept"])


def concept(name: str, *, nb: Iterable[str], en: Iterable[str], nn: Iterable[str] = (), area: str = "") -> Concept:
    """A concept written elsewhere than in the file. A term may end in ^ and its weight, as in the file."""
    return Concept(name, area, tuple(nb), tuple(nn), tuple(_term(written) for written in en))


@cache
def built_in() -> Thesaurus:
    return read()


def _concept(row: dict[str, str], number: int) -> Concept:
    try:
        terms = tuple(_term(part) for part in _parts(row["en"]))
    except ValueError:
        raise ValueError(f"Line {number} of the thesaurus: a weight in «{row['en']}» is not a number.") from None
    if not terms:
        raise ValueError(f"Line {number} of the thesaurus: «{row['concept']}» has no English terms.")
    role = (row.get("role") or "").strip() or TASK
    if role not in (TASK, SETTING, GROUP):
        raise ValueError(f"Line {number} of the thesaurus: «{role}» is not a role: {TASK}, {SETTING} or {GROUP}.")
    named = (row["concept"].strip(), (row["area"] or "").strip())
    note = (row.get("note") or "").strip()
    return Concept(*named, _parts(row["nb"]), _parts(row["nn"]), terms, note, role, _parts(row.get("up")))


def _parts(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cell or "").split("|") if part.strip())


def _term(written: str) -> Term:
    words, _, weight = written.partition("^")
    return Term(words.strip(), tuple(english.stems(words)), float(weight or 1))


def _trigger(concept: str, written: str) -> Trigger:
    words = norwegian.words(written)
    if written.startswith("="):
        return Trigger(concept, tuple(words), alone=True)
    free = written.rstrip().endswith("*")
    parts = [norwegian.stem(word) for word in words]
    if free:
        parts[-1] = words[-1]
    return Trigger(concept, tuple(parts), free)
