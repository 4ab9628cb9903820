"""Work that the queue does for this room."""

from django_tasks import task

from vardevei.core.domain import sending


@task()
def send_letters() -> int:
    """After letters were written, and each minute: send what is due. Harmless to run twice."""
    return sending.send_waiting().sent
