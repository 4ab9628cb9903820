"""A computed figure: the rows, what they add up to, and everything a reader needs in order to trust them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from vardevei.opendata import families
from vardevei.opendata.figures import words
from vardevei.opendata.figures.choices import Choices
from vardevei.opendata.figures.definitions import Definition
from vardevei.opendata.figures.tables import SourceRow

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Account:
    """`placed + not_placed == total`, always. Of units, or of participations."""

    placed: int
    not_placed: int
    total: int


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A unit whose participations could not be placed on the chosen borders, why, and between what.

    `county` is its county's name where all candidates lie in one. `also_placed`: other participations of it were.
    """

    kind: str
    unit_id: str
    name: str
    reason: str
    candidates: tuple[str, ...]
    county: str
    participations: int
    also_placed: bool


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Participations that are loaded and not counted, and why: "enterprise", "implicit", "doubtful",
    "same-in-two-sources" or "no-year". `kind` is empty for the doubtful.
    """

    kind: str
    reason: str
    participations: int


@dataclass(frozen=True, slots=True)
class Result:
    """One figure for one set of choices.

    `rows` hold a value for each of the definition's columns (shares from 0 to 1, None where there is nothing to divide
    by). `total` has the same columns; it is less than the sum of the rows where one municipality stands in
    several (as it was, over a change). `units` and `participations` are by kind: "municipality" and "county".
    `missing` are the chosen families for which no source is loaded. `read_at` is when the data were read.
    """

    definition: Definition
    choices: Choices
    rows: tuple[Row, ...]
    total: Row
    units: dict[str, Account]
    participations: dict[str, Account]
    unplaced: tuple[Unplaced, ...]
    left_out: tuple[LeftOut, ...]
    sources: tuple[SourceRow, ...]
    missing: tuple[families.Family, ...]
    read_at: str

    @property
    def rows_add_up(self) -> bool:
        """Whether each municipality stands in one row only."""
        return not self.total or self.total["municipalities_found"] == sum(
            row.get("municipalities_found") or 0 for row in self.rows
        )

    @property
    def as_of(self) -> str:
        """The newest day that the sources speak of; empty when no source says."""
        return max((source.as_of for source in self.sources), default="")

    def lacking(self, language: str) -> list[tuple[list[str], str, str]]:
        """The chosen families without a source, together where the same file holds them: names, what to do, address."""
        together: dict[tuple[str, str], list[str]] = {}
        for family in self.missing:
            together.setdefault((family.note[language], family.source_address), []).append(family.name[language])
        return [(names, note, address) for (note, address), names in together.items()]

    def sentence(self, language: str = "nb") -> str:
        """What the figure shows, with its most important number between ** and **."""
        return words.sentence(self, language)

    def texts(self, language: str) -> Iterator[tuple[str, str]]:
        """Everything about the figure as pairs of a stable key and a text, in the order they are printed."""
        return words.about(self, language)
