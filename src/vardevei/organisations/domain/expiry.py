"""The daily deletion: what has lapsed goes, and people nobody needs are warned and then erased."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import keeping, letters, log, people
from vardevei.core.models import Person
from vardevei.core.personal import IN_USE
from vardevei.organisations.domain import language
from vardevei.organisations.models import Role

KEPT = timedelta(days=IN_USE.days or 0)
NOTICE = timedelta(days=30)
# What other rooms keep people for beside roles: each gives the people who have asked for something that goes on.
KEPT_FOR: list[Callable[[], QuerySet[Any]]] = []
WHY = _("Ingen rolle og ingen innlogging på 12 måneder.")


@dataclass(frozen=True, slots=True)
class Plan:
    """What would go now: rows under each limit, people to warn, people to erase."""

    lapses: list[keeping.Lapse]
    warned: list[Person]
    erased: list[Person]

    def lines(self) -> list[str]:
        """What would go and why, in English, for the terminal. Numbers, never names."""
        rows = [
            f"{lapse.count} rows of {lapse.model._meta.label}: {'deleted' if lapse.deleted else 'emptied of people'} "
            f"({lapse.limit.code}, {lapse.limit.days} days after {lapse.personal.since})"
            for lapse in self.lapses
        ]
        warned = (
            [f"{len(self.warned)} people: told that they will be erased in 30 days (in-use)"] if self.warned else []
        )
        erased = [f"{len(self.erased)} people: erased (in-use, {IN_USE.days} days)"] if self.erased else []
        return [*rows, *warned, *erased]


def plan(now: datetime | None = None) -> Plan:
    """What lapses at the moment."""
    at = now or timezone.now()
    return Plan(keeping.lapsed(at), list(_to_warn(at)), list(_to_erase(at)))


def carry_out(found: Plan, *, by: Person | None = None) -> None:
    """Do it, and write in the log how many of each. Each person goes in a transaction of their own."""
    rows = keeping.apply(found.lapses)
    for person in found.warned:
        _warn(person)
    for person in found.erased:
        people.erase(person, by=by, why=str(WHY))
    if rows or found.warned or found.erased:
        text = _("Sletting etter frist: {rows} rader, {erased} personer slettet, {warned} varslet.")
        erased, warned = len(found.erased), len(found.warned)
        log.write("expired", text, by=by, rows=rows, erased=erased, warned=warned)


def _before(day: date) -> QuerySet[Person]:
    """People without a role today or later, neither made, signed in nor with a role since the day."""
    standing = Role.objects.filter(Q(end__isnull=True) | Q(end__gte=day))
    without = Person.objects.present().exclude(pk__in=standing.values("person"))
    login = Q(last_login__isnull=True) | Q(last_login__date__lt=day)
    for kept in KEPT_FOR:
        without = without.exclude(pk__in=kept())
    return without.filter(login, created_at__date__lt=day).order_by("pk")


def _to_warn(now: datetime) -> QuerySet[Person]:
    """Eleven months without use, can be written to, and not told since they were last here."""
    told = Q(warned_at__isnull=False) & (Q(last_login__isnull=True) | Q(warned_at__gt=F("last_login")))
    reached = Q(email__isnull=False, bounced_at__isnull=True)
    return _before(timezone.localdate(now) - KEPT + NOTICE).filter(reached).exclude(told)


def _to_erase(now: datetime) -> QuerySet[Person]:
    """A year without use, and told a month ago; one who cannot be written to goes after the year."""
    told = Q(warned_at__lt=now - NOTICE) & (Q(last_login__isnull=True) | Q(warned_at__gt=F("last_login")))
    unreached = Q(email__isnull=True) | Q(bounced_at__isnull=False)
    return _before(timezone.localdate(now) - KEPT).filter(told | unreached)


@transaction.atomic
def _warn(person: Person) -> None:
    last = timezone.localdate() + NOTICE
    letters.write("soon-erased", to=person, form=language.form_for(person), by=None, last=last, link="/min-side/")
    person.warned_at = timezone.now()
    person.save(update_fields=["warned_at"])
