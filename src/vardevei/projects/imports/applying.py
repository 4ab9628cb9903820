"""Doing what was planned: all of it in one transaction, or nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import OperationalError, connection, transaction
from django.utils.timezone import now

from vardevei.core.models import Delivery
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import Rejected, Source
from vardevei.projects.domain import joining
from vardevei.projects.enums import Aside, ImportState
from vardevei.projects.imports.differences import OF_GRANT, OF_LINK, OF_PROJECT, Plan, plan, values
from vardevei.projects.models import Import, Participation, Project, SetAside

BATCH = 500
ONE_AT_A_TIME = 27_182_818  # the name of PostgreSQL's lock for imports; any number that nobody else uses
SUSPICIOUS_SHARE, SUSPICIOUS_NUMBER = 0.2, 10


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a file came from. What is empty is filled from what the source says about itself."""

    file_name: str
    address: str = ""
    title: str = ""
    licence: str = ""
    publisher: str = ""


def apply(shown: Plan, source: Source, origin: Origin, *, accept_gone: bool = False) -> Import:
    """Applies the plan that was shown, and only that. A failed try is recorded; a killed one leaves no trace."""
    _refuse_a_great_loss(shown, accept_gone)
    started = now()
    try:
        with transaction.atomic():
            _wait_for_turn()
            return _apply(shown, source, origin, started)
    except OperationalError as error:
        if "locked" not in str(error):
            raise
        raise Problem(
            "import-in-progress",
            "Another import or update is writing to the database.",
            f"({str(error)[:100]})",
            "Nothing was changed. Wait until it has finished, and run again.",
        ) from error
    except Exception as error:
        _record_failure(shown, source, origin, started, error)
        raise


def _apply(shown: Plan, source: Source, origin: Origin, started: datetime) -> Import:
    fresh = plan(shown.reading, shown.linker)
    if fresh.mark() != shown.mark():
        raise Problem(
            "plan-outdated",
            "The database has changed since the difference was shown.",
            "Another import or a correction came between.",
            "Nothing was changed. Run again and look at the new difference.",
        )
    delivery = _delivery(fresh, source, origin)
    _write_projects(fresh)
    _write_participations(fresh, delivery)
    _mark_gone(fresh)
    joining.join({one.grant.family for one in fresh.linked})
    return _record(fresh, delivery, started, ImportState.APPLIED)


def _refuse_a_great_loss(shown: Plan, accept_gone: bool) -> None:
    """A file cut off between two rows looks whole; that much is missing is the only sign."""
    if accept_gone or not loses_much(shown):
        return
    raise Problem(
        "import-loses-much",
        f"{len(shown.gone)} of {_before(shown)} rows that were there are not in the file.",
        "The file may have been cut off, or be of another kind.",
        "Nothing was changed. If the rows really are gone, run again with --accept-gone.",
        gone=len(shown.gone),
        before=_before(shown),
    )


def loses_much(shown: Plan) -> bool:
    """Whether so much has gone that a person must say that it is right."""
    return len(shown.gone) > max(SUSPICIOUS_NUMBER, SUSPICIOUS_SHARE * _before(shown))


def _before(shown: Plan) -> int:
    return shown.unchanged + len(shown.changed) + len(shown.gone)


def _wait_for_turn() -> None:
    """On SQLite the transaction itself waits for its turn (IMMEDIATE); PostgreSQL must be asked."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])


def _delivery(made: Plan, source: Source, origin: Origin) -> Delivery:
    """The same bytes from the same place are the same delivery, however often they are imported."""
    return Delivery.objects.get_or_create(
        source=made.source,
        sha256=made.reading.sha256,
        file_name=origin.file_name[:255],
        address=(origin.address or source.address)[:500],
        publisher=(origin.publisher or source.publisher)[:200],
        defaults={
            "title": (origin.title or source.title)[:200],
            "licence": (origin.licence or source.licence)[:200],
            "size": made.reading.size,
        },
    )[0]


def _write_projects(made: Plan) -> None:
    Project.objects.bulk_create(made.projects_added, batch_size=BATCH)
    Project.objects.bulk_update(made.projects_changed, OF_PROJECT, batch_size=BATCH)


def _write_participations(made: Plan, delivery: Delivery) -> None:
    """Added and changed in one statement: a key that is there is updated, and keeps its id."""
    touched = {one.grant.key for one in made.added} | {change.key for change in made.changed}
    families = {one.grant.family for one in made.linked}
    ids = {(family, number): pk for pk, family, number in _numbers(families)}
    rows = [
        Participation(
            source=made.source,
            key=one.grant.key,
            delivery=delivery,
            project_id=ids[one.grant.family, one.grant.project_number],
            **values(one),
        )
        for one in made.linked
        if one.grant.key in touched
    ]
    fields = ["project_id", "delivery_id", "gone_at", *OF_GRANT, *OF_LINK]
    Participation.objects.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["source", "key"],
        update_fields=[name.removesuffix("_id") for name in fields],
    )


def _numbers(families: set[str]) -> Iterator[tuple[int, str, str]]:
    return Project.objects.filter(family__in=families).values_list("pk", "family", "number").iterator()


def _mark_gone(made: Plan) -> None:
    for start in range(0, len(made.gone), BATCH):
        keys = [row.pk for row in made.gone[start : start + BATCH]]
        Participation.objects.filter(pk__in=keys).update(gone_at=now())


def _record(made: Plan, delivery: Delivery, started: datetime, state: ImportState, **more: Any) -> Import:
    reading = made.reading
    columns = {"unknown": reading.unknown_columns, "missing": reading.missing_columns, "parts": reading.parts}
    run = Import.objects.create(
        delivery=delivery,
        source=made.source,
        state=state,
        complete=reading.complete,
        counts=made.counts() | more,
        columns=columns,
        started_at=started,
        finished_at=now(),
    )
    set_aside = [_aside(run, Aside.REJECTED, one) for one in reading.rejected]
    set_aside += [_aside(run, Aside.NOTE, one) for one in reading.notes]
    SetAside.objects.bulk_create(set_aside, batch_size=BATCH)
    return run


def _aside(run: Import, kind: Aside, one: Rejected) -> SetAside:
    return SetAside(run=run, kind=kind, line=one.line, reason=one.reason, detail=one.detail, raw=one.raw)


def _record_failure(shown: Plan, source: Source, origin: Origin, started: datetime, error: Exception) -> None:
    problem = error.code if isinstance(error, Problem) else type(error).__name__
    with transaction.atomic():
        _record(shown, _delivery(shown, source, origin), started, ImportState.FAILED, problem=problem)
