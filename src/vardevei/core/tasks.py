"""Work that the queue does for this room."""

from django_tasks import task

from vardevei.core.domain import queue, runs, sending, working


@task()
def send_letters() -> int:
    """After letters were written, and each minute: send what is due. Harmless to run twice."""
    return sending.send_waiting().sent


@task()
def carry_out(run: int) -> str:
    """Do a piece of long work, see domain/working.py. Harmless to run twice."""
    done = working.carry_out(run)
    return done.state if done else "not ours"


def take_up() -> int:
    """Put tasks and runs whose worker died in the queue again. How many."""
    left = runs.left_behind()
    for run in left:
        carry_out.enqueue(run.pk)
    return len(left) + queue.put_back()
