"""Who may do what, asked of the program itself: every act of every room's `rules.py`, for every role and relation."""

import importlib
from collections.abc import Iterator
from pathlib import Path

ROOMS = Path(__file__).resolve().parents[1] / "src" / "vardevei"
# The question is always about Indre Fosen in Trøndelag; the last two are held in another municipality and county.
PLACE, COUNTY, ANOTHER, ANOTHER_COUNTY = "5054", "50", "5001", "46"
RELATIONS = ("own municipality", "own county", "another's", "whole site", "no role", "signed out")


def acts() -> Iterator[tuple[str, object]]:
    """(room, act) for every act there is."""
    for path in sorted(ROOMS.glob("*/rules.py")):
        for act in importlib.import_module(f"vardevei.{path.parent.name}.rules").ACTS:
            yield path.parent.name, act


def may_by_relation(act) -> dict[str, list[str]]:
    """For each relation to Indre Fosen: the codes of the roles that may do the act there."""
    from vardevei.organisations.permission import may

    found: dict[str, list[str]] = {relation: [] for relation in RELATIONS}
    for relation, code, person in _people():
        if may(person, act, _id(PLACE, "municipality")):
            found[relation].append(code)
    return found


def _people() -> Iterator[tuple[str, str, object]]:
    """(relation, code of the role, person). They have their roles in hand, so no database is asked."""
    from vardevei.core.models import Person
    from vardevei.organisations.permission import Held
    from vardevei.organisations.roles import ROLES

    for kind in ROLES:
        if kind.at == "municipality":
            places = [("own municipality", PLACE), ("another's", ANOTHER)]
        elif kind.at == "county":
            places = [("own county", COUNTY), ("another's", ANOTHER_COUNTY)]
        else:
            places = [("whole site", "")]
        for relation, number in places:
            person = Person(pk=1)
            person._held = (Held(kind, _id(number, kind.at) if number else None),)
            yield relation, str(kind.code), person
    nobody = Person(pk=1)
    nobody._held = ()
    yield "no role", "anyone", nobody
    yield "signed out", "anyone", None


def _id(number: str, kind: str) -> str:
    from datetime import date

    from vardevei.opendata import places

    found = places.by_number(number, on=date.today())
    assert found is not None
    assert found.kind == kind
    return found.id
