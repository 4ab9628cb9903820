"""A letter from the organiser to those who are signed up, who wait, who came, or who have not answered."""

from django.db import models, transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.workspaces import rules
from vardevei.workspaces.domain import sign_up_letters
from vardevei.workspaces.enums import SignUpState
from vardevei.workspaces.models import Event, SignUp


class To(models.TextChoices):
    """Whom it goes to."""

    SIGNED_UP = "signed-up", _("De påmeldte")
    WAITING = "waiting", _("De som står på venteliste")
    CAME = "came", _("De som kom")
    ABSENT = "absent", _("De påmeldte som ikke kom")
    SILENT = "silent", _("De inviterte som ikke har svart")


_WHO = {
    To.SIGNED_UP: Q(state=SignUpState.SIGNED_UP),
    To.WAITING: Q(state__in=[SignUpState.WAITING, SignUpState.OFFERED]),
    To.CAME: Q(came=True),
    To.ABSENT: Q(state=SignUpState.SIGNED_UP) & (Q(came=False) | Q(came__isnull=True)),
    To.SILENT: Q(state=SignUpState.INVITED),
}


def receivers(event: Event, to: To | str) -> QuerySet[SignUp]:
    """Those of them who have an address."""
    reached = event.sign_ups.filter(_WHO[To(to)], person__email__isnull=False, person__erased_at__isnull=True)
    return reached.select_related("person", "event__workspace__owner")


@transaction.atomic
def send(event: Event, *, to: To | str, subject: str, text: str, by: Person) -> int:
    """One letter to each; how many."""
    rules.must(by, rules.RUN, event.workspace)
    reached = list(receivers(event, to))
    if not reached:
        raise Problem(
            "nobody-to-write-to",
            "There is nobody to send the letter to.",
            "Everyone it was meant for is left out.",
            "Choose other receivers.",
        )
    for sign_up in reached:
        sign_up_letters.told(sign_up, subject=subject, text=text, by=by)
    log.write(
        "event-letter",
        _("Brevet «{subject}» gikk til {n}: {to}. Arrangement: «{event}»."),
        by=by,
        about=event,
        place=event.workspace.owner_id,
        subject=subject,
        n=len(reached),
        to=To(to).label,
        event=event.title,
    )
    return len(reached)
