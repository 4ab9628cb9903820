from typing import Any

from django.apps import AppConfig
from django.db import transaction


class WebConfig(AppConfig):
    name = "vardevei.web"
    label = "web"

    def ready(self) -> None:
        from django.db.models.signals import post_save

        from vardevei.core.models import Letter

        post_save.connect(start_sending, sender=Letter, dispatch_uid="start_sending")


def start_sending(created: bool, **_: Any) -> None:
    """A written letter is sent by the worker as soon as the transaction stands; one piece of work for them all."""
    waiting = transaction.get_connection().run_on_commit
    if created and all(work[1] is not enqueue for work in waiting):
        transaction.on_commit(enqueue, robust=True)


def enqueue() -> None:
    from vardevei.core.tasks import send_letters

    send_letters.enqueue()
