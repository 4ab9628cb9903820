"""The county's tab Aktiviteter: the doors, what is late first, and nothing from rooms one may not see."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import people
from vardevei.core.enums import LanguageForm
from vardevei.workspaces.domain import events, followups, meetings, sign_up_options, signups, surveys, workspaces
from vardevei.workspaces.enums import AskedAs, SurveyState, Visibility
from vardevei.workspaces.models import Respondent, Survey

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


@pytest.fixture
def ola():
    return people.adviser()


def begin(by, title="Nettverk", visibility=Visibility.MEMBERS):
    return workspaces.begin(people.place(people.TRONDELAG), title=title, visibility=visibility, by=by)


def in_days(days: int):
    return timezone.now() + timedelta(days=days)


def late(room, what: str) -> None:
    followups.set_up(room, what=what, due=in_days(-3).date(), who=room.by, by=room.by)


def told(person) -> dict[str, list[tuple[str, str]]]:
    page = people.signed_in(person).get(reverse("county-activities", args=[people.TRONDELAG]))
    assert page.status_code == 200
    return {one.code: [(line.text, line.note) for line in one.lines] for one in page.context["sections"]}


def test_a_county_without_anything_says_so_and_offers_the_doors(ola) -> None:
    page = people.signed_in(ola).get(reverse("county-activities", args=[people.TRONDELAG]))

    assert (page.context["sections"], page.context["rooms"]) == ([], [])
    assert reverse("workspace-new", args=[people.TRONDELAG]) in page.content.decode()
    assert "Ingenting går for seg nå." in page.content.decode()


def test_what_goes_on_with_what_is_late_first(ola) -> None:
    room = begin(ola)
    late(room, "Ring Frosta")
    meetings.call(room, title="Dialogmøte", starts_at=in_days(-2), ends_at=in_days(-2) + timedelta(hours=1), by=ola)
    meetings.call(room, title="Neste møte", starts_at=in_days(5), ends_at=in_days(6), by=ola)
    events.begin(room, by=ola, title="Samling", starts_at=in_days(9), ends_at=in_days(10), venue="Fylkets hus")
    events.begin(room, by=ola, title="I fjor", starts_at=in_days(-400), ends_at=in_days(-399))

    found = told(ola)

    assert list(found) == ["forfalt", "referat", "kommer", "moter"]
    assert [[text for text, _note in lines] for lines in found.values()] == [
        ["Ring Frosta"],
        ["Dialogmøte"],
        ["Samling"],
        ["Neste møte"],
    ]
    assert found["forfalt"][0][1].startswith("Ola Vik, frist ")


def test_an_open_survey_has_its_answer_rate_with_the_denominator(ola) -> None:
    survey = surveys.begin(begin(ola), title={LanguageForm.BOKMAL: "Hva trenger dere?"}, anonymous=False, by=ola)
    Survey.objects.filter(pk=survey.pk).update(state=SurveyState.OPEN, opened_at=timezone.now())
    for number in range(5):
        Respondent.objects.create(
            survey=survey,
            anonymous=False,
            person=people.somebody(f"Kari {number}"),
            asked_as=AskedAs.values[0],
            invited_at=None if number == 4 else timezone.now(),
            answered=number == 0,
            answered_at=timezone.now() if number == 0 else None,
        )

    assert told(ola)["undersokelser"] == [("Hva trenger dere?", "1 av 4 har svart")]


def test_a_coming_event_says_how_many_places_are_taken_and_how_many_wait(ola) -> None:
    event = events.begin(begin(ola), by=ola, title="Samling", starts_at=in_days(9), ends_at=in_days(10))
    sign_up_options.set_up(event, limit=2, by=ola)
    events.publish(event, by=ola)
    for number in range(3):
        signups.sign_up(event, name=f"Kari {number}", email=f"kari{number}@eksempel.no")

    ((_text, note),) = told(ola)["kommer"]

    assert note.endswith("2 av 2 plasser · 1 på venteliste")


def test_a_room_for_named_people_is_not_told_of_to_the_others(ola) -> None:
    late(begin(people.adviser(name="Liv Leder"), "Hemmelig", Visibility.NAMED), "Hemmelig sak")
    late(begin(people.adviser(people.TRONDELAG, "Eva Eide"), "Åpent"), "Ring Frosta")

    page = people.signed_in(ola).get(reverse("county-activities", args=[people.TRONDELAG])).content.decode()

    assert "Ring Frosta" in page
    assert "Hemmelig" not in page


def test_archived_rooms_and_other_counties_are_left_out(ola) -> None:
    room = begin(ola)
    late(room, "Gammelt")
    workspaces.archive(room, by=ola)
    vest = people.adviser(people.VESTLAND, "Vigdis Vest")
    late(workspaces.begin(people.place(people.VESTLAND), title="Vest", by=vest), "Vestlands sak")

    assert told(ola) == {}


@pytest.mark.parametrize("many", [1, 3])
def test_it_asks_the_database_the_same_number_of_times(ola, many, django_assert_num_queries) -> None:
    room = begin(ola)
    for number in range(many):
        late(room, f"Ring {number}")
        events.begin(room, by=ola, title=f"Samling {number}", starts_at=in_days(9), ends_at=in_days(10))
    client, address = people.signed_in(ola), reverse("county-activities", args=[people.TRONDELAG])
    client.get(address)

    with django_assert_num_queries(17):
        client.get(address)
