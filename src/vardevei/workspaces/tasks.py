"""Work that the queue and the clock do for this room."""

from django_tasks import task

from vardevei.workspaces.domain import followup_letters, sign_up_clock, survey_sending, surveys


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


def places() -> None:
    """Every few minutes: offered places that were not answered in time go to the next in line."""
    sign_up_clock.follow_events()
    sign_up_clock.pass_on_all()


def reminders() -> None:
    """Every few minutes: those who come to something near are reminded, each once."""
    sign_up_clock.remind_all()
