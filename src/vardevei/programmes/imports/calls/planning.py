"""The reading against the database: which calls are new, changed, gone and back. Nothing is written here."""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone
from django.utils.text import slugify

from vardevei.opendata.problem import Problem
from vardevei.opendata.sources.announced import Announced, Announcements, Deadline
from vardevei.opendata.sources.eu_portal import programmes
from vardevei.programmes.domain import differences
from vardevei.programmes.domain.differences import Compared
from vardevei.programmes.models import Call, Intake, Programme

SUSPICIOUS_SHARE, SUSPICIOUS_NUMBER = 0.25, 10


@dataclass(slots=True)
class Plan:
    """What an import would do. `missing`: calls that the file lacks while some of its rows could not be read, so that
    nobody can tell whether they have gone. `first`: the source was never read before, so nothing is news."""

    reading: Announcements
    taken_at: datetime
    first: bool = False
    added: list[tuple[str, Announced]] = field(default_factory=list)
    changed: list[tuple[Call, Compared]] = field(default_factory=list)
    back: list[Call] = field(default_factory=list)
    gone: list[Call] = field(default_factory=list)
    missing: list[Call] = field(default_factory=list)
    unchanged: int = 0
    lasting: int = 0
    programmes: dict[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.changed or self.back or self.gone)

    @property
    def loses_much(self) -> bool:
        """Whether so many have gone before their deadline that a person must say that it is right."""
        return len(self.gone) > max(SUSPICIOUS_NUMBER, SUSPICIOUS_SHARE * self.lasting)

    def counts(self) -> dict[str, int]:
        told: dict[str, int] = {}
        for _call, compared in self.changed:
            for kind in {str(one.kind) for one in compared.told}:
                told[kind] = told.get(kind, 0) + 1
        reading = self.reading
        passed = {f"passed_over:{reason}": count for reason, count in sorted(reading.passed_over.items())}
        return {
            "rows_read": reading.rows_read,
            "calls": len(reading.rows),
            "added": len(self.added),
            "changed": sum(bool(compared.told) for _, compared in self.changed),
            "filled": sum(not compared.told for _, compared in self.changed),
            "back": len(self.back),
            "gone": len(self.gone),
            "missing": len(self.missing),
            "unchanged": self.unchanged,
            "rejected": len(reading.rejected),
            "notes": len(reading.notes),
        } | {**passed, **{f"changed:{kind}": count for kind, count in sorted(told.items())}}


def plan(reading: Announcements) -> Plan:
    """The difference. A Problem when the file is older than what was taken into use before."""
    latest = Intake.objects.filter(source=reading.source, complete=True).first()
    made = Plan(reading, reading.taken_at or timezone.now(), first=latest is None)
    if latest and reading.complete and made.taken_at < latest.taken_at:
        raise _older(made.taken_at, latest.taken_at)
    made.programmes = _programmes()
    present = list(Call.objects.filter(source=reading.source).prefetch_related("deadlines"))
    by_key = {call.source_key: call for call in present}
    by_identifier = {call.identifier: call for call in present if call.kind != "cascade"}
    taken, seen = set(Call.objects.values_list("key", flat=True)), set()
    for row in reading.rows:
        call = by_key.get(row.key) or (by_identifier.get(row.identifier) if row.kind != "cascade" else None)
        if call is None or call.pk in seen:
            made.added.append((_slug(row, taken), row))
            continue
        seen.add(call.pk)
        _compare(made, call, row)
    _find_gone(made, present, seen)
    return made


def _programmes() -> dict[str, str]:
    """The portal's number -> the programme's code, for those that the guide has."""
    codes = set(Programme.objects.values_list("code", flat=True))
    return {number: row["programme"] for number, row in programmes().items() if row["programme"] in codes}


def _slug(row: Announced, taken: set[str]) -> str:
    """Its address for good: the identifier, and the source's number where several calls share one."""
    number = row.key.rpartition("/")[2]
    base = slugify(row.identifier)[:100] or "utlysning"
    wanted = slugify(f"{base}-{number}")[:115] if row.kind == "cascade" or base in taken else base
    slug, more = wanted, 1
    while slug in taken:
        more += 1
        slug = f"{wanted}-{more}"
    taken.add(slug)
    return slug


def before(call: Call) -> list[Deadline]:
    """The deadlines that are kept, as a source tells them."""
    return [Deadline(one.on, None if one.whole_day else one.at) for one in call.deadlines.all()]


def _compare(made: Plan, call: Call, row: Announced) -> None:
    silent = set(made.reading.silent) | ({"topics"} if "keywords" in made.reading.silent and call.topics else set())
    compared = differences.compare(
        call, before(call), differences.values(row), row.deadlines,
        at=made.taken_at, silent=silent, all_told="deadlines" not in made.reading.silent,
    )  # fmt: skip
    programme = made.programmes.get(row.programme_number)
    if programme and programme != call.programme_id:
        compared.values["programme_id"] = programme
    if row.key != call.source_key:
        compared.values["source_key"] = row.key
    if call.gone_at:
        made.back.append(call)
    if compared:
        made.changed.append((call, compared))
    elif not call.gone_at:
        made.unchanged += 1


def _find_gone(made: Plan, present: list[Call], seen: set[int]) -> None:
    """Only a file with every open call can tell that one has gone. One whose deadline is over has ended, not gone."""
    if not made.reading.complete:
        return
    last = {call.pk: [one for one in before(call) if not one.passed(made.taken_at)] for call in present}
    lasting = [call for call in present if not call.gone_at and (last[call.pk] or not call.deadlines.all())]
    made.lasting = len(lasting)
    lacking = [call for call in lasting if call.pk not in seen]
    named = {one.raw.get("identifier", "").strip("[]'\"") for one in made.reading.rejected}
    for call in lacking:
        (made.missing if "" in named or call.identifier in named else made.gone).append(call)


def _older(taken_at: datetime, latest: datetime) -> Problem:
    return Problem(
        "calls-older",
        f"The file tells how the calls were on {taken_at:%Y-%m-%d %H:%M}.",
        f"A newer one, of {latest:%Y-%m-%d %H:%M}, has been taken into use.",
        "Nothing was changed. Import the files in the order they were made.",
    )
