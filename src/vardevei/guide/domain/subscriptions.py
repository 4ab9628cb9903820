"""Asking for word of calls, saying yes to it, changing, pausing and stopping it. No account is needed."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.guide.domain import alert_letters
from vardevei.guide.enums import Rhythm, Told
from vardevei.guide.models import Subscription
from vardevei.opendata.problem import Problem

LADDER = (30, 14, 7, 2)  # days before a deadline that one can be reminded at
MOST = 30  # for one person
UNCONFIRMED_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for. `wanted` is as `Wanted.as_dict()` gives it."""

    wanted: dict[str, str] = field(default_factory=dict)
    rhythm: str = Rhythm.WEEKLY.value
    form: str = "nb"
    tells: tuple[str, ...] = (Told.NEW.value, Told.DATES.value)
    ladder: tuple[int, ...] = (14,)


@transaction.atomic
def subscribe(choice: Choice, *, to: Person, signed_in: bool = False) -> Subscription | None:
    """A new one, or the same again. Without being `signed_in` it waits for the link in the letter to be pressed.

    A stranger is never told whether it was there before: None when there are too many already.
    """
    _check(choice)
    own = Subscription.objects.select_for_update().filter(person=to)
    wanted = {name: value for name, value in choice.wanted.items() if name != "show"}
    standing = next((one for one in own if one.wanted == wanted), None)
    if standing is None and len(own) >= MOST:
        if signed_in:
            raise _too_many()
        return None
    found = standing or Subscription(person=to, wanted=wanted)
    if signed_in or not found.confirmed_at:
        _take(found, choice)
        found.save()
    if signed_in:
        confirm(found)
    else:
        alert_letters.confirm(found)
    return found


@transaction.atomic
def confirm(subscription: Subscription) -> None:
    """Yes, from the one who reads the post of the address. Said again, it stands for two more years."""
    first = subscription.confirmed_at is None
    subscription.confirmed_at, subscription.asked_at = timezone.now(), None
    if first:
        _from_now(subscription)
        _log("alert-confirmed", _("{who} bekreftet et varsel på e-post."), subscription.person)
    subscription.save()


@transaction.atomic
def change(subscription: Subscription, choice: Choice) -> None:
    """Another rhythm, other news, other reminders. The form of language goes for all of the person's alerts."""
    _check(choice)
    _take(subscription, choice)
    subscription.save()
    Subscription.objects.filter(person=subscription.person_id).update(form=choice.form)


@transaction.atomic
def pause(subscription: Subscription) -> None:
    """Nothing is told until it is taken up again."""
    if subscription.paused_at is None:
        subscription.paused_at = timezone.now()
        subscription.save(update_fields=["paused_at"])


@transaction.atomic
def resume(subscription: Subscription) -> None:
    """From now on; what happened meanwhile is not told."""
    if subscription.paused_at is not None:
        subscription.paused_at = None
        _from_now(subscription)
        subscription.save(update_fields=["paused_at", "since", "looked_on"])


@transaction.atomic
def stop(person: Person | None, subscriptions: list[Subscription]) -> None:
    """No more letters of these. Nothing is kept of them; twice is as once."""
    gone, _each = Subscription.objects.filter(pk__in=[one.pk for one in subscriptions]).delete()
    if gone and person:
        _log("alerts-stopped", _("{who} stoppet varsler på e-post."), person)


@transaction.atomic
def go_on(person: Person) -> None:
    """Said anew: all of the person's alerts stand for two more years."""
    Subscription.objects.confirmed().filter(person=person).update(confirmed_at=timezone.now(), asked_at=None)


def of(person: Person) -> list[Subscription]:
    """The person's own, those that wait to be confirmed too."""
    return list(Subscription.objects.filter(person=person).order_by("pk"))


def people() -> QuerySet[Subscription]:
    """Those who get alerts: they are in use, though they never sign in."""
    return Subscription.objects.confirmed().values("person")  # type: ignore[return-value]


def forget_unconfirmed() -> int:
    """Those that nobody has said yes to in seven days go; how many."""
    old = Subscription.objects.filter(confirmed_at=None, made_at__lt=timezone.now() - UNCONFIRMED_FOR)
    return old.delete()[0]


def _take(subscription: Subscription, choice: Choice) -> None:
    subscription.rhythm, subscription.form = choice.rhythm, choice.form
    subscription.tells, subscription.ladder = list(choice.tells), sorted(choice.ladder, reverse=True)


def _from_now(subscription: Subscription) -> None:
    subscription.since, subscription.looked_on = timezone.now(), timezone.localdate()


def _check(choice: Choice) -> None:
    if not choice.tells and not choice.ladder:
        raise Problem(
            "alert-of-nothing",
            "Choose at least one thing to be told of.",
            "An alert without any would never send a letter.",
            "Choose news or a reminder.",
        )


def _too_many() -> Problem:
    return Problem(
        "alerts-too-many",
        f"You have {MOST} alerts already.",
        "More would be hard to keep an eye on.",
        "Stop one first, or widen one that you have.",
        most=MOST,
    )


def _log(act: str, text: object, person: Person) -> None:
    log.write(act, text, by=person, about=person, who=person)  # type: ignore[arg-type]
