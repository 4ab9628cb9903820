"""A survey from its beginning to its end; and what an anonymous one never tells, not even to the database."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests import people
from tests.workspaces.surveys import made
from vardevei.core.domain import people as everyone
from vardevei.opendata.problem import Problem
from vardevei.workspaces.domain import surveys
from vardevei.workspaces.enums import AnswerKind, AskedAs, SurveyState
from vardevei.workspaces.models import Respondent, Response, ResponseAnswer, Survey, Workspace

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


@pytest.fixture
def adviser():
    return people.adviser()


def test_a_survey_for_a_county_makes_a_room_that_nobody_sees(adviser):
    survey = made.survey(by=adviser)

    assert survey.workspace.alone
    assert (survey.state, survey.original, str(survey)) == (SurveyState.DRAFT, "nb", "Internasjonalt samarbeid")


def test_it_takes_answers_from_its_opening_to_its_last_day(adviser):
    survey = made.survey(by=adviser, deadline=timezone.localdate())
    assert not survey.takes_answers

    surveys.open(survey, by=adviser)
    assert survey.takes_answers
    assert list(Survey.objects.open()) == [survey]

    survey.deadline -= timedelta(days=1)
    survey.save()
    assert not survey.takes_answers
    assert not Survey.objects.open()

    assert surveys.close_those_over() == 1
    survey.refresh_from_db()
    assert survey.state == SurveyState.CLOSED
    assert survey.closed_at


def test_a_survey_that_asks_nothing_is_not_opened(adviser):
    survey = surveys.begin_for(people.place(people.TRONDELAG), title={"nb": "Tom"}, anonymous=False, by=adviser)

    with pytest.raises(Problem) as said:
        surveys.open(survey, by=adviser)

    assert said.value.code == "survey-empty"


def test_a_named_one_gets_more_time_after_it_was_closed_and_an_anonymous_one_does_not(adviser):
    later = timezone.localdate() + timedelta(days=7)
    named, anonymous = made.survey(by=adviser), made.survey(by=adviser, anonymous=True)
    for survey in (named, anonymous):
        surveys.open(survey, by=adviser)
        surveys.close(survey, by=adviser)

    surveys.extend(named, deadline=later, by=adviser)
    with pytest.raises(Problem) as said:
        surveys.extend(anonymous, deadline=later, by=adviser)

    assert named.takes_answers
    assert said.value.code == "survey-anonymous-closed"


def test_a_deadline_that_is_over_is_refused(adviser):
    survey = made.survey(by=adviser)

    with pytest.raises(Problem) as said:
        surveys.change(survey, deadline=timezone.localdate() - timedelta(days=1), by=adviser)

    assert said.value.code == "survey-deadline-over"


def test_only_a_draft_is_thrown_away_and_its_room_with_it(adviser):
    draft, out = made.survey(by=adviser), made.survey(by=adviser)
    surveys.open(out, by=adviser)

    surveys.discard(draft, by=adviser)
    with pytest.raises(Problem):
        surveys.discard(out, by=adviser)

    assert list(Workspace.objects.all()) == [out.workspace]


def test_a_contact_makes_no_survey():
    with pytest.raises(Problem) as said:
        made.survey(by=people.contact())

    assert said.value.code == "not-allowed"


@pytest.mark.parametrize("first", [True, False])
def test_anonymous_or_named_is_for_good(adviser, first):
    survey = made.survey(by=adviser, anonymous=first)

    survey.anonymous = not first
    with pytest.raises(TypeError):
        survey.save()
    with pytest.raises(TypeError):
        Survey.objects.filter(pk=survey.pk).update(anonymous=not first)

    survey.refresh_from_db()
    assert survey.anonymous is first


def test_the_database_refuses_whatever_would_tell_who_answered_anonymously(adviser):
    survey = made.survey(by=adviser, anonymous=True)
    respondent = Respondent.objects.create(survey=survey, anonymous=True, asked_as=AskedAs.ADDRESS, person=adviser)
    now, here = timezone.now(), people.place(people.INDRE_FOSEN)

    for telling in (
        {"respondent": respondent},
        {"organisation": here},
        {"language": "nn"},
        {"submitted_at": now},
        {"begun_at": now},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Response.objects.create(survey=survey, anonymous=True, done=True, **telling)
    for when in ({"answered": True, "answered_at": now}, {"opened_at": now}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Respondent.objects.filter(pk=respondent.pk).update(**when)

    assert Response.objects.create(survey=survey, anonymous=True, done=True)


def test_an_anonymous_survey_asks_nothing_in_the_letter_itself(adviser):
    survey = made.survey(by=adviser, anonymous=True)

    with pytest.raises(IntegrityError), transaction.atomic():
        Survey.objects.filter(pk=survey.pk).update(in_letter=survey.pages.get().questions.get())


def test_when_a_respondent_is_erased_what_she_chose_still_counts(adviser):
    survey, kari = made.survey(by=adviser), people.contact()
    respondent = Respondent.objects.create(
        survey=survey, anonymous=False, asked_as=AskedAs.CONTACT, person=kari, answered=True, answered_at=timezone.now()
    )
    response = Response.objects.create(
        survey=survey, anonymous=False, respondent=respondent, done=True, submitted_at=timezone.now()
    )
    chosen = survey.pages.get().questions.get()
    written = made.question(survey, AnswerKind.LONG, "Hva trenger dere?")
    ResponseAnswer.objects.create(response=response, question=chosen, value="a", written_at=timezone.now())
    ResponseAnswer.objects.create(response=response, question=written, text="Ring Kari", written_at=timezone.now())

    everyone.erase(kari, by=None, why="asked")

    respondent.refresh_from_db()
    assert (respondent.person, respondent.answered, respondent.answered_at) == (None, True, None)
    assert sorted((answer.value, answer.text) for answer in response.answers.all() if answer.value) == [("a", "")]
    assert not response.answers.exclude(text="").exists()


def test_words_fall_back_to_the_other_norwegian_form_and_then_to_the_first_written(adviser):
    survey = made.survey(by=adviser)
    survey.title, survey.original = {"nn": "Kartlegging", "en": "Survey"}, "en"

    assert [survey.said("title", form) for form in ("nb", "nn", "en")] == ["Kartlegging", "Kartlegging", "Survey"]
