"""Counting on the borders of another year: where does a place lie then? Never by weights, never by guessing."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from vardevei.opendata.units import Place

if TYPE_CHECKING:
    from vardevei.opendata.register import Register


@dataclass(frozen=True, slots=True)
class Placing:
    """The answer: `municipality` and `county` on the asked borders, or None where the register cannot say.

    `candidates` are all places that hold some of the territory; `reason` is "" when placed, else "several-predecessors"
    (the place is younger than the borders) or "split" (it is older). For a county council `municipality` is None.
    """

    municipality: Place | None
    county: Place | None
    candidates: tuple[Place, ...]
    reason: str


class Borders:
    """The borders of 1 January of a year. Placed + not placed = total, whatever is counted."""

    def __init__(self, register: "Register", year: int) -> None:
        register.check_year(year)
        self.register, self.year, self.day = register, year, date(year, 1, 1)

    def municipalities(self) -> tuple[Place, ...]:
        return self.register.on(self.day)

    def counties(self) -> tuple[Place, ...]:
        return self.register.on(self.day, "county")

    def place(self, place: Place) -> Placing:
        """Where the whole of the place's territory lies on these borders.

        A municipality with several candidates counts for none of them, and for a county only when all lie in it.
        """
        candidates = self.register.holding(place.areas, self.day, place.kind)
        reason = "" if len(candidates) == 1 else self._reason(place)
        if place.kind == "county":
            return Placing(None, candidates[0] if not reason else None, candidates, reason)
        counties = {self.register.county_of(found, self.day) for found in candidates}
        county = counties.pop() if len(counties) == 1 else None
        return Placing(candidates[0] if not reason else None, county, candidates, reason)

    def _reason(self, place: Place) -> str:
        younger = place.period.start is not None and place.period.start > self.day
        return "several-predecessors" if younger else "split"
