"""What one day's changes did to the places: renumbered, merged, split.

A place keeps its identity as long as its territory is the same. Where a number gives territory to several, or several
to one, new places are made and the old ones end.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from vardevei.opendata.editions import naming, territories
from vardevei.opendata.editions.answers import Answers
from vardevei.opendata.editions.klass import Change
from vardevei.opendata.editions.tables import Tables
from vardevei.opendata.problem import Problem
from vardevei.opendata.units import Kind

Links = set[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the difference. `what` is one word: merged, split, renumbered, renamed ..."""

    what: str
    text: str


def links(changes: Iterable[Change], before: set[str], after: set[str], day: date) -> Links:
    """(old number, new number) for all that gave territory; a number that is in both lists and is not mentioned stayed.

    Errors: Problem("changes-do-not-explain") when the lists of the two days do not follow from the changes.
    """
    found = {(change.old, change.new) for change in changes if change.old and change.new}
    received = {new for old, new in found if old != new}
    moved = {old for old, new in found if old != new}
    found |= {(number, number) for number in before & after if not (number in moved and number in received)}
    gone, came = before - {old for old, _ in found}, after - {new for _, new in found}
    unknown = {old for old, _ in found} - before | {new for _, new in found} - after
    if gone or came or unknown:
        raise Problem(
            "changes-do-not-explain",
            f"Statistics Norway's lists do not fit its changes on {day}.",
            _sentence("Gone without a successor", gone)
            + _sentence("New without a predecessor", came)
            + _sentence("In a change, but in no list", unknown),
            "Nothing was written. Try another day with --on, or ask Statistics Norway (see ssb.no/klass).",
        )
    return found


def _sentence(what: str, numbers: set[str]) -> str:
    shown = sorted(numbers)
    more = f" and {len(shown) - 10} more" if len(shown) > 10 else ""
    return f"{what}: {', '.join(shown[:10])}{more}. " if shown else ""


def apply(tables: Tables, kind: Kind, day: date, found: Links, names: dict[str, str], answers: Answers) -> list[Line]:
    """Changes the tables as of the day, from links that explain the lists; the lines of the difference."""
    place_of = tables.existing(kind, day - timedelta(days=1))
    givers, takers = _both_ways(found)
    remade = {new for new in givers if len(givers[new]) > 1 or len(takers[givers[new][0]]) > 1}
    made = {new: f"{new}-{day.year}" for new in sorted(remade)}
    ended = {place_of[old]: {made[new]: new for new in takers[old]} for new in made for old in givers[new]}
    lines = [_keep(tables, place_of[givers[new][0]], givers[new][0], new, day) for new in givers if new not in made]
    for new, place in made.items():
        tables.make(place, kind, new, day)
        naming.rename(tables, place, day, names[new], answers)
    lines += [_merger(tables, [place_of[old] for old in givers[new]], made[new], day) for new in made]
    for place, heirs in ended.items():
        lines.append(_end(tables, place, heirs, day, answers))
    territories.hand_over(tables, ended, day, answers)
    return [line for line in lines if line] + renamed(tables, kind, day, names, answers)


def _both_ways(found: Links) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    givers: dict[str, list[str]] = defaultdict(list)
    takers: dict[str, list[str]] = defaultdict(list)
    for old, new in sorted(found):
        givers[new].append(old)
        takers[old].append(new)
    return givers, takers


def _keep(tables: Tables, place: str, old: str, new: str, day: date) -> Line | None:
    if old == new:
        return None
    tables.close("numbers", place, day)
    tables.add("numbers", id=place, number=new, start=day.isoformat())
    return Line("renumbered", f"{shown(tables, place, day)}: {old} is {new} from {day}")


def _merger(tables: Tables, before: list[str], after: str, day: date) -> Line | None:
    if len(before) == 1:
        return None
    old = " + ".join(shown(tables, place, day - timedelta(days=1)) for place in before)
    return Line("merged", f"{old} -> {shown(tables, after, day)} on {day}")


def _end(tables: Tables, place: str, heirs: dict[str, str], day: date, answers: Answers) -> Line | None:
    """Ends the place and writes its successions; a line when it was split."""
    number = next(row["number"] for row in tables.rows["numbers"] if row["id"] == place and not row["end"])
    split = len(heirs) > 1
    for table in ("places", "numbers", "names"):
        tables.close(table, place, day)
    for heir, new in heirs.items():
        part = {f"area_{what}": answers.get(f"part_{what}", f"{number} {new}") for what in ("nb", "nn", "en", "source")}
        kind = "split" if split else "merged"
        tables.add("successions", before=place, after=heir, day=day.isoformat(), kind=kind, **(part if split else {}))
    if not split:
        return None
    old = shown(tables, place, day - timedelta(days=1))
    return Line("split", f"{old} -> {', '.join(shown(tables, heir, day) for heir in heirs)} on {day}")


def renamed(
    tables: Tables, kind: Kind, day: date, names: dict[str, str], answers: Answers, note: str = ""
) -> list[Line]:
    """The places get the names of the list from the day on, where they differ."""
    lines = []
    for number, place in sorted(tables.existing(kind, day).items()):
        if number in names and not naming.agrees(tables, place, day, names[number]):
            before = shown(tables, place, day - timedelta(days=1))
            naming.rename(tables, place, day, names[number], answers, note)
            lines.append(Line("renamed", f"{before} is called {shown(tables, place, day)} from {day}"))
    return lines


def shown(tables: Tables, place: str, day: date) -> str:
    return f"{' - '.join(row['name'] for row in tables.names(place, day))} ({place})"
