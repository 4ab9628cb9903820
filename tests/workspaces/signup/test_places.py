"""Limit and waiting list: a place that is given back is offered to the first in line, with a time to answer."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import people
from tests.workspaces.signup import making
from vardevei.opendata.problem import Problem
from vardevei.workspaces.domain import sign_up_clock, sign_up_options, sign_up_places, sign_up_waiting, signups
from vardevei.workspaces.enums import SignUpState
from vardevei.workspaces.models import SignUp

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
S = SignUpState


@pytest.fixture
def lead():
    return people.adviser(name="Liv Leder")


@pytest.fixture
def course(lead):
    return making.event(lead, limit=2)


@pytest.fixture
def five(course) -> list[SignUp]:
    """Two with a place, three in line."""
    return [signups.sign_up(course, name=name, email=f"{name}@eksempel.no") for name in ("a", "b", "c", "d", "e")]


def states(course) -> list[str]:
    return [S(state) for state in course.sign_ups.order_by("pk").values_list("state", flat=True)]


def test_when_it_is_full_people_stand_in_line_and_are_told_their_number(course, five):
    assert states(course) == [S.SIGNED_UP, S.SIGNED_UP, S.WAITING, S.WAITING, S.WAITING]
    assert [sign_up_places.in_line(one) for one in five] == [0, 0, 1, 2, 3]
    assert "Du er nummer 2 på ventelisten." in making.last_letter(five[3]).body


def test_without_a_waiting_list_full_is_full(course, lead):
    sign_up_options.set_up(course, limit=1, waiting_list=False, by=lead)
    signups.sign_up(course, name="a", email="a@eksempel.no")

    with pytest.raises(Problem) as refused:
        signups.sign_up(course, name="b", email="b@eksempel.no")

    assert refused.value.code == "event-full"
    assert course.sign_ups.count() == 1


def test_a_place_given_back_is_offered_to_the_first_in_line(course, five):
    signups.stay_away(five[0])

    assert states(course) == [S.WITHDRAWN, S.SIGNED_UP, S.OFFERED, S.WAITING, S.WAITING]
    five[2].refresh_from_db()
    assert timedelta(hours=47) < five[2].answer_by - timezone.now() <= timedelta(hours=48)
    letter = making.last_letter(five[2])
    assert letter.code == "place-offered"
    assert "/kommer/" in letter.body
    assert [waits.kind for waits in sign_up_waiting.waiting_for(five[2].person)] == ["offered-place"]


def test_nobody_passes_the_line_while_a_place_is_offered(course, five):
    signups.stay_away(five[0])

    newcomer = signups.sign_up(course, name="f", email="f@eksempel.no")

    assert newcomer.state == S.WAITING
    assert sign_up_places.taken(course) == 2


def test_yes_takes_the_place_and_no_passes_it_on(course, five):
    signups.stay_away(five[0])
    signups.stay_away(five[2])
    assert states(course)[2:4] == [S.WITHDRAWN, S.OFFERED]

    signups.come(five[3])
    signups.come(five[3])

    assert states(course) == [S.WITHDRAWN, S.SIGNED_UP, S.WITHDRAWN, S.SIGNED_UP, S.WAITING]
    assert making.codes(five[3]) == ["sign-up-waiting", "place-offered", "sign-up-confirmed"]


def test_the_clock_passes_an_unanswered_offer_on_and_says_so(course, five):
    signups.stay_away(five[0])
    making.offer_ran_out(five[2])

    assert sign_up_clock.pass_on_all() == 1
    assert sign_up_clock.pass_on_all() == 0

    assert states(course)[2:] == [S.PASSED, S.OFFERED, S.WAITING]
    assert making.codes(five[2])[-1] == "place-passed"


def test_a_late_yes_goes_to_the_end_of_the_line_and_the_place_to_the_next(course, five):
    signups.stay_away(five[0])
    making.offer_ran_out(five[2])

    came = signups.come(five[2])  # before the clock has looked

    assert came.state == S.WAITING
    assert sign_up_places.in_line(came) == 2
    assert states(course)[3] == S.OFFERED


def test_a_late_yes_gets_the_place_when_nobody_else_waits(course, five):
    signups.stay_away(five[4])
    signups.stay_away(five[3])
    signups.stay_away(five[0])
    making.offer_ran_out(five[2])
    sign_up_clock.pass_on_all()
    five[2].refresh_from_db()
    assert five[2].state == S.PASSED

    assert signups.come(five[2]).state == S.SIGNED_UP


def test_more_places_are_offered_at_once_and_fewer_take_nobodys(course, five, lead):
    sign_up_options.set_up(course, limit=4, by=lead)
    assert states(course) == [S.SIGNED_UP, S.SIGNED_UP, S.OFFERED, S.OFFERED, S.WAITING]

    sign_up_options.set_up(course, limit=1, by=lead)
    assert states(course)[:2] == [S.SIGNED_UP, S.SIGNED_UP]

    sign_up_options.set_up(course, limit=None, by=lead)
    assert states(course)[4] == S.OFFERED


def test_an_offer_near_the_event_has_a_shorter_time(course, five, lead):
    making.moved(course, 19)

    signups.stay_away(five[0])

    five[2].refresh_from_db()
    assert timedelta(hours=11) < five[2].answer_by - timezone.now() <= timedelta(hours=12)


@pytest.mark.parametrize("state", ["cancelled", "begun"])
def test_what_is_cancelled_or_has_begun_offers_nothing(course, five, state):
    signups.stay_away(five[0])
    making.offer_ran_out(five[2])
    if state == "begun":
        making.moved(course, 21)
    else:
        making.put(course, state)

    sign_up_clock.pass_on_all()

    assert states(course)[2:] == [S.PASSED, S.WAITING, S.WAITING]
    assert making.codes(five[2])[-1] == "place-offered"
    with pytest.raises(Problem) as refused:
        signups.come(five[2])
    assert refused.value.code == "event-not-ahead"
