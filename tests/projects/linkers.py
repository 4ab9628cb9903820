"""A linker that knows organisation numbers only: enough to test importing without testing the rules of linking."""

from dataclasses import dataclass
from datetime import date

from vardevei.opendata import places
from vardevei.opendata.attributes import places_of_number


@dataclass(frozen=True, slots=True)
class Decision:
    kind: str
    place_id: str = ""
    relation: str = "none"
    rule: str = "number"
    score: float = 1.0
    candidates: tuple[str, ...] = ()


def by_number(name, *, country, hint, year, organisation_number, nuts, post_code) -> Decision:
    """The place with the number in that year, else the last that had it. "Våler kommune" alone is a question."""
    ids = places_of_number(organisation_number) if organisation_number else ()
    if not ids:
        doubtful = name.casefold().startswith("våler")
        return (
            Decision("ambiguous", rule="name", score=0.5, candidates=("0137", "0426")) if doubtful else Decision("none")
        )
    found = [places.by_id(place_id) for place_id in ids]
    then = [place for place in found if year and place.period.holds(date(year, 7, 1))] or found
    return Decision("kommune" if then[-1].kind == "municipality" else "fylkeskommune", then[-1].id, "self")
