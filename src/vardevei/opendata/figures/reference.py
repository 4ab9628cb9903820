"""Figures printed by others: the memo's and NIBR's, each with its source, also where they contradict each other."""

from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from vardevei.opendata.register import BUILT_IN, rows

LANGUAGES = ("nb", "nn", "en")


@dataclass(frozen=True, slots=True)
class ReferenceFigure:
    """`value` of `of_all` (None when the source gives no whole). `percent_printed` is as printed, or None.

    `rivals` are the codes of other figures for the same thing; one of them all is `chosen`, and `reason` says why.
    `in_memo` tells whether the memo prints it. `period` is empty where the source does not give it.
    """

    code: str
    family_group: str
    measure: str
    value: int
    of_all: int | None
    percent_printed: int | None
    period: str
    in_memo: bool
    chosen: bool
    rivals: tuple[str, ...]
    source: str
    address: str
    statement: dict[str, str]
    reason: dict[str, str]


@dataclass(frozen=True, slots=True)
class CountyFigure:
    """A line of NIBR's table of municipalities in Interreg 2007-2014, and the percentage counted again from it."""

    number: str
    name: str
    municipalities: int
    participating: int
    percent_printed: int

    @property
    def percent(self) -> float:
        return 100 * self.participating / self.municipalities

    @property
    def agrees(self) -> bool:
        """The source cuts some of its percentages (7.7 is printed 7) and rounds others (35.7 is printed 36)."""
        return self.percent_printed in (int(self.percent), round(self.percent))


@cache
def figures() -> tuple[ReferenceFigure, ...]:
    return tuple(_figure(row) for row in rows(BUILT_IN / "reference_figures.csv"))


@cache
def nibr_interreg() -> tuple[CountyFigure, ...]:
    """The 19 counties of 2014. The column of counts sums to 165, while the text says 163."""
    numbers = ("municipalities", "participating", "percent_printed")
    return tuple(
        CountyFigure(row["number"], row["name"], *(int(row[column]) for column in numbers))
        for row in rows(BUILT_IN / "nibr_interreg.csv")
    )


def printed(code: str) -> dict[str, Any]:
    """What the source prints, as columns of the figure `memo-figures`."""
    figure = next(figure for figure in figures() if figure.code == code)
    return {**asdict(figure), "share_printed": figure.value / figure.of_all if figure.of_all else None}


def _figure(row: dict[str, str]) -> ReferenceFigure:
    statement, reason = (
        {language: row[f"{field}_{language}"] for language in LANGUAGES} for field in ("statement", "reason")
    )
    return ReferenceFigure(
        code=row["code"],
        family_group=row["family_group"],
        measure=row["measure"],
        value=int(row["value"]),
        of_all=_number(row["of_all"]),
        percent_printed=_number(row["percent_printed"]),
        period=row["period"],
        in_memo=row["in_memo"] == "yes",
        chosen=row["chosen"] == "yes",
        rivals=tuple(row["rivals"].split()),
        source=row["source"],
        address=row["address"],
        statement=statement,
        reason=reason,
    )


def _number(text: str) -> int | None:
    return int(text) if text else None
