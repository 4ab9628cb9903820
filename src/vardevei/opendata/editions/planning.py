"""The difference between the edition in use and what the two services say, worked out before anything is written."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from vardevei.opendata import edition
from vardevei.opendata.editions import organisation_numbers, succeeding
from vardevei.opendata.editions.answers import Answers
from vardevei.opendata.editions.enhetsregisteret import Enhetsregisteret
from vardevei.opendata.editions.klass import Change, Klass
from vardevei.opendata.editions.succeeding import Line
from vardevei.opendata.editions.tables import Tables
from vardevei.opendata.problem import Problem
from vardevei.opendata.units import Kind

KINDS: tuple[Kind, ...] = ("municipality", "county")
FORMS: dict[Kind, str] = {"municipality": "KOMM", "county": "FYLK"}
NOT_DATED = "the day it began is not in the source"
LARGE = 0.2  # share of the municipalities that end; the reform of 2020 ended 28 %


@dataclass(slots=True)
class Plan:
    """`lines` is the difference, `aside` what could not be understood, `tables` the whole new edition.

    `ended` is the share of the municipalities that end. `confirmed` is the number of organisation numbers seen again.
    """

    before: edition.Edition
    on: date
    tables: Tables
    answers: Answers
    counts: dict[Kind, int] = field(default_factory=dict)
    versions: dict[Kind, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    confirmed: int = 0
    ended: float = 0.0

    @property
    def last_year(self) -> int:
        return max(self.before.last_year, self.on.year)


def make(klass: Klass, enhetsregisteret: Enhetsregisteret, on: date, answers: Answers, folder: Path) -> Plan:
    """Asks both services and compares with the edition in the folder. Errors: Problem, and nothing is changed."""
    before = edition.read(folder)
    if on <= before.known_until:
        raise Problem(
            "edition-already-covers",
            f"The edition in use is already known to be right until {before.known_until}.",
            f"The day asked for is {on}.",
            "Choose a later day with --on.",
        )
    plan = Plan(before, on, Tables(folder), answers)
    there = len(plan.tables.existing("municipality", before.known_until))
    for kind in KINDS:
        _places(plan, klass, kind)
    for kind in KINDS:
        _organisation_numbers(plan, enhetsregisteret, kind)
    left = {row["id"] for row in plan.tables.rows["places"] if row["kind"] == "municipality" and row["end"]}
    left_before = {row["id"] for row in Tables(folder).rows["places"] if row["end"]}
    plan.ended = len(left - left_before) / there
    if plan.last_year > before.last_year:
        was, now = f"{before.first_year}-{before.last_year}", f"{before.first_year}-{plan.last_year}"
        plan.lines.append(Line("covers", f"{now}, was {was}"))
    _describe(plan, klass, enhetsregisteret)
    return plan


def _places(plan: Plan, klass: Klass, kind: Kind) -> None:
    plan.versions[kind] = klass.version(kind, plan.on)
    today = klass.names(kind, plan.on)
    plan.counts[kind] = len(today)
    by_day: dict[date, list[Change]] = defaultdict(list)
    for change in klass.changes(kind, plan.before.known_until, plan.on):
        by_day[change.day].append(change)
    for day in sorted({*by_day, plan.on}):
        names = today if day == plan.on else klass.names(kind, day)
        there = set(plan.tables.existing(kind, day))
        if day in by_day or there != set(names):
            found = succeeding.links(by_day[day], there, set(names), day)
            plan.lines += succeeding.apply(plan.tables, kind, day, found, names, plan.answers)
    undated = date(plan.on.year, 1, 1) if plan.before.known_until < date(plan.on.year, 1, 1) else plan.on
    plan.lines += succeeding.renamed(plan.tables, kind, undated, today, plan.answers, NOT_DATED)


def _organisation_numbers(plan: Plan, enhetsregisteret: Enhetsregisteret, kind: Kind) -> None:
    units = enhetsregisteret.units(FORMS[kind])
    matched = organisation_numbers.match(plan.tables, kind, units, plan.on)
    lines, confirmed = organisation_numbers.record(plan.tables, matched, plan.on)
    plan.lines += lines
    plan.confirmed += confirmed
    plan.aside += [f"{unit.organisation_number} {unit.name}: {reason}" for unit, reason in matched.aside]
    found = set(matched.place_of.values())
    silent = {place for number, place in plan.tables.existing(kind, plan.on).items() if place not in found}
    for place in sorted(silent - {"03"}):  # Oslo is municipality and county in one, with one organisation number
        plan.aside.append(f"{succeeding.shown(plan.tables, place, plan.on)}: no unit in Enhetsregisteret")


def _describe(plan: Plan, klass: Klass, enhetsregisteret: Enhetsregisteret) -> None:
    """What the new edition says about itself."""
    kept = [row for row in plan.tables.rows["edition"] if row["what"] == "source"]
    plan.tables.rows["edition"] = []
    today = date.today()
    said = {
        "made_on": today.isoformat(),
        "first_year": str(plan.before.first_year),
        "last_year": str(plan.last_year),
        "known_until": plan.on.isoformat(),
    }
    for what, value in said.items():
        plan.tables.add("edition", what=what, value=value)
    read = {klass.source(kind): f"Statistics Norway, {plan.versions[kind]} on {plan.on}" for kind in KINDS}
    read[enhetsregisteret.source] = f"Enhetsregisteret, {' and '.join(FORMS.values())}"
    plan.tables.rows["edition"] += kept
    for address, title in read.items():
        plan.tables.add("edition", what="source", value=title, address=address, read_on=today.isoformat())
