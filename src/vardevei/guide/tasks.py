"""Work that the clock does for this room."""

from django_tasks import task

from vardevei.guide.domain import alerts, partner_requests, subscriptions


@task()
def send_alerts() -> None:
    """Each morning: the letters of what is new, daily and weekly."""
    alerts.send_due()


@task()
def end_alerts() -> None:
    """Each night: unconfirmed alerts go, old ones are asked about and end."""
    subscriptions.forget_unconfirmed()
    alerts.end_old()


@task()
def forget_unconfirmed_partner_requests() -> None:
    """Each night: let go of partner requests that nobody confirmed in thirty days."""
    partner_requests.forget_unconfirmed()
