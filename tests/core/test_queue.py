"""Tasks in the queue outlive their workers."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from vardevei.core import alive, tasks
from vardevei.core.domain import queue

pytestmark = pytest.mark.django_db
GONE = f"{alive.socket.gethostname()}:{'0' * 32}"


def begun(*workers: str, ago: timedelta = timedelta()) -> DBTaskResult:
    """A task that the last of these workers has begun."""
    task = DBTaskResult.objects.get(pk=tasks.send_letters.enqueue().id)
    for worker in workers:
        task.claim(worker)
    DBTaskResult.objects.filter(pk=task.pk).update(started_at=timezone.now() - ago)
    return task


def status(task: DBTaskResult) -> str:
    task.refresh_from_db()
    return str(task.status)


def test_a_dead_workers_task_is_put_back_and_a_living_ones_is_left() -> None:
    dead, alives = begun(GONE), begun(alive.me())

    assert (tasks.take_up(), tasks.take_up()) == (1, 0)

    assert (status(dead), status(alives)) == ("READY", "RUNNING")


def test_a_worker_on_another_machine_is_believed_for_hours() -> None:
    lately, long_ago = begun("another:1"), begun("another:1", ago=queue.BELIEVED_FOR + timedelta(seconds=1))

    assert queue.put_back() == 1

    assert (status(lately), status(long_ago)) == ("RUNNING", "READY")


def test_a_task_that_kills_its_workers_is_given_up_and_goes_with_the_finished_ones() -> None:
    task = begun(GONE, GONE, GONE)

    assert queue.put_back() == 1

    assert (status(task), task.traceback) == ("FAILED", "3 workers died while they did it")
    assert task.finished_at is not None
