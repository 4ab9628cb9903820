"""Tasks in the queue whose worker is gone are put back: each bears to be run twice."""

from datetime import timedelta

from django.utils import timezone
from django_tasks_db.models import DBTaskResult, TaskResultStatus

from vardevei.core import alive

MOST_TRIES = 3
# A worker on another machine that began a task and did not end it, is believed for so long.
BELIEVED_FOR = timedelta(hours=6)


def put_back() -> int:
    """Put the tasks of dead workers in the queue again. One that has outlived three is given up. How many."""
    return sum(_put_back(task) for task in DBTaskResult.objects.running() if _is_left(task))


def _is_left(task: DBTaskResult) -> bool:
    gone = alive.is_gone(task.worker_ids[-1] if task.worker_ids else "")
    return task.started_at < timezone.now() - BELIEVED_FOR if gone is None else gone


def _put_back(task: DBTaskResult) -> int:
    """Only as it was seen: of two that look at once, one does it."""
    as_seen = DBTaskResult.objects.running().filter(pk=task.pk, started_at=task.started_at)
    if len(task.worker_ids) < MOST_TRIES:
        return as_seen.update(status=TaskResultStatus.READY, started_at=None)
    said = f"{len(task.worker_ids)} workers died while they did it"
    return as_seen.update(status=TaskResultStatus.FAILED, finished_at=timezone.now(), traceback=said)
