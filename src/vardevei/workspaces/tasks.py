"""Work that the queue does for this room."""

from django_tasks import task

from vardevei.workspaces.domain import followup_letters, survey_sending, surveys


@task()
def remind() -> None:
    """Each morning: write to those whose follow-up is due soon or overdue."""
    followup_letters.remind()


@task()
def close_surveys() -> None:
    """Each night: surveys whose last day is over take no more answers."""
    surveys.close_those_over()


@task()
def remind_of_surveys() -> None:
    """Each morning: the reminders that were planned for the day."""
    survey_sending.remind_due()
