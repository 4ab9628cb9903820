"""What a municipality was asked to, answered and came to: once for each, and only what the reader may see."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import people
from tests.workspaces.signup import making
from tests.workspaces.surveys import made
from vardevei.workspaces.domain import reached
from vardevei.workspaces.models import Respondent, SignUp

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


@pytest.fixture
def ada():
    return people.adviser(name="Ada Adviser")


def lines(person) -> list[tuple[str, str]]:
    return [(line.title, str(line.outcome)) for line in reached.by([people.place(people.INDRE_FOSEN).pk], person)]


def come(event, name: str, came: bool | None) -> None:
    place = people.place(people.INDRE_FOSEN)
    SignUp.objects.create(event=event, name=name, organisation=place, came=came, over_at=event.ends_at)


def test_two_from_one_municipality_are_one_line_and_one_that_came_is_enough(ada):
    event = making.event(ada)
    come(event, "Kari", None)
    come(event, "Kaja", True)

    assert lines(ada) == [("Skrivekurs", "kom")]


def test_signed_up_is_not_said_to_have_stayed_away_when_nobody_wrote_who_came(ada):
    event = making.event(ada)
    come(event, "Kari", None)
    assert lines(ada) == [("Skrivekurs", "meldt på")]

    event.starts_at, event.ends_at = (timezone.now() - timedelta(days=days) for days in (3, 2))
    event.save()

    assert lines(ada) == [("Skrivekurs", "meldt på, ikke registrert som kommet")]


def test_survey_is_answered_or_not_and_an_anonymous_one_never_says(ada):
    kari = people.contact()
    for anonymous in (False, True):
        made.respondent(made.survey(anonymous=anonymous, by=ada), kari)
    assert {outcome for _title, outcome in lines(ada)} == {"har ikke svart", "anonym"}

    Respondent.objects.filter(anonymous=False).update(answered=True, answered_at=timezone.now())
    Respondent.objects.filter(anonymous=True).update(answered=True)

    assert {outcome for _title, outcome in lines(ada)} == {"svarte", "anonym"}


def test_another_county_does_not_read_it(ada):
    come(making.event(ada), "Kari", True)
    made.respondent(made.survey(by=ada), people.contact())

    assert lines(people.adviser("46", name="Eva fra Vestland")) == []
