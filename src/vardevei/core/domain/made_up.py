"""Made-up rows are recorded while they are made, and taken away to the last one: `with made_up.recording(): ...`."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import Any

from django.db import models, transaction
from django.db.models.signals import post_save

from vardevei.core.domain import messages, post, records
from vardevei.core.models import Letter, LogEntry, MadeUp, Person
from vardevei.core.personal import own_models
from vardevei.opendata.problem import Problem

Made = dict[tuple[str, str], None]  # model and key of each row, in the order they were made
DOMAIN = "eksempel.invalid"  # nothing under .invalid can ever be delivered


def present() -> bool:
    """Whether made-up rows are in the database now."""
    return MadeUp.objects.exists()


@contextmanager
def recording() -> Iterator[None]:
    """Everything that is made in here is made up. All of it is kept, or nothing when something fails.

    What verbs do when the transaction has ended (a log line, a letter to the county) is made up too.
    """
    with _noticing() as made:
        with transaction.atomic():
            before = _size()
            yield
            _check(_size() - before, len(made))
            _keep(made)
        _keep(made)


@contextmanager
def _noticing() -> Iterator[Made]:
    """Each row of ours that is made meanwhile."""
    made: Made = {}
    ours = set(_ours())

    def remember(sender: type[models.Model], instance: models.Model, created: bool, **_: Any) -> None:
        if created and sender in ours:
            made[(sender._meta.label_lower, str(instance.pk))] = None

    together = models.QuerySet.bulk_create

    def many(rows: models.QuerySet[Any], *given: Any, **options: Any) -> list[Any]:
        """Rows made together send no signal."""
        found = together(rows, *given, **options)
        for row in found:
            remember(rows.model, row, created=True)
        return found

    post_save.connect(remember, weak=False)
    models.QuerySet.bulk_create = many  # type: ignore[method-assign, assignment]
    try:
        yield made
    finally:
        models.QuerySet.bulk_create = together  # type: ignore[method-assign]
        post_save.disconnect(remember)


def _keep(made: Made) -> None:
    rows = [MadeUp(model=model, key=key) for model, key in made]
    MadeUp.objects.bulk_create(rows, ignore_conflicts=True)
    Person.objects.filter(pk__in=_keys(Person)).update(made_up=True)


@transaction.atomic
def remove() -> int:
    """Take away every made-up row, newest first, and what has been written to or about them since. How many rows."""
    rows = list(MadeUp.objects.order_by("-pk"))
    people = [int(key) for key in _keys(Person)]
    _clear_log(people)
    _clear_folder(people)
    theirs = [rows for person in Person.objects.filter(pk__in=people) for rows in _what_tells_of(person)]
    made = [(kind, [row.key for row in group]) for kind, group in groupby(rows, key=lambda row: row.kind)]
    kinds = [kind._default_manager.filter(pk__in=keys) for kind, keys in made if kind not in (LogEntry, Person)]
    _take_away([*theirs, *kinds])
    Person.objects.filter(pk__in=people).delete()
    MadeUp.objects.all().delete()
    return len(rows)


def _what_tells_of(person: Person) -> Iterator[models.QuerySet[Any]]:
    return (found.rows for found in records.of(person) if found.model not in (Person, LogEntry))


def _take_away(waiting: list[models.QuerySet[Any]]) -> None:
    """A row that another one needs goes when that one is gone."""
    while waiting:
        held = [rows for rows in waiting if not _gone(rows)]
        if len(held) == len(waiting):
            held[0].delete()  # says what still needs them
        waiting = held


def _gone(rows: models.QuerySet[Any]) -> bool:
    try:
        with transaction.atomic():
            rows.delete()
    except (models.ProtectedError, models.RestrictedError):
        return False
    return True


def _clear_folder(people: list[int]) -> None:
    """Their letters that lie as files."""
    for letter in Letter.objects.filter(to__in=people):
        post.forget(messages.message_id(letter))


def _clear_log(people: list[int]) -> None:
    """The one time that the log loses lines: those that tell of what never was. The database refuses any other."""
    code, by_them = LogEntry._meta.label_lower, LogEntry.objects.filter(by__in=people).values_list("pk", flat=True)
    MadeUp.objects.bulk_create([MadeUp(model=code, key=str(key)) for key in by_them], ignore_conflicts=True)
    models.QuerySet(LogEntry).filter(pk__in=_keys(LogEntry))._raw_delete(LogEntry.objects.db)


def _keys(kind: type[models.Model]) -> list[str]:
    return list(MadeUp.objects.filter(model=kind._meta.label_lower).values_list("key", flat=True))


def _ours() -> list[type[models.Model]]:
    return [model for model in own_models() if model is not MadeUp]


def _size() -> int:
    return sum(model._default_manager.count() for model in _ours())


def _check(made: int, recorded: int) -> None:
    """A row that was made without being recorded would stay behind for ever."""
    if made != recorded:
        raise Problem(
            "demo-unrecorded",
            f"The demonstration made {made} rows and recorded {recorded}.",
            "A row that is not recorded could not be taken away again. Nothing was written.",
            "Tell those who make the program.",
        )
