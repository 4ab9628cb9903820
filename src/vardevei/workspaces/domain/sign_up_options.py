"""How sign-up to an event goes: who may, how many, until when."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, versioned
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.workspaces import rules
from vardevei.workspaces.domain import sign_up_places as places
from vardevei.workspaces.enums import SignUpWho
from vardevei.workspaces.models import Event, SignUpOptions

FIELDS = ["who", "limit", "closes_at", "waiting_list", "hours_to_answer", "remind_days"]


def of(event: Event) -> SignUpOptions | None:
    """None for an event that one just comes to."""
    return SignUpOptions.objects.filter(event=event).first()


@transaction.atomic
def set_up(
    event: Event,
    *,
    who: SignUpWho | str = SignUpWho.ANYONE,
    limit: int | None = None,
    closes_at: datetime | None = None,
    waiting_list: bool = True,
    hours_to_answer: int = 48,
    remind_days: int | None = 2,
    by: Person,
    version: int | None = None,
) -> SignUpOptions:
    """Let people sign up, or change how. With more places, those who wait are offered them; with fewer, nobody loses
    the place she has."""
    rules.must(by, rules.RUN, event.workspace)
    _check(event, closes_at)
    options = SignUpOptions.objects.select_for_update(of=("self",)).filter(event=event).first()
    options = options or SignUpOptions(event=event)
    options.who, options.limit, options.closes_at = who, limit, closes_at
    options.waiting_list, options.hours_to_answer, options.remind_days = waiting_list, hours_to_answer, remind_days
    versioned.save(options, FIELDS, version if options.pk else None)
    log.write(
        "sign-up-options",
        _("Påmeldingen til «{event}» ble endret. Plasser: {limit}."),
        by=by,
        about=event,
        place=event.workspace.owner_id,
        event=event.title,
        limit="∞" if limit is None else limit,
    )
    options.event = event
    places.fill(options)
    return options


def _check(event: Event, closes_at: datetime | None) -> None:
    if closes_at and closes_at > event.starts_at:
        raise Problem(
            "sign-up-closes-late",
            "The time for signing up would end after the event has begun.",
            "Whoever signs up then cannot come.",
            "Choose an earlier day, or leave it empty.",
        )
