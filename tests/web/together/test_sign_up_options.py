"""Setting up sign-up: the last day is a day as people write it, and all of it counts."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import people
from tests.web.opened import ticket
from tests.workspaces.signup import making
from vardevei.workspaces.models import SignUpOptions

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


def closes(days_before: int) -> tuple[datetime | None, datetime, str]:
    """What is kept when the day is typed: (until when, when the event begins, the page that comes)."""
    lead = people.adviser()
    course = making.event(lead)
    client, address = people.signed_in(lead), reverse("sign-up-options", args=[course.pk])
    day = timezone.localdate(course.starts_at) - timedelta(days=days_before)
    form = {"_form": ticket(client, address), "who": "anyone", "hours_to_answer": "48", "last_day": f"{day:%d.%m.%Y}"}
    page = client.post(address, form, follow=True).content.decode()
    return SignUpOptions.objects.get(event=course).closes_at, course.starts_at, page


def test_the_whole_of_the_last_day_counts():
    until, starts, page = closes(3)

    assert until is not None
    last = timezone.localtime(until)
    assert (last.date(), last.hour, last.minute) == (timezone.localdate(starts) - timedelta(days=3), 23, 59)
    assert f'value="{last:%Y-%m-%d}"' in page


def test_on_the_day_itself_one_may_sign_up_until_it_begins():
    until, _starts, _page = closes(0)

    assert until is None


def test_a_last_day_after_the_event_is_refused():
    until, _starts, page = closes(-1)

    assert until is None
    assert "Fristen for å melde seg på er etter at arrangementet har begynt." in page
