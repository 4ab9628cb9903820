"""What happens with sign-ups by itself: offers are passed on, those who come are reminded, dates are kept right."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F, OuterRef, Subquery
from django.utils import timezone

from vardevei.workspaces.domain import sign_up_letters
from vardevei.workspaces.domain import sign_up_places as places
from vardevei.workspaces.enums import SignUpState
from vardevei.workspaces.models import Event, SignUp, SignUpAnswer, SignUpNeed, SignUpOptions

ANSWER_WITHIN = timedelta(days=5)  # then an invitation is told of once more, by itself


def pass_on_all() -> int:
    """Every event with an offer whose time is out."""
    late = SignUp.objects.filter(state=SignUpState.OFFERED, answer_by__lt=timezone.now())
    events = Event.objects.filter(pk__in=late.values("event")).select_related("workspace__owner")
    return sum(places.pass_on(event) for event in events)


def remind_all() -> int:
    """Those who come to something near, each once; and those who were invited and have not answered, once by itself."""
    return sum(_remind(options) for options in _ahead())


def _ahead() -> list[SignUpOptions]:
    ahead = SignUpOptions.objects.filter(
        event__starts_at__gt=timezone.now(), event__workspace__archived_at__isnull=True
    )
    return [options for options in ahead.select_related("event__workspace__owner") if places.goes_on(options.event)]


@transaction.atomic
def _remind(options: SignUpOptions) -> int:
    event, now, done = options.event, timezone.now(), 0
    if options.remind_days is not None and event.starts_at - timedelta(days=options.remind_days) <= now:
        for sign_up in _not_reminded(event):
            done += _once(sign_up) and sign_up_letters.soon(sign_up) is not None
    if options.last_moment > now:
        invited = event.sign_ups.filter(state=SignUpState.INVITED, reminded_at=None, invited_at__lt=now - ANSWER_WITHIN)
        for sign_up in invited.select_related("person"):
            done += _once(sign_up) and sign_up_letters.not_answered(sign_up, by=None) is not None
    return done


def _not_reminded(event: Event) -> list[SignUp]:
    """Whoever was told within the day that she has a place, remembers it."""
    lately = timezone.now() - timedelta(days=1)
    rows = event.sign_ups.coming().filter(reminded_at=None).exclude(written_at__gt=lately)
    return list(rows.select_related("person"))


def _once(sign_up: SignUp) -> bool:
    """Whether this process is the one that reminds her."""
    rows = SignUp.objects.filter(pk=sign_up.pk, reminded_at=None)
    return bool(rows.update(reminded_at=timezone.now()))


def follow_events() -> None:
    """What runs from the end of an event follows the event when it is moved."""
    ends = Event.objects.filter(pk=OuterRef("event")).values("ends_at")
    SignUp.objects.exclude(over_at=F("event__ends_at")).update(over_at=Subquery(ends))
    for table in (SignUpAnswer, SignUpNeed):
        now = SignUp.objects.filter(pk=OuterRef("sign_up")).values("over_at")
        table.objects.exclude(over_at=F("sign_up__over_at")).update(over_at=Subquery(now))
