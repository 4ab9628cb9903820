"""What putting a list in would do: every entry with its kind, its questions and what changes; nothing of it is done."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from vardevei.core.models import Person
from vardevei.organisations.domain.contacts import Facts
from vardevei.organisations.imports.contact_lists.entries import Entry
from vardevei.organisations.models import Organisation, Role

SKIP = "skip"


class Kind(StrEnum):
    DOUBTFUL = "doubtful"
    REJECTED = "rejected"
    CHANGED = "changed"
    NEW = "new"
    UNCHANGED = "unchanged"
    DOUBLE = "double"
    VACANT = "vacant"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    words: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """`beside` are the two that look alike, to be shown side by side; `answer` is "" until somebody has chosen."""

    key: str
    words: str
    choices: tuple[Choice, ...]
    answer: str
    beside: tuple["Beside", ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    title: str
    facts: Facts


@dataclass
class Item:
    """What will become of an entry. `role` is the contact that stands; `moves` is one that ends elsewhere by it."""

    entry: Entry
    kind: Kind = Kind.NEW
    place: Organisation | None = None
    facts: Facts | None = None
    role: Role | None = None
    moves: Role | None = None
    person: Person | None = None
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    reason: str = ""
    notes: list[str] = field(default_factory=list)

    @property
    def at(self) -> Organisation:
        """The municipality, of an entry that is placed."""
        assert self.place is not None
        return self.place

    @property
    def told(self) -> Facts:
        """What the row tells, of an entry with a person in it."""
        assert self.facts is not None
        return self.facts

    def seal(self) -> tuple:
        role, moves = self.role.pk if self.role else 0, self.moves.pk if self.moves else 0
        return self.entry.key, self.kind, self.place and self.place.pk, self.facts, role, moves, self.changes


@dataclass(frozen=True, slots=True)
class Missing:
    """A contact that stands and is not in the list: kept unless somebody says that it ends."""

    role: Role
    ends: bool

    @property
    def key(self) -> str:
        return f"role:{self.role.pk}"


@dataclass
class Plan:
    items: list[Item]
    missing: list[Missing]
    vacant: list[Organisation]
    rows: int

    def of(self, *kinds: Kind) -> list[Item]:
        return [item for item in self.items if item.kind in kinds]

    @property
    def asked(self) -> list[Item]:
        """Everything that was or is asked about, so that an answer can be changed."""
        return [item for item in self.items if item.questions]

    @property
    def undecided(self) -> list[Item]:
        return self.of(Kind.DOUBTFUL)

    @property
    def open(self) -> int:
        return len(self.undecided)

    def counts(self) -> dict[str, int]:
        found = Counter(item.kind.value for item in self.items)
        ends = sum(one.ends for one in self.missing) + sum(item.moves is not None for item in self.items)
        return {kind.value: found[kind.value] for kind in Kind} | {"ends": ends}

    def seal(self) -> str:
        """Two plans with the same seal do the same."""
        told = [item.seal() for item in self.items], [(one.role.pk, one.ends) for one in self.missing]
        return hashlib.sha256(repr(told).encode()).hexdigest()
