"""Calls that no feed tells of, put in by hand: Interreg, Nordplus and the national schemes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, versioned
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources.announced import Deadline as Told
from vardevei.organisations.models import Organisation
from vardevei.programmes import rules
from vardevei.programmes.domain import differences
from vardevei.programmes.enums import BY_HAND, ChangeKind
from vardevei.programmes.models import Call, Change, Deadline, Programme

FIELDS = (
    "title", "abstract", "who", "identifier", "address", "opens_on", "planned", "budget", "smallest", "largest",
    "currency", "language", "topics",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """What is put in. The address is where anyone can check it."""

    programme: Programme
    title: str
    address: str
    deadlines: tuple[Told, ...] = ()
    opens_on: date | None = None
    planned: bool = False
    abstract: str = ""
    who: str = ""
    identifier: str = ""
    budget: Decimal | None = None
    smallest: Decimal | None = None
    largest: Decimal | None = None
    currency: str = "EUR"
    language: str = "nb"
    topics: tuple[str, ...] = ()

    def values(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in FIELDS} | {"topics": list(self.topics)}


@transaction.atomic
def announce(entry: Entry, *, by: Person | None, county: Organisation | None = None) -> Call:
    """Put in a call. It stands among the others at once."""
    _must(by, county)
    _check(entry)
    standing = Call.objects.filter(source=BY_HAND, programme=entry.programme, title=entry.title, gone_at=None)
    if again := standing.filter(opens_on=entry.opens_on, deadlines__at__in=_moments(entry)).first():
        return again
    call = Call(source=BY_HAND, by=by, county=county, programme=entry.programme, family=entry.programme.family)
    call.key = call.source_key = _key(entry)
    for name, value in entry.values().items():
        setattr(call, name, value)
    call.save()
    Deadline.objects.bulk_create(deadline_rows(call, entry.deadlines))
    Change.objects.create(call=call, kind=ChangeKind.NEW, seen_at=call.first_seen_at)
    _log("call-announced", _("{by_whom} la inn utlysningen {call}."), call, by)
    return call


@transaction.atomic
def edit(call: Call, entry: Entry, *, by: Person | None, version: int | None = None) -> Call:
    """Say it better. What readers should hear of is kept as a change, as from any source."""
    _must(by, call.county)
    _only_by_hand(call)
    _check(entry)
    now, said = timezone.now(), entry.values()
    before = [Told(one.on, None if one.whole_day else one.at) for one in call.deadlines.all()]
    compared = differences.compare(call, before, said, entry.deadlines, at=now, all_told=True)
    for name, value in said.items():
        setattr(call, name, value)
    call.programme, call.family = entry.programme, entry.programme.family
    versioned.save(call, [*FIELDS, "programme_id", "family"], version)
    call.deadlines.all().delete()
    Deadline.objects.bulk_create(deadline_rows(call, entry.deadlines))
    Change.objects.bulk_create(
        Change(call=call, kind=one.kind, old=one.old, new=one.new, seen_at=now) for one in compared.told
    )
    _log("call-edited", _("{by_whom} endret utlysningen {call}."), call, by)
    return call


@transaction.atomic
def withdraw(call: Call, *, by: Person | None, why: str) -> Call:
    """It was wrong, or is called off. The page stays and says so. Twice is as once."""
    _must(by, call.county)
    _only_by_hand(call)
    if call.gone_at:
        return call
    if not why.strip():
        raise Problem("call-withdrawal-unsigned", "A withdrawal needs a reason.", "Others must see why.", "Fill it in.")
    call.gone_at = timezone.now()
    versioned.save(call, ["gone_at"])
    Change.objects.create(call=call, kind=ChangeKind.GONE, seen_at=call.gone_at, new=why.strip())
    _log("call-withdrawn", _("{by_whom} trakk utlysningen {call}."), call, by, why)
    return call


def deadline_rows(call: Call, deadlines: Iterable[Told]) -> Iterator[Deadline]:
    """The deadlines in the order of their dates, to be written."""
    once = {one.moment: one for one in deadlines}
    for stage, moment in enumerate(sorted(once), start=1):
        yield Deadline(call=call, stage=stage, at=moment, whole_day=once[moment].at is None)


def _moments(entry: Entry) -> list[Any]:
    return [one.moment for one in entry.deadlines]


def _key(entry: Entry) -> str:
    year = entry.deadlines[-1].on.year if entry.deadlines else (entry.opens_on or timezone.localdate()).year
    base = slugify(f"{entry.title[:80]}-{year}")
    taken = set(Call.objects.filter(key__startswith=base).values_list("key", flat=True))
    return next(
        key for number in range(1, len(taken) + 2) if (key := base if number == 1 else f"{base}-{number}") not in taken
    )


def _must(by: Person | None, county: Organisation | None) -> None:
    """None is the program itself. What no county has put in is for the network."""
    if by is not None:
        rules.must(by, rules.ANNOUNCE, county.pk if county else "")


def _only_by_hand(call: Call) -> None:
    if call.source != BY_HAND:
        raise Problem(
            "call-from-a-source",
            "This call comes from a source, and follows it.",
            "What was written here would be gone with the next reading.",
            "Tell the publisher what is wrong.",
        )


def _check(entry: Entry) -> None:
    last = entry.deadlines[-1].on if entry.deadlines else None
    if not entry.title.strip() or not entry.address.strip():
        raise Problem(
            "call-unsourced", "A call needs a title and the address where it is announced.",
            "Readers must be able to check it.", "Fill them in.",
        )  # fmt: skip
    if entry.opens_on and last and entry.opens_on > last:
        raise Problem("call-opens-late", "It opens after its last deadline.", "", "Correct one of the dates.")
    if not entry.opens_on and not last:
        raise Problem("call-undated", "A call needs a deadline or a day it opens.", "", "Fill in one of them.")


def _log(act: str, text: Any, call: Call, by: Person | None, why: str = "") -> None:
    who = call.county or by or "Vardevei"
    place = call.county_id or ""
    log.write(act, text, by=by, about=call, place=place, why=why, by_whom=who, call=call.title)
