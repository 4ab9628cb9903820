"""Work that the queue does for this room."""

from django_tasks import task

from vardevei.organisations.domain import expiry


@task()
def expire() -> None:
    """Each night: let go of personal data whose time is out."""
    expiry.carry_out(expiry.plan())
