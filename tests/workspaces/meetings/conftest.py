"""A network with a meeting, Liv who leads it, and Kari from Indre Fosen who takes part."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import people
from vardevei.workspaces.domain import agenda, meetings, workspaces
from vardevei.workspaces.models import Member


@pytest.fixture
def liv(_register):
    return people.adviser(name="Liv Leder")


@pytest.fixture
def kari(_register):
    return people.contact()


@pytest.fixture
def room(liv, kari):
    made = workspaces.begin(people.place(people.TRONDELAG), title="Nettverket", by=liv)
    Member.objects.create(workspace=made, organisation=people.place(people.INDRE_FOSEN), added_by=liv)
    return made


@pytest.fixture
def meeting(room, liv):
    begins = timezone.now() + timedelta(days=3)
    return meetings.call(
        room, title="Dialogmøte", starts_at=begins, ends_at=begins + timedelta(hours=2), where="Steinkjer", by=liv
    )


@pytest.fixture
def item(meeting, liv):
    return agenda.add(meeting, title="Veien videre", kind="decision", questions="Hva nå?\nHvem?", by=liv)
