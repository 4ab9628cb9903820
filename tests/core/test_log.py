"""The log only grows, in the database too; an erased person's key may be emptied."""

from importlib import import_module

import pytest
from django.db import IntegrityError, connection, models, transaction

from tests.people import somebody
from vardevei.core.domain import log
from vardevei.core.models import LogEntry, MadeUp, Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry() -> LogEntry:
    return log.write("note-written", "{who} skrev et notat.", by=somebody(), why="Fordi.", place="5054-2018", n=1)


def behind_the_models_back(**fields: object) -> None:
    models.QuerySet(LogEntry).update(**fields)


@pytest.mark.parametrize(
    "change",
    [{"act": "other"}, {"text": "Noe annet."}, {"why": ""}, {"values": {"n": 2}}, {"place": ""}, {"subject": "a:1"}],
)
def test_the_database_refuses_a_change(entry, change: dict[str, object]) -> None:
    with pytest.raises(IntegrityError, match="only added to"), transaction.atomic():
        behind_the_models_back(**change)

    assert LogEntry.objects.get().values == {"n": 1}


def test_nobody_can_be_put_in_anothers_place_but_a_key_can_be_emptied(entry) -> None:
    other = somebody("En Annen")
    with pytest.raises(IntegrityError), transaction.atomic():
        behind_the_models_back(by=other)

    Person.objects.filter(pk=entry.by_id).delete()

    assert LogEntry.objects.get().by is None


@pytest.fixture
def _loses_nothing() -> None:
    """The tests' own site lacks the trigger on SQLite, see conftest.py."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(import_module("vardevei.core.migrations.0012_log_loses_nothing").SQLITE)


@pytest.mark.usefixtures("_loses_nothing")
def test_the_database_refuses_that_a_line_goes_unless_it_was_made_up(entry) -> None:
    everything = models.QuerySet(LogEntry)
    with pytest.raises(IntegrityError, match="loses nothing"), transaction.atomic():
        everything.delete()
    MadeUp.objects.create(model="core.logentry", key=str(entry.pk))

    assert everything.delete() == (1, {"core.LogEntry": 1})


@pytest.mark.parametrize("narrowed", [{}, {"place": "5054-2018"}, {"by": 1}, {"subject": "organisations.role:1"}])
def test_the_newest_lines_are_read_from_an_index(narrowed: dict[str, object]) -> None:
    plan = LogEntry.objects.filter(**narrowed)[:50].explain()

    assert "USING INDEX" in plan or connection.vendor != "sqlite"
