"""What must be true of a mart before anybody sees it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from vardevei.opendata.figures.tables import OURS, TABLES, Row
from vardevei.opendata.problem import Problem

Content = Mapping[str, Sequence[Row]]
MUNICIPALITIES = {2013: 428, 2014: 428, 2015: 428, 2016: 428, 2017: 426, 2018: 422, 2019: 422, 2020: 356, 2021: 356,
                  2022: 356, 2023: 356, 2024: 357}  # fmt: skip
COUNTIES = {2014: 19, 2017: 19, 2018: 18, 2020: 11, 2024: 15}
KEYS = {
    "unit": ("unit_id",),
    "lies_in": ("borders", "unit_id"),
    "municipality_on": ("borders", "municipality_id"),
    "county_on": ("borders", "county_id"),
    "family": ("code",),
    "source": ("code",),
}


def check(content: Content) -> None:
    """Whether the mart may be used. Errors: Problem("mart-wrong") with the faults found; then the old mart stays."""
    faults = [*_keys(content), *_seed_numbers(content), *_known(content), *_account(content)]
    if faults:
        raise Problem(
            "mart-wrong",
            "The new mart was not taken into use.",
            " ".join(faults[:10]),
            "The old one stays. Load the facts again (vardevei facts), and build once more.",
        )


def column(content: Content, table: str, name: str) -> list:
    """All values of one column, in the order of the rows."""
    place = list(TABLES[table]).index(name)
    return [row[place] for row in content[table]]


def _keys(content: Content) -> Iterator[str]:
    for table, names in KEYS.items():
        keys = list(zip(*(column(content, table, name) for name in names), strict=True))
        if len(set(keys)) < len(keys):
            yield f"{table} has the same {' and '.join(names)} twice."


def _seed_numbers(content: Content) -> Iterator[str]:
    for table, wanted in (("municipality_on", MUNICIPALITIES), ("county_on", COUNTIES)):
        held = Counter(column(content, table, "borders"))
        for year, count in wanted.items():
            if held[year] != count:
                yield f"{table} has {held[year]} rows on the borders of {year}, not {count}."


def _known(content: Content) -> Iterator[str]:
    """Every participation has a place of the register."""
    units = {*column(content, "unit", "unit_id"), ""}
    strangers = set(column(content, "participation", "unit_id")) - units
    yield from (f"The place {unit!r} is not in the register." for unit in sorted(strangers))


def _account(content: Content) -> Iterator[str]:
    """On each borders every unit is placed, or has a reason and more than one candidate: nothing in between."""
    for borders, unit, kind, municipality, county, reason, candidates in content["lies_in"]:
        placed = county if kind == "county" else municipality
        if bool(placed) == bool(reason) or bool(reason) != (len(str(candidates).split("; ")) > 1):
            yield f"{unit} on the borders of {borders} is neither placed nor explained."
    for unit, relation, counted in zip(
        *(column(content, "participation", name) for name in ("unit_id", "relation", "counted")), strict=True
    ):
        if counted and (not unit or relation not in OURS):
            yield f"A participation of {unit!r} is counted, and is not ours to count."
