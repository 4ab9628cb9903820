"""The places at an event: how many are free, who gets one, and who is offered the one that somebody gave back.

Every change of who has a place begins with `lock`, so that however many press at once, no place is given twice.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from vardevei.opendata.problem import Problem
from vardevei.workspaces.domain import sign_up_letters
from vardevei.workspaces.enums import SignUpState
from vardevei.workspaces.models import Event, SignUp, SignUpOptions


def lock(event: Event) -> SignUpOptions:
    """The options of the event, held until the transaction ends. Error: it takes no sign-up ("no-sign-up")."""
    options = SignUpOptions.objects.select_for_update(of=("self",)).filter(event=event).first()
    if options is None:
        raise Problem(
            "no-sign-up",
            "One does not sign up to this event.",
            "The organiser has not asked for it.",
            "Just come, or ask the organiser.",
        )
    options.event = Event.objects.get(pk=event.pk)  # as it stands now: it may be cancelled meanwhile
    return options


def taken(event: Event) -> int:
    """Places that are given or offered."""
    return SignUp.objects.filter(event=event).holding().count()


def free(options: SignUpOptions) -> int | None:
    """How many places are left; None when there is no limit."""
    return None if options.limit is None else max(0, options.limit - taken(options.event))


def in_line(sign_up: SignUp) -> int:
    """Which number she is in line; 0 when she does not wait."""
    if sign_up.state != SignUpState.WAITING:
        return 0
    waiting = list(SignUp.objects.filter(event=sign_up.event_id).in_line().values_list("pk", flat=True))
    return waiting.index(sign_up.pk) + 1


def give(sign_up: SignUp, options: SignUpOptions) -> SignUp:
    """A place when one is free and nobody waits for it, else the end of the line. Error: no line ("event-full")."""
    left = free(options)
    waiting = SignUp.objects.filter(event=options.event).in_line().exists()
    if left is None or (left > 0 and not waiting):
        sign_up.state = SignUpState.SIGNED_UP
    elif options.waiting_list:
        sign_up.state, sign_up.queued_at = SignUpState.WAITING, timezone.now()
    else:
        raise _full()
    sign_up.offered_at = sign_up.answer_by = None
    sign_up.save()
    return sign_up


def fill(options: SignUpOptions) -> list[SignUp]:
    """Offer what is free to those who have waited longest, by letter. Nothing once the event has begun or is off."""
    if not goes_on(options.event):
        return []
    left, line = free(options), SignUp.objects.filter(event=options.event).in_line()
    return [_offer(sign_up, options) for sign_up in (line if left is None else line[:left])]


def goes_on(event: Event) -> bool:
    """Whether places at the event are still worth something."""
    return event.published and event.starts_at > timezone.now() and not event.workspace.archived


@transaction.atomic
def pass_on(event: Event) -> int:
    """Offers whose time is out go to the next in line. How many ran out."""
    options = lock(event)
    late = SignUp.objects.filter(event=event, state=SignUpState.OFFERED, answer_by__lt=timezone.now())
    passed = [let_pass(sign_up) for sign_up in late]
    fill(options)
    return len(passed)


def let_pass(sign_up: SignUp) -> SignUp:
    """She did not answer in time. She is told, and can stand in line again."""
    sign_up.state, sign_up.offered_at, sign_up.answer_by = SignUpState.PASSED, None, None
    sign_up.save()
    if goes_on(sign_up.event):
        sign_up_letters.passed(sign_up)
    return sign_up


def _offer(sign_up: SignUp, options: SignUpOptions) -> SignUp:
    now = timezone.now()
    sign_up.state, sign_up.offered_at = SignUpState.OFFERED, now
    sign_up.answer_by = answer_by(options, now)
    sign_up.save()
    sign_up_letters.offered(sign_up)
    return sign_up


def answer_by(options: SignUpOptions, now: datetime) -> datetime:
    """So many hours, but never longer than half the time that is left until the event: somebody else may want it."""
    left = (options.event.starts_at - now) / 2
    return now + min(timedelta(hours=options.hours_to_answer), left)


def _full() -> Problem:
    return Problem(
        "event-full",
        "There are no places left.",
        "All places are taken, and there is no waiting list.",
        "Ask the organiser whether somebody has given a place back.",
    )
