"""Invitations that are answered from the mail, reminders by the clock, and who came."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import people
from tests.workspaces.signup import making
from vardevei.core.models import Letter
from vardevei.opendata import places
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation
from vardevei.workspaces.domain import (
    attendance,
    event_invitations,
    sign_up_clock,
    sign_up_options,
    sign_up_questions,
    sign_up_waiting,
    signup_whole,
    signups,
    workspaces,
)
from vardevei.workspaces.enums import SignUpState as S
from vardevei.workspaces.models import Event, Member, SignUp

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


@pytest.fixture
def lead():
    return people.adviser(name="Liv Leder")


@pytest.fixture
def course(lead):
    return making.event(lead, limit=2)


def days_ago(days: int) -> None:
    """What was asked and written was so many days ago."""
    then = timezone.now() - timedelta(days=days)
    SignUp.objects.update(invited_at=then, written_at=then)


def test_contacts_are_invited_once_and_answer_with_one_press(course, lead):
    kari, bjorn = people.contact(), people.contact(people.BERGEN, "Bjørn Berg")
    asked = event_invitations.contacts_of([people.place(people.INDRE_FOSEN), people.place(people.BERGEN)])

    assert event_invitations.invite(course, asked, text="Kom og skriv!", by=lead) == 2
    assert event_invitations.invite(course, asked, by=lead) == 0

    first, second = signups.of(course, kari), signups.of(course, bjorn)
    assert "Kom og skriv!" in making.last_letter(first).body
    assert [waits.kind for waits in sign_up_waiting.waiting_for(kari)] == ["event-invitation"]
    assert signups.come(first).state == S.SIGNED_UP
    assert first.where == "Indre Fosen"
    assert signups.stay_away(second).state == S.DECLINED
    assert list(sign_up_waiting.waiting_for(kari)) == []


def test_only_those_who_have_not_answered_are_reminded(course, lead):
    asked = [(people.somebody(name), None) for name in ("A B", "C D", "E F")]
    event_invitations.invite(course, asked, by=lead)
    assert event_invitations.remind(course, by=lead) == 0  # they were asked a moment ago
    days_ago(2)
    signups.come(signups.of(course, asked[0][0]))
    signups.stay_away(signups.of(course, asked[1][0]))

    assert event_invitations.remind(course, by=lead) == 1
    assert event_invitations.remind(course, by=lead) == 0

    reminders = Letter.objects.filter(code="event-invitation-reminder")
    assert [letter.to for letter in reminders] == [asked[2][0]]


def test_members_of_the_room_can_be_invited_by_name_or_through_where_they_work(course):
    kari, mia = people.contact(), people.somebody("Mia Med")
    Member.objects.create(workspace=course.workspace, organisation=people.place(people.INDRE_FOSEN))
    Member.objects.create(workspace=course.workspace, person=mia, named=True)

    found = {person for person, _at in event_invitations.members_of(course)}

    assert {kari, mia} <= found


def test_nobody_is_invited_to_a_draft_or_by_somebody_who_may_not(course, lead):
    with pytest.raises(Problem) as refused:
        event_invitations.invite(course, [], by=people.contact())
    assert refused.value.code == "not-allowed-in-workspace"
    making.put(course, "draft")

    with pytest.raises(Problem) as refused:
        event_invitations.invite(course, [], by=lead)
    assert refused.value.code == "event-not-ahead"


def test_the_clock_reminds_each_who_comes_once_some_days_before(course):
    comes = signups.sign_up(course, name="a", email="a@eksempel.no")
    off = signups.sign_up(course, name="b", email="b@eksempel.no")
    signups.stay_away(off)
    days_ago(3)
    assert sign_up_clock.remind_all() == 0
    making.moved(course, 19)

    assert (sign_up_clock.remind_all(), sign_up_clock.remind_all()) == (1, 0)

    assert making.codes(comes)[-1] == "event-reminder"


def test_the_clock_asks_once_more_of_who_has_not_answered_an_invitation(course, lead):
    event_invitations.invite(course, [(people.somebody("A B"), None)], by=lead)
    days_ago(6)

    assert (sign_up_clock.remind_all(), sign_up_clock.remind_all()) == (1, 0)


def test_nobody_is_reminded_of_what_is_cancelled(course):
    signups.sign_up(course, name="a", email="a@eksempel.no")
    days_ago(3)
    making.moved(course, 19)
    making.put(course, "cancelled")

    assert sign_up_clock.remind_all() == 0


def test_names_are_tapped_and_untapped_and_somebody_just_comes(course, lead):
    kari = signups.sign_up(course, name="Kari", email="kari@eksempel.no")

    attendance.mark(kari, True, by=lead)
    attendance.mark(kari, True, by=lead)
    per = attendance.walk_in(course, name="Per", by=lead)
    assert attendance.walk_in(course, name="Per", by=lead) == per
    assert attendance.counts(course).came == 2

    attendance.mark(per, None, by=lead)
    attendance.mark(kari, None, by=lead)
    assert attendance.counts(course).came == 0
    assert course.sign_ups.count() == 1
    with pytest.raises(Problem):
        attendance.mark(kari, True, by=people.contact())


def test_whoever_waits_and_comes_all_the_same_is_the_same_person(course, lead):
    for name in ("a", "b", "c"):
        signups.sign_up(course, name=name, email=f"{name}@eksempel.no")

    came = attendance.walk_in(course, name="c", email="C@eksempel.no", by=lead)

    assert (came.state, came.came, course.sign_ups.count()) == (S.SIGNED_UP, True, 3)


def test_a_municipality_counts_once_through_mergers(course, lead):
    """Rissa and Leksvik became Indre Fosen."""
    once = [place for place in places.all_places("municipality") if place.name() in ("Rissa", "Leksvik")]
    for place in [*once, people.place(people.INDRE_FOSEN).place]:
        attendance.walk_in(course, name=place.id, organisation=Organisation.objects.get(pk=place.id), by=lead)
    attendance.walk_in(course, name="Fylket", organisation=people.place(people.TRONDELAG), by=lead)

    counts = attendance.counts(course)

    assert (counts.came, counts.municipalities_came) == (4, 1)


def test_it_is_taken_out_with_its_answers_and_copied_without(course, lead):
    question = sign_up_questions.ask(course, words="Allergier?", sensitive=True, by=lead)
    plain = sign_up_questions.ask(course, words="Tema?", by=lead)
    answers = {question.pk: "Nøtter", plain.pk: "Havn"}
    signups.sign_up(course, name="Kari", email="kari@eksempel.no", answers=answers)
    sign_up_options.set_up(course, limit=7, closes_at=course.starts_at - making.DAY, by=lead)

    (taken,) = signup_whole.taken_out(course.workspace)["sign_ups"]
    assert taken["options"]["limit"] == 7
    assert [(one["name"], one["email"], one["answers"]) for one in taken["people"]] == [
        ("Kari", "kari@eksempel.no", {"Tema?": "Havn"})  # what is sensitive stays here, and goes
    ]

    to, year = workspaces.begin(people.place(people.TRONDELAG), title="Neste", by=lead), timedelta(days=365)
    dates = {"starts_at": course.starts_at + year, "ends_at": course.ends_at + year}
    became = Event.objects.create(workspace=to, title=course.title, copied_from=course, **dates)
    signup_whole.copied(course.workspace, to, 365, lead)

    options = sign_up_options.of(became)
    assert (options.limit, options.closes_at) == (7, became.starts_at - making.DAY)
    assert [(one.words, one.told) for one in became.sign_up_questions.all()] == [("Allergier?", 0), ("Tema?", 0)]
    assert became.sign_ups.count() == 0
