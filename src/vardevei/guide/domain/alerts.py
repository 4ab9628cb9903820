"""Sending alerts: one letter a day to each person, of all that is new, and nothing twice."""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from vardevei.core.models import Letter, Person
from vardevei.guide.domain import alert_letters, alert_news
from vardevei.guide.enums import Rhythm
from vardevei.guide.models import Sent, Subscription
from vardevei.guide.models.subscription import SubscriptionQuerySet

OLD, ASK_AFTER = timedelta(days=730), timedelta(days=700)
MARKS_FOR = alert_news.BACK * 3  # longer than anything is looked back for
logger = logging.getLogger(__name__)


def send_due(now: datetime | None = None) -> int:
    """Go through what is due; how many letters were written. Each person in a transaction of her own."""
    at, written = now or timezone.now(), 0
    for person in list(due(at).order_by("person").values_list("person", flat=True).distinct()):
        try:
            written += tell(person, at) is not None
        except Exception:  # one that fails must not keep the others from theirs; it is tried again tomorrow
            logger.exception("the alerts of person %s could not be written", person)
    Sent.objects.filter(at__lt=at - MARKS_FOR).delete()
    return written


def due(at: datetime) -> SubscriptionQuerySet:
    """Daily ones that have not been gone through today; weekly ones not since Monday."""
    today = timezone.localtime(at).date()
    monday = today - timedelta(days=today.weekday())
    daily = Q(rhythm=Rhythm.DAILY, looked_on__lt=today)
    return Subscription.objects.running().filter(daily | Q(rhythm=Rhythm.WEEKLY, looked_on__lt=monday))


@transaction.atomic
def tell(person: int, at: datetime) -> Letter | None:
    """The person's letter of the day, if there is anything to say. What it tells is written down together with it."""
    to = Person.objects.get(pk=person)
    subscriptions = list(due(at).filter(person=to).select_for_update().order_by("pk"))
    told = set(Sent.objects.filter(subscription__person=to).values_list("mark", flat=True))
    parts, marks = [], []
    for one in subscriptions:
        news = alert_news.of(one, told, at)
        fresh = {mark for each in news for mark in each.marks}
        told |= fresh
        marks += [(one, mark) for mark in sorted(fresh)]
        if news:
            parts.append((one, news))
    Subscription.objects.filter(pk__in=[one.pk for one in subscriptions]).update(
        looked_on=timezone.localtime(at).date()
    )
    letter = alert_letters.tell(to, parts, at) if parts and to.written_to() and to.bounced_at is None else None
    if letter:
        Sent.objects.bulk_create(Sent(subscription=one, mark=mark, letter=letter, at=at) for one, mark in marks)
    return letter


def end_old(now: datetime | None = None) -> int:
    """Ask those who said yes long ago whether to go on; end what nobody has said yes to in two years. How many."""
    at = now or timezone.now()
    confirmed = Subscription.objects.confirmed()
    for person in _people(confirmed.filter(confirmed_at__lt=at - ASK_AFTER, asked_at=None)):
        _ask(person, at)
    ended = 0
    for person in _people(confirmed.filter(confirmed_at__lt=at - OLD, asked_at__lt=at - (OLD - ASK_AFTER))):
        ended += _end(person, at)
    return ended


def _people(found: SubscriptionQuerySet) -> list[Person]:
    return list(Person.objects.filter(pk__in=found.values("person")).order_by("pk"))


@transaction.atomic
def _ask(person: Person, at: datetime) -> None:
    old = Subscription.objects.confirmed().filter(person=person, confirmed_at__lt=at - ASK_AFTER)
    alert_letters.ask(person, list(old), last=timezone.localtime(at).date() + (OLD - ASK_AFTER))
    old.update(asked_at=at)


@transaction.atomic
def _end(person: Person, at: datetime) -> int:
    found = list(Subscription.objects.confirmed().filter(person=person, confirmed_at__lt=at - OLD))
    alert_letters.ended(person, found)
    Subscription.objects.filter(pk__in=[one.pk for one in found]).delete()
    return len(found)
