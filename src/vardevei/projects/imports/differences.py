"""The file against the database: what would be added, changed and gone. Nothing is written here."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from vardevei.opendata.sources import Grant, Reading
from vardevei.projects.domain.linking import Linker
from vardevei.projects.imports.linked import Linked, link_all
from vardevei.projects.models import Import, Participation, Project

OF_GRANT = [
    "name",
    "organisation_number",
    "country",
    "role",
    "signed",
    "start",
    "end",
    "year",
    "amount",
    "currency",
    "address_municipality",
    "nuts",
    "post_code",
    "town",
]
OF_LINK = ["organisation_id", "link_state", "link_relation", "link_rule", "link_score", "link_candidates", "told"]
OF_PROJECT = ["acronym", "title", "programme_part", "topic", "start", "end"]


@dataclass(frozen=True, slots=True)
class Change:
    """`fields`: field -> (what is in the database, what the file says)."""

    key: str
    name: str
    line: int
    fields: dict[str, tuple[Any, Any]]


@dataclass(slots=True)
class Plan:
    """What an import would do. `missing`: rows that the file lacks while some of its rows could not be read, so that
    nobody can tell whether they have gone; they stay as they are."""

    reading: Reading
    linker: Linker
    linked: list[Linked] = field(default_factory=list)
    added: list[Linked] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    gone: list[Participation] = field(default_factory=list)
    missing: list[Participation] = field(default_factory=list)
    unchanged: int = 0
    projects_added: list[Project] = field(default_factory=list)
    projects_changed: list[Project] = field(default_factory=list)

    @property
    def source(self) -> str:
        return self.reading.source

    def is_empty(self) -> bool:
        return not (self.added or self.changed or self.gone or self.projects_changed)

    def counts(self) -> dict[str, int]:
        states = Counter(str(one.link_state) for one in self.linked)
        return (
            {
                "rows_read": self.reading.rows_read,
                "added": len(self.added),
                "changed": len(self.changed),
                "gone": len(self.gone),
                "missing": len(self.missing),
                "unchanged": self.unchanged,
                "rejected": len(self.reading.rejected),
                "notes": len(self.reading.notes),
                "projects_added": len(self.projects_added),
                "projects_changed": len(self.projects_changed),
            }
            | {f"passed_over:{reason}": count for reason, count in sorted(self.reading.passed_over.items())}
            | {f"link:{state}": count for state, count in sorted(states.items())}
        )

    def digest(self) -> str:
        """The mark as a short text, to keep until the plan is applied."""
        return hashlib.sha256(repr([sorted(map(repr, part)) for part in self.mark()]).encode()).hexdigest()

    def mark(self) -> tuple:
        """The same for two plans that would do the same."""
        return (
            {(one.grant.key, one.organisation_id, str(one.link_state)) for one in self.added},
            {(change.key, str(change.fields)) for change in self.changed},
            {row.key for row in self.gone},
        )


def plan(reading: Reading, linker: Linker) -> Plan:
    """The difference between the file and the database, with corrections and verdicts already taken into account."""
    made = Plan(reading, linker, link_all(reading.rows, reading.source, linker))
    present = {row.key: row for row in Participation.objects.filter(source=reading.source).select_related("project")}
    kept = _from_complete_files(reading, present)
    for one in made.linked:
        row = present.get(one.grant.key)
        if row is None:
            made.added.append(one)
        elif fields := {} if row.key in kept else differences(row, one):
            made.changed.append(Change(row.key, one.grant.name, one.grant.line, fields))
        else:
            made.unchanged += 1
    _find_gone(made, present)
    _find_projects(made)
    return made


def _from_complete_files(reading: Reading, present: dict[str, Participation]) -> set[str]:
    """An extract, such as the one built in, adds; it never overwrites what a whole file has said."""
    if reading.complete:
        return set()
    complete = Import.objects.filter(source=reading.source, complete=True, state="applied").values_list(
        "delivery_id", flat=True
    )
    whole = set(complete)
    return {key for key, row in present.items() if row.delivery_id in whole}


def values(one: Linked) -> dict[str, Any]:
    """The fields of a participation, as the file and the linking say."""
    grant = {name: getattr(one.grant, name) for name in OF_GRANT}
    return grant | {name: getattr(one, name) for name in OF_LINK}


def differences(row: Participation, one: Linked) -> dict[str, tuple[Any, Any]]:
    wanted = values(one) | {"gone_at": None}
    found = {name: (getattr(row, name), value) for name, value in wanted.items() if getattr(row, name) != value}
    project = (row.project.family, row.project.number)
    if project != (one.grant.family, one.grant.project_number):
        found["project"] = ("/".join(project), f"{one.grant.family}/{one.grant.project_number}")
    return found


def _find_gone(made: Plan, present: dict[str, Participation]) -> None:
    """Only a whole file can tell that something has gone, and only within the programmes it covers."""
    if not made.reading.complete:
        return
    in_file = {one.grant.key for one in made.linked}
    families = {one.grant.family for one in made.linked}
    lacking = [
        row
        for key, row in present.items()
        if key not in in_file and row.gone_at is None and row.project.family in families
    ]
    if made.reading.rejected:
        made.missing = lacking
    else:
        made.gone = lacking


def _find_projects(made: Plan) -> None:
    """The first row that names a project describes it; a source fills another's projects only where they are empty."""
    first: dict[tuple[str, str], Grant] = {}
    for one in made.linked:
        first.setdefault((one.grant.family, one.grant.project_number), one.grant)
    families = {family for family, _ in first}
    present = {(row.family, row.number): row for row in Project.objects.filter(family__in=families)}
    whole = made.reading.complete
    for number, grant in first.items():
        row = present.get(number)
        if row is None:
            made.projects_added.append(_project(made.source, grant))
        elif _describe(row, grant, may_overwrite=whole and row.source == made.source):
            made.projects_changed.append(row)


def _project(source: str, grant: Grant) -> Project:
    described = {name: getattr(grant, name) for name in OF_PROJECT}
    return Project(family=grant.family, number=grant.project_number, source=source, **described)


def _describe(row: Project, grant: Grant, *, may_overwrite: bool) -> bool:
    told = {name: getattr(grant, name) for name in OF_PROJECT}
    better = {
        name: new
        for name, new in told.items()
        if new and new != getattr(row, name) and (may_overwrite or not getattr(row, name))
    }
    start, end = better.get("start", row.start), better.get("end", row.end)
    if start and end and end < start:  # two sources, each with one end of the period: what is there stays
        better = {name: new for name, new in better.items() if name not in ("start", "end")}
    for name, new in better.items():
        setattr(row, name, new)
    return bool(better)
