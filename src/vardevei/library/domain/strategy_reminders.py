"""A letter before a strategy runs out, to those who can renew it: once for each last day."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from vardevei.core.domain import letters
from vardevei.core.models import Person
from vardevei.core.translated import said
from vardevei.library.domain import speakers
from vardevei.library.models import Strategy
from vardevei.organisations.domain import language

BEFORE = timedelta(days=180)  # a council needs about half a year to adopt a new one


def remind(today: date | None = None) -> int:
    """Each day: those that run out within half a year and have not been told of. Says how many letters."""
    now = today or timezone.localdate()
    near = Strategy.objects.standing().filter(valid_until__gte=now, valid_until__lte=now + BEFORE)
    untold = near.filter(Q(reminded_of__isnull=True) | ~Q(reminded_of=F("valid_until")))
    return sum(_tell(strategy) for strategy in untold.select_related("organisation"))


@transaction.atomic
def _tell(strategy: Strategy) -> int:
    people = speakers.of(strategy.organisation)
    for person in people:
        _write(strategy, person)
    Strategy.objects.filter(pk=strategy.pk).update(reminded_of=strategy.valid_until)
    return len(people)


def _write(strategy: Strategy, person: Person) -> None:
    form = language.form_for(person, strategy.organisation)
    letters.write(
        "strategy-ends",
        to=person,
        form=form,
        by=None,
        about=strategy,
        place=strategy.organisation_id,
        title=said(strategy.title, form, strategy.original),
        organisation=strategy.organisation.body,
        until=strategy.valid_until,
        link=f"/strategier/{strategy.pk}/",
    )
