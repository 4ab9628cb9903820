"""Work that the queue does for this room."""

from django_tasks import task

from vardevei.workspaces.domain import followup_letters


@task()
def remind() -> None:
    """Each morning: write to those whose follow-up is due soon or overdue."""
    followup_letters.remind()
