"""Doing what was planned: all of it in one transaction, or nothing."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from vardevei.core.models import Delivery
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources.announced import Announced, Deadline
from vardevei.opendata.sources.calling import CallSource
from vardevei.opendata.sources.rows import Rejected
from vardevei.programmes.domain import differences
from vardevei.programmes.domain.announcing import deadline_rows
from vardevei.programmes.enums import ChangeKind
from vardevei.programmes.imports.calls.planning import Plan, plan
from vardevei.programmes.models import Call, Change, Intake
from vardevei.programmes.models import Deadline as Kept

BATCH = 500
ONE_AT_A_TIME = 14_142_135  # the name of PostgreSQL's lock for imports of calls; any number that nobody else uses
MOST_KEPT = 200  # rows set aside that are kept to look at


def apply(shown: Plan, source: CallSource, file_name: str, *, accept_gone: bool = False) -> Intake:
    """Applies the plan anew over what stands now. What has not changed is not written."""
    with transaction.atomic():
        _wait_for_turn()
        made = plan(shown.reading)
        _refuse_a_great_loss(made, accept_gone)
        delivery = _delivery(made, source, file_name)
        intake = _record(made, delivery)
        _add(made, delivery, intake)
        _change(made, delivery, intake)
        _leave(made, intake)
    return intake


def _wait_for_turn() -> None:
    """On SQLite the transaction itself waits for its turn (IMMEDIATE); PostgreSQL must be asked."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])


def _refuse_a_great_loss(made: Plan, accept_gone: bool) -> None:
    """An answer cut off between two calls looks whole; that much is missing is the only sign."""
    if accept_gone or not made.loses_much:
        return
    raise Problem(
        "import-loses-much",
        f"{len(made.gone)} of {made.lasting} calls that were there are not in the file.",
        "The file may have been cut off, or be of another kind.",
        "Nothing was changed. If the calls really are gone, run again with --accept-gone.",
        gone=len(made.gone),
        before=made.lasting,
    )


def _delivery(made: Plan, source: CallSource, file_name: str) -> Delivery:
    """The same bytes from the same place are the same delivery, however often they are imported."""
    return Delivery.objects.get_or_create(
        source=made.reading.source,
        sha256=made.reading.sha256,
        file_name=file_name[:255],
        address=source.page[:500],
        publisher=source.publisher[:200],
        defaults={
            "title": source.title[:200],
            "licence": source.licence[:200],
            "size": made.reading.size,
            "data_as_of": made.taken_at.date(),
        },
    )[0]


def _record(made: Plan, delivery: Delivery) -> Intake:
    reading = made.reading
    aside = [_aside(one) for one in [*reading.rejected, *reading.notes][:MOST_KEPT]]
    return Intake.objects.create(
        source=reading.source, delivery=delivery, taken_at=made.taken_at, complete=reading.complete,
        counts=made.counts(), set_aside=aside,
    )  # fmt: skip


def _aside(one: Rejected) -> list[Any]:
    return [one.line, one.reason, one.detail, one.raw]


def _add(made: Plan, delivery: Delivery, intake: Intake) -> None:
    rows = [row for _slug, row in made.added]
    calls = Call.objects.bulk_create((_call(made, slug, row, delivery) for slug, row in made.added), batch_size=BATCH)
    _write_deadlines((call, row.deadlines) for call, row in zip(calls, rows, strict=True))
    if not made.first:
        _tell(((call, ChangeKind.NEW, None, None) for call in calls), made.taken_at, intake)


def _call(made: Plan, slug: str, row: Announced, delivery: Delivery) -> Call:
    silent = sorted(set(made.reading.silent) & {"abstract"})
    return Call(
        key=slug, source=made.reading.source, source_key=row.key, delivery=delivery, unsaid=silent,
        programme_id=made.programmes.get(row.programme_number), first_seen_at=made.taken_at, **differences.values(row),
    )  # fmt: skip


def _change(made: Plan, delivery: Delivery, intake: Intake) -> None:
    told: list[tuple[Call, ChangeKind, Any, Any]] = [(call, ChangeKind.BACK, None, None) for call in made.back]
    names: set[str] = {"delivery_id", "gone_at"}
    touched = {call.pk: call for call in made.back}
    for call, compared in made.changed:
        for name, value in compared.values.items():
            setattr(call, name, value)
        names |= compared.values.keys()
        touched[call.pk] = call
        told += [(call, one.kind, one.old, one.new) for one in compared.told]
    for call in touched.values():
        call.delivery, call.gone_at = delivery, None
    fields = sorted(name.removesuffix("_id") for name in names)
    Call.objects.bulk_update(touched.values(), fields, batch_size=100)
    dated = [(call, compared.deadlines) for call, compared in made.changed if compared.deadlines is not None]
    Kept.objects.filter(call__in=[call.pk for call, _ in dated]).delete()
    _write_deadlines(dated)
    _tell(told, made.taken_at, intake)


def _leave(made: Plan, intake: Intake) -> None:
    Call.objects.filter(pk__in=[call.pk for call in made.gone]).update(gone_at=made.taken_at)
    _tell(((call, ChangeKind.GONE, None, None) for call in made.gone), made.taken_at, intake)


def _write_deadlines(dated: Iterable[tuple[Call, Iterable[Deadline]]]) -> None:
    rows = [row for call, deadlines in dated for row in deadline_rows(call, deadlines)]
    Kept.objects.bulk_create(rows, batch_size=BATCH)


def _tell(told: Iterable[tuple[Call, ChangeKind, Any, Any]], at: datetime, intake: Intake) -> None:
    rows = [Change(call=call, kind=kind, old=old, new=new, seen_at=at, intake=intake) for call, kind, old, new in told]
    Change.objects.bulk_create(rows, batch_size=BATCH)
