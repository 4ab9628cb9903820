"""Work that the clock does for this room."""

from django_tasks import task

from vardevei.library.domain import confirmations, examples


@task()
def ask_owners() -> None:
    """Each morning: ask the owners of examples that nobody has confirmed for a year."""
    confirmations.ask_owners()


@task()
def forget_unconfirmed() -> None:
    """Each night: let go of proposals that nobody confirmed in thirty days."""
    examples.forget_unconfirmed()
