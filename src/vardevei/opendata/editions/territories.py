"""Who holds which indivisible areas after a merger or split.

Borders stay exact because areas are never shared: a place that is split gives each area to one heir, or the area itself
is divided and every place that ever held it holds all the parts.
"""

from collections import defaultdict
from datetime import date

from vardevei.opendata.editions.answers import Answers
from vardevei.opendata.editions.tables import Tables
from vardevei.opendata.problem import Problem

Heirs = dict[str, str]  # id of the new place -> its number


def hand_over(tables: Tables, ended: dict[str, Heirs], day: date, answers: Answers) -> None:
    """Gives each ended place's areas to its heirs, as the register and the answers say."""
    received: dict[str, set[str]] = defaultdict(set)
    for place, heirs in ended.items():
        given = _shares(tables, place, heirs, answers)
        for area, takers in given.items():
            for heir, piece in _pieces(tables, area, takers).items():
                received[heir].add(piece)
        if all(given.values()):
            _check_all_get(place, heirs, given)
    for heir in sorted({heir for heirs in ended.values() for heir in heirs}):
        tables.add("territories", id=heir, areas=" ".join(sorted(received[heir])))


def _shares(tables: Tables, place: str, heirs: Heirs, answers: Answers) -> dict[str, list[str]]:
    """Area -> the heirs that get it. A place of one area that was split was divided: that needs no answer."""
    areas = tables.areas(place)
    if len(heirs) == 1 or len(areas) == 1:
        return {area: list(heirs) for area in areas}
    by_number = {number: heir for heir, number in heirs.items()}
    shares = {}
    for area in areas:
        why = f"{place} was split. Which new number got the area {area} ({_called(tables, area)})?"
        words = answers.ask("area", f"{_last_number(tables, place)} {area}", why, by_number)
        shares[area] = [by_number[number] for number in words]
    return shares


def _pieces(tables: Tables, area: str, takers: list[str]) -> dict[str, str]:
    if len(takers) < 2:
        return dict.fromkeys(takers, area)
    pieces = {taker: f"{area}/{taker}" for taker in takers}
    for row in tables.rows["territories"]:
        held = row["areas"].split()
        if area in held:
            row["areas"] = " ".join(sorted({*held, *pieces.values()} - {area}))
    return pieces


def _check_all_get(place: str, heirs: Heirs, given: dict[str, list[str]]) -> None:
    left_out = set(heirs) - {heir for takers in given.values() for heir in takers}
    if left_out:
        raise Problem(
            "answer-not-possible",
            f"{place} was split, and by the answers {', '.join(sorted(left_out))} got nothing of it.",
            "Statistics Norway says it got a part.",
            "Nothing was written. Name both numbers for the area that was divided, in the file given with --answers.",
        )


def _called(tables: Tables, area: str) -> str:
    """The name of the first place that was exactly the area, or the area itself."""
    exact = [row["id"] for row in tables.rows["territories"] if row["areas"] == area]
    names = [row["name"] for row in tables.rows["names"] if exact and row["id"] == exact[0]]
    return names[0] if names else area


def _last_number(tables: Tables, place: str) -> str:
    return [row["number"] for row in tables.rows["numbers"] if row["id"] == place][-1]
