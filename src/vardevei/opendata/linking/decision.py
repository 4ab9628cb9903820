"""What is asked about a participant, and what is answered."""

from typing import NamedTuple

NONE, AMBIGUOUS = "none", "ambiguous"


class Decision(NamedTuple):
    """`kind` is "kommune", "fylkeskommune", "none" or "ambiguous".

    `code` is the number as of the year ("0426"; all of them, "0137|0426", when ambiguous; "" when not linked), and
    `place_id` the register's stable id of the organisation whose name it is. `relation` is "self", "subunit",
    "enterprise", "implicit" (told by number or task, not by name) or "none". `rule` is an id in `rules.RULES`, with
    suffixes as in `rules.SUFFIXES`. `score` is 0 to 1. `candidates` are the numbers a person may choose from.
    """

    kind: str
    code: str = ""
    place_id: str = ""
    relation: str = "none"
    rule: str = ""
    score: float = 0.0
    candidates: tuple[str, ...] = ()


class Asked(NamedTuple):
    """What is known of a participant. `year` is the year of the participation, or 0 when it is not known."""

    name: str
    country: str = "NO"
    hint: str = ""
    year: int = 0
    organisation_number: str = ""
    nuts: str = ""
    post_code: str = ""
