"""What may be chosen for a figure. Everything is checked here, once, for the terminal, the web and the notebook."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vardevei.opendata import attributes, families, places
from vardevei.opendata.figures.tables import FIRST_YEAR, LAST_YEAR
from vardevei.opendata.problem import Problem

THEN = "then"
ALL = "all"
BORDERS = (THEN, *(str(year) for year in range(places.FIRST_YEAR, places.LAST_YEAR + 1)))
ROLES = (ALL, "coordinator", "participant", "third-party", "international-partner", "associated")
SIZES = (ALL, *(code for code, _ in attributes.SIZE_CLASSES))
NAMES = ("family", "from", "to", "borders", "role", "size")


@dataclass(frozen=True, slots=True)
class Choices:
    """Checked choices. `borders` is "then" (as it was) or a year, `family` a family's code, a group's, or "all"."""

    family: str
    first_year: int
    last_year: int
    borders: str
    role: str
    size: str

    def parameters(self) -> dict[str, str | int]:
        """The values of the SQL's parameters; "as it was" is 0."""
        borders = 0 if self.borders == THEN else int(self.borders)
        period = {"first_year": self.first_year, "last_year": self.last_year}
        return {"family": self.family, "role": self.role, "size": self.size, "borders": borders, **period}

    def as_dict(self) -> dict[str, str | int]:
        """By the names people type, in the order of a stable address."""
        values = (self.family, self.first_year, self.last_year, self.borders, self.role, self.size)
        return dict(zip(NAMES, values, strict=True))


def check(given: Mapping[str, Any], offered: tuple[str, ...], period: tuple[int, int], borders: str) -> Choices:
    """Choices from texts. What is left out is everything, over the period that has data, on the figure's own borders.

    Errors: Problem, each naming the values that are allowed.
    """
    given = {name: str(value) for name, value in given.items() if value not in (None, "")}
    for name in given:
        if name not in offered:
            raise _refused("choice-not-offered", name, given[name], f"This figure offers: {', '.join(offered)}.")
    last = _year("to", given.get("to"), max(period[1], _year("from", given.get("from"), period[0])))
    first = _year("from", given.get("from"), min(period[0], last))
    if first > last:
        why = f"The period would end ({last}) before it starts ({first})."
        raise _refused("period-backwards", "to", str(last), why)
    known = (ALL, *families.GROUPS, *(family.code for family in families.families()))
    return Choices(
        family=_one_of("family", given.get("family", ALL), known),
        first_year=first,
        last_year=last,
        borders=_one_of("borders", given.get("borders", borders), BORDERS),
        role=_one_of("role", given.get("role", ALL), ROLES),
        size=_one_of("size", given.get("size", ALL), SIZES),
    )


def _one_of(name: str, value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise _refused("choice-unknown", name, value, f"Allowed: {', '.join(allowed)}.")
    return value


def _year(name: str, value: str | None, default: int) -> int:
    if value is None:
        return default
    if not (value.isascii() and value.isdigit() and FIRST_YEAR <= int(value[:9]) <= LAST_YEAR):
        raise _refused("choice-unknown", name, value, f"Allowed: a year from {FIRST_YEAR} to {LAST_YEAR}.")
    return int(value)


def _refused(code: str, name: str, value: str, why: str) -> Problem:
    shown = value if len(value) <= 40 else value[:40] + "…"
    what = f"The choice {name} cannot be {shown!r}."
    return Problem(code, what, why, "Choose one of these, or leave it out.", name=name, value=shown)
