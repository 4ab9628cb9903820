"""An event in a room of Trøndelag, with two places."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from tests import people
from vardevei.core.models import Letter, Person
from vardevei.workspaces.domain import sign_up_options, workspaces
from vardevei.workspaces.models import Event, SignUp

DAY = timedelta(days=1)


def event(lead: Person, *, days: int = 20, **options: Any) -> Event:
    """Published, open to anyone; with `options`, people sign up to it."""
    room = workspaces.begin(people.place(people.TRONDELAG), title="Nettverk", by=lead)
    starts = timezone.now() + days * DAY
    ends = starts + timedelta(hours=3)
    made = Event.objects.create(
        workspace=room,
        title="Skrivekurs",
        starts_at=starts,
        ends_at=ends,
        state="published",
        published_at=timezone.now(),
    )
    sign_up_options.set_up(made, **options, by=lead)
    return made


def moved(made: Event, days: int) -> Event:
    """So many days later, seen from the event."""
    made.starts_at, made.ends_at = made.starts_at - days * DAY, made.ends_at - days * DAY
    made.save()
    return made


def last_letter(sign_up: SignUp) -> Letter:
    return Letter.objects.about(sign_up).order_by("pk").last()


def codes(sign_up: SignUp) -> list[str]:
    """The letters about it, the oldest first."""
    return list(Letter.objects.about(sign_up).order_by("pk").values_list("code", flat=True))


def put(made: Event, state: str) -> None:
    """In the database, as when another process does it."""
    at = timezone.now() if state == "cancelled" else None
    Event.objects.filter(pk=made.pk).update(state=state, cancelled_at=at)


def offer_ran_out(sign_up: SignUp) -> SignUp:
    """The time to answer is out."""
    SignUp.objects.filter(pk=sign_up.pk).update(answer_by=timezone.now() - timedelta(minutes=1))
    sign_up.refresh_from_db()
    return sign_up
