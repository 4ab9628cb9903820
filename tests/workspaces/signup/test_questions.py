"""What is asked: needs are voluntary, deleted the day after, and still counted. Names go after two years."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import people
from tests.workspaces.signup import making
from vardevei.core.domain import people as core_people
from vardevei.opendata.problem import Problem
from vardevei.organisations.domain import expiry
from vardevei.workspaces.domain import attendance, sign_up_clock, sign_up_questions, signups
from vardevei.workspaces.enums import AskKind
from vardevei.workspaces.models import SignUp, SignUpAnswer, SignUpNeed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


@pytest.fixture
def lead():
    return people.adviser(name="Liv Leder")


@pytest.fixture
def course(lead):
    return making.event(lead)


@pytest.fixture
def lunch(course, lead):
    return sign_up_questions.ask(
        course, words="Lunsj?", kind=AskKind.ONE, choices=["Ja", "Nei"], required=True, by=lead
    )


@pytest.fixture
def allergy(course, lead):
    return sign_up_questions.ask(course, words="Allergier?", required=True, sensitive=True, by=lead)


@pytest.fixture
def four(course, lunch, allergy):
    told = {"a": "Nøtter", "b": "", "c": "Melk", "d": "Egg"}
    fosen = people.place(people.INDRE_FOSEN)
    return [
        signups.sign_up(
            course,
            name=name,
            email=f"{name}@eksempel.no",
            organisation=fosen,
            answers={lunch.pk: "Ja", allergy.pk: need},
        )
        for name, need in told.items()
    ]


def nights(days: int, course) -> None:
    """The daily deletion, so many days after the event."""
    expiry.carry_out(expiry.plan(course.ends_at + timedelta(days=days, hours=1)))


def test_what_is_sensitive_is_never_required_and_lies_apart(allergy, four):
    assert allergy.required is False
    assert (SignUpNeed.objects.count(), SignUpAnswer.objects.count()) == (3, 4)
    assert sign_up_questions.answered(four[0]) == {four[0].answers.get().question_id: "Ja", allergy.pk: "Nøtter"}


def test_needs_are_gone_the_day_after_and_three_had_needs(course, allergy, four):
    nights(0, course)
    assert SignUpNeed.objects.count() == 3

    nights(1, course)

    assert SignUpNeed.objects.count() == 0
    assert SignUpAnswer.objects.count() == 4
    allergy.refresh_from_db()
    assert allergy.told == 3


def test_whoever_does_not_come_has_no_needs(allergy, four):
    signups.stay_away(four[0])

    allergy.refresh_from_db()
    assert (allergy.told, four[0].needs.count()) == (2, 0)


def test_names_go_after_two_years_and_the_counts_stay_right(course, lead, four):
    attendance.mark(four[0], True, by=lead)
    attendance.walk_in(course, name="Per", organisation=people.place(people.BERGEN), by=lead)
    before = attendance.counts(course)

    nights(731, course)

    left = SignUp.objects.filter(event=course)
    assert set(left.values_list("person", "name", "organisation_name")) == {(None, "", "")}
    assert SignUpAnswer.objects.count() == 0
    assert attendance.counts(course) == before
    assert (before.signed_up, before.came, before.municipalities_signed_up, before.municipalities_came) == (5, 2, 2, 2)
    later = expiry.plan(course.ends_at + timedelta(days=731, hours=2))
    assert {lapse.model for lapse in later.lapses} & {SignUp, SignUpAnswer, SignUpNeed} == set()


def test_an_erased_person_is_taken_out_and_still_counts(course, four):
    before = attendance.counts(course)

    core_people.erase(four[0].person, by=None, why="Ba om det.")

    four[0].refresh_from_db()
    assert (four[0].person, four[0].name, str(four[0])) == (None, "", "En som er slettet")
    assert four[0].needs.count() == 0
    assert attendance.counts(course) == before


def test_the_day_follows_an_event_that_is_moved(course, four):
    making.moved(course, -10)

    sign_up_clock.follow_events()

    for table in (SignUp, SignUpAnswer, SignUpNeed):
        assert set(table.objects.values_list("over_at", flat=True)) == {course.ends_at}


def test_what_was_said_not_to_be_sensitive_stays_so_once_answered(course, lead, lunch, four):
    with pytest.raises(Problem) as refused:
        sign_up_questions.ask(course, words="Lunsj?", question=lunch, sensitive=True, by=lead)
    assert refused.value.code == "question-answered"
    with pytest.raises(Problem) as refused:
        sign_up_questions.ask(course, words="Hva?", kind=AskKind.MANY, choices=["Bare én"], by=lead)
    assert refused.value.code == "too-few-choices"
    assert sign_up_questions.tally(lunch) == [("Ja", 4)]


def test_the_end_of_the_event_holds_the_number(course, allergy, four):
    making.moved(course, 30)
    SignUpNeed.objects.all().delete()

    sign_up_questions.count(course)

    allergy.refresh_from_db()
    assert allergy.told == 3
    assert course.ends_at < timezone.now()
