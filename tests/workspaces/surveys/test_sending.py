"""Who is asked, who is left out and why, and reminders that never go twice on a day."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import people
from tests.workspaces.surveys import made
from vardevei.core.domain import answers
from vardevei.core.models import Answer, Letter
from vardevei.opendata.problem import Problem
from vardevei.workspaces.domain import respondents, survey_counties, survey_sending, survey_waiting, surveys
from vardevei.workspaces.enums import NotAsked
from vardevei.workspaces.models import Member, Respondent, Response, Survey

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
STEINKJER = "5006"


@pytest.fixture
def adviser():
    return people.adviser()


@pytest.fixture
def county():
    return people.place(people.TRONDELAG)


@pytest.fixture
def survey(adviser):
    return made.survey(by=adviser, deadline=timezone.localdate() + timedelta(days=14))


@pytest.fixture
def kari():
    return people.contact()


def to_two(survey, county, adviser) -> None:
    chosen = [people.place(people.INDRE_FOSEN).pk, people.place(STEINKJER).pk]
    respondents.add_contacts(survey, county, chosen, by=adviser)


def yesterday(survey) -> None:
    before = timezone.now() - timedelta(days=1)
    survey.respondents.filter(invited_at__isnull=False).update(invited_at=before, reminded_at=None)


def test_a_municipality_without_a_contact_is_seen_and_gets_no_letter(survey, county, adviser, kari):
    to_two(survey, county, adviser)

    told = {str(one): respondents.not_asked(one) for one in survey_sending.waiting(survey, adviser)}
    assert told == {"Steinkjer": NotAsked.VACANT, "Kari Nes": ""}

    assert survey_sending.send(survey, by=adviser) == 1
    letter = Letter.objects.get()
    respondent = survey.respondents.invited().get()
    assert (letter.to, letter.code, letter.place) == (kari, "survey-invitation", respondent.organisation_id)
    assert f"/undersokelse/{respondent.key}/" in letter.body
    assert survey.takes_answers


def test_a_contact_who_comes_later_takes_the_empty_place(survey, county, adviser, kari):
    to_two(survey, county, adviser)
    survey_sending.send(survey, by=adviser)
    people.contact(STEINKJER, "Stein Kjær")

    to_two(survey, county, adviser)

    assert [str(one) for one in survey_sending.waiting(survey, adviser)] == ["Stein Kjær"]
    assert survey_sending.send(survey, by=adviser) == 1
    assert survey_sending.send(survey, by=adviser) == 0


def test_addresses_are_found_however_they_are_pasted_and_nobody_is_asked_twice(survey, county, adviser, kari):
    text = "Kari Nes <kari.nes@eksempel.no>; per@eksempel.no,\nPER@eksempel.no og noe annet."

    assert respondents.add_addresses(survey, text, county, by=adviser) == 2
    assert respondents.add_addresses(survey, text, county, by=adviser) == 0
    with pytest.raises(Problem) as said:
        respondents.add_addresses(survey, "ingen her", county, by=adviser)
    assert said.value.code == "survey-addresses"


def test_the_members_of_a_room_are_asked_also_through_where_they_work(survey, adviser, kari):
    Member.objects.create(workspace=survey.workspace, organisation=people.place(people.INDRE_FOSEN))

    respondents.add_members(survey, by=adviser)

    assert {str(one) for one in survey.respondents.all()} == {"Ola Vik", "Kari Nes"}


def test_reminders_go_only_to_those_who_have_not_answered_and_once_a_day(survey, county, adviser, kari):
    per = people.contact(STEINKJER, "Per Steen")
    to_two(survey, county, adviser)
    survey_sending.send(survey, by=adviser)
    assert survey_sending.to_remind(survey) == []  # asked today

    yesterday(survey)
    respondents.answered(survey.respondents.get(person=kari))
    assert [one.person for one in survey_sending.to_remind(survey, adviser)] == [per]

    assert survey_sending.remind(survey, by=adviser) == 1
    assert survey_sending.remind(survey, by=adviser) == 0
    assert survey_sending.remind(survey, by=None) == 0
    assert Letter.objects.filter(code="survey-reminder").count() == 1


def test_with_one_answer_for_each_municipality_a_colleague_is_left_in_peace(survey, county, adviser, kari):
    per = people.contact(people.INDRE_FOSEN, "Per Kollega")
    surveys.change(survey, one_for_each=True, by=adviser)
    to_two(survey, county, adviser)
    survey_sending.send(survey, by=adviser)
    yesterday(survey)
    assert len(list(survey_waiting.waiting_for(per))) == 1

    respondents.answered(survey.respondents.get(person=kari))

    assert survey_sending.to_remind(survey) == []
    assert list(survey_waiting.waiting_for(per)) == []


def test_reminders_go_by_themselves_on_the_days_that_are_set(survey, county, adviser, kari):
    surveys.change(survey, reminds=[7, 1], by=adviser)
    to_two(survey, county, adviser)
    survey_sending.send(survey, by=adviser)
    yesterday(survey)
    assert survey_sending.remind_due() == 0

    Survey.objects.filter(pk=survey.pk).update(deadline=timezone.localdate() + timedelta(days=7))

    assert survey_sending.remind_due() == 1
    assert survey_sending.remind_due() == 0


def test_a_closed_survey_reminds_nobody(survey, county, adviser, kari):
    to_two(survey, county, adviser)
    survey_sending.send(survey, by=adviser)
    yesterday(survey)
    surveys.close(survey, by=adviser)

    with pytest.raises(Problem) as said:
        survey_sending.remind(survey, by=adviser)

    assert said.value.code == "survey-takes-no-answers"


def test_whoever_is_asked_finds_it_among_what_waits(survey, county, adviser, kari):
    to_two(survey, county, adviser)
    survey_sending.send(survey, by=adviser)

    waits = list(survey_waiting.waiting_for(kari))
    assert [(one.kind, one.due) for one in waits] == [("survey", survey.deadline)]

    respondents.answered(survey.respondents.get(person=kari))
    assert list(survey_waiting.waiting_for(kari)) == []


def test_one_question_is_answered_in_the_letter_and_stands_as_a_partial_answer(survey, county, adviser, kari):
    surveys.change(survey, in_letter=survey.pages.get().questions.get(), by=adviser)
    to_two(survey, county, adviser)
    survey_sending.send(survey, by=adviser)
    letter = Letter.objects.get()
    assert "Har dere en strategi?" in letter.body

    answers.answer(letter, "a")
    answers.answer(letter, "b")

    response = Response.objects.get()
    assert (response.respondent.person, response.done) == (kari, False)
    assert [answer.value for answer in response.answers.all()] == ["b"]
    assert Answer.objects.count() == 1
    assert list(answers.waiting_for(kari)) == []  # the whole survey waits, not this question beside it


def test_when_it_closes_the_question_in_the_letter_closes_too(survey, county, adviser, kari):
    surveys.change(survey, in_letter=survey.pages.get().questions.get(), by=adviser)
    to_two(survey, county, adviser)
    survey_sending.send(survey, by=adviser)
    surveys.close(survey, by=adviser)

    with pytest.raises(Problem) as said:
        answers.answer(Letter.objects.get(), "a")

    assert said.value.code == "question-closed"


@pytest.fixture
def vigdis():
    return people.adviser(people.VESTLAND, "Vigdis Vest")


def test_each_county_asks_and_sees_its_own(survey, county, adviser, kari, vigdis):
    vestland = people.place(people.VESTLAND)
    people.contact(people.BERGEN, "Berit Bergen")
    survey_counties.let_in(survey, [vestland], by=adviser)
    to_two(survey, county, adviser)
    with pytest.raises(Problem):
        respondents.add_contacts(survey, vestland, by=adviser)
    survey_sending.send(survey, by=adviser)
    assert [one.kind for one in survey_waiting.waiting_for(vigdis)] == ["survey-county"]

    respondents.add_contacts(survey, vestland, [people.place(people.BERGEN).pk], by=vigdis)
    assert [str(one) for one in survey_sending.waiting(survey, vigdis)] == ["Berit Bergen"]
    assert survey_sending.send(survey, by=vigdis) == 1

    def seen(person):
        rows = survey_counties.of(survey.respondents.invited(), survey_counties.seen_by(person, survey))
        return [str(one) for one in rows]

    assert seen(adviser) == ["Kari Nes"]
    assert seen(vigdis) == ["Berit Bergen"]
    assert seen(kari) == []
    assert list(survey_waiting.waiting_for(vigdis)) == []
    assert "Vestland" in Letter.objects.get(to=kari).body
    with pytest.raises(Problem) as said:
        survey_counties.let_in(survey, [], by=adviser)
    assert said.value.code == "survey-counties-stand"


def test_a_county_that_takes_no_part_asks_nobody(survey, vigdis):
    with pytest.raises(Problem):
        respondents.add_contacts(survey, people.place(people.VESTLAND), by=vigdis)

    assert not Respondent.objects.exists()
    assert survey_counties.seen_by(vigdis, survey) == frozenset()


def test_of_an_anonymous_answer_only_that_it_came_is_known(adviser, county, kari):
    survey = made.survey(by=adviser, anonymous=True)
    to_two(survey, county, adviser)
    survey_sending.send(survey, by=adviser)
    respondent = survey.respondents.get(person=kari)

    respondents.opened(respondent)
    respondents.answered(respondent)

    respondent.refresh_from_db()
    assert (respondent.answered, respondent.answered_at, respondent.opened_at) == (True, None, None)
    assert "anonym" in Letter.objects.get().body
