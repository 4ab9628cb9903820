"""Named answers: kept while they are written, handed in once, changed until the survey closes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import people
from tests.workspaces.surveys import made
from vardevei.core.models import Letter, LogEntry
from vardevei.opendata.problem import Problem
from vardevei.workspaces.domain import answering, responses, surveys
from vardevei.workspaces.domain.answering import Written
from vardevei.workspaces.enums import AnswerKind, AskedAs
from vardevei.workspaces.models import Respondent, Response, ResponseAnswer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


@pytest.fixture
def survey():
    by = people.adviser()
    survey = made.survey(by=by, deadline=timezone.localdate() + timedelta(days=7))
    made.question(survey, AnswerKind.LONG, "Hva vil dere?")
    return surveys.open(survey, by=by)


@pytest.fixture
def kari(survey):
    return made.respondent(survey, people.contact())


def keys(survey):
    return [question.pk for page in survey.pages.all() for question in page.questions.all()]


def test_half_an_answer_is_kept_and_does_not_count(survey, kari):
    strategy, _wish = keys(survey)

    responses.write(kari, {strategy: Written("a")}, language="nn")

    response = responses.of(kari)
    assert (response.done, response.organisation, response.language) == (False, kari.organisation, "nn")
    assert responses.answers_of(response) == {strategy: Written("a")}
    assert not Response.objects.done()


def test_handed_in_twice_is_one_answer_and_one_line_in_the_log(survey, kari):
    strategy, _wish = keys(survey)
    responses.write(kari, {strategy: Written("a")}, language="nb")

    first, second = (responses.hand_in(kari, language="nb") for _press in range(2))

    assert first == second
    kari.refresh_from_db()
    assert kari.answered
    assert kari.answered_at
    assert Response.objects.done().count() == 1
    assert LogEntry.objects.filter(act="survey-answered").count() == 1


def test_what_must_be_answered_is_asked_for(survey, kari):
    strategy, wish = keys(survey)
    survey.pages.get().questions.filter(pk=wish).update(required=True)
    responses.write(kari, {strategy: Written("a"), wish: Written(None, "")}, language="nb")

    with pytest.raises(Problem) as said:
        responses.hand_in(kari, language="nb")

    assert said.value.code == "survey-not-whole"
    assert said.value.values["questions"] == "«Hva vil dere?»"


def test_answers_are_changed_until_it_closes(survey, kari):
    strategy, wish = keys(survey)
    responses.write(kari, {strategy: Written("a"), wish: Written(None, "Mer")}, language="nb")
    responses.hand_in(kari, language="nb")

    responses.write(kari, {strategy: Written("b"), wish: Written()}, language="nb")

    assert responses.answers_of(responses.of(kari)) == {strategy: Written("b")}
    assert LogEntry.objects.filter(act="survey-answer-changed").count() == 1
    surveys.close(survey, by=survey.by)
    kari.survey.refresh_from_db()
    with pytest.raises(Problem) as said:
        responses.write(kari, {strategy: Written("a")}, language="nb")
    assert said.value.code == "survey-over"


def test_nothing_is_answered_that_another_survey_asks(survey, kari):
    other = made.survey(by=survey.by)

    responses.write(kari, {keys(other)[0]: Written("a")}, language="nb")

    assert not ResponseAnswer.objects.exists()


def test_colleague_answers_instead_and_gets_the_same_link(survey, kari):
    strategy, _wish = keys(survey)
    responses.write(kari, {strategy: Written("a")}, language="nb")

    answering.pass_on(kari, name="Per Lund", email="per.lund@eksempel.no")

    kari.refresh_from_db()
    letter = Letter.objects.get(code="survey-passed-on")
    assert str(kari.person) == letter.to.name == "Per Lund"
    assert f"/undersokelse/{kari.key}/" in letter.body
    assert "Kari Nes har bedt deg" in letter.body
    assert responses.answers_of(responses.of(kari)) == {strategy: Written("a")}
    assert Respondent.objects.count() == 1


def test_open_link_asks_who_and_never_opens_what_somebody_else_has_written(survey, kari):
    survey.open_link = True
    survey.save()
    per = answering.join(survey, name="Per Lund", email="per@eksempel.no", organisation=kari.organisation)

    assert (per.asked_as, per.county.number, per.invited_at) == (AskedAs.LINK, people.TRONDELAG, None)
    assert per not in Respondent.objects.waiting()
    with pytest.raises(Problem) as said:
        answering.join(survey, name="Tyv", email=kari.person.email, organisation=kari.organisation)
    assert said.value.code == "survey-asked-already"


def test_one_person_answers_for_two_municipalities(survey, kari):
    other = made.respondent(survey, kari.person, "4601")

    for one, value in ((kari, "a"), (other, "b")):
        responses.write(one, {keys(survey)[0]: Written(value)}, language="nb")
        responses.hand_in(one, language="nb")

    assert [str(one) for one in Response.objects.done().order_by("organisation")] == ["Bergen", "Indre Fosen"]


def test_link_that_is_not_whole_opens_nothing(survey, kari):
    assert answering.opened_by(str(kari.key)) == (survey, kari)
    for token in ("abc", str(kari.key)[:-2], str(survey.key)):
        with pytest.raises(Problem) as said:
            answering.opened_by(token)
        assert said.value.code == "survey-link-unknown"


def test_own_words_go_after_five_years_and_the_counts_stay(survey, kari):
    from vardevei.core.domain import keeping

    strategy, wish = keys(survey)
    responses.write(kari, {strategy: Written("a"), wish: Written(None, "Ring meg, Kari")}, language="nb")
    responses.hand_in(kari, language="nb")

    keeping.apply(keeping.lapsed(timezone.now() + timedelta(days=6 * 365)))

    kari.refresh_from_db()
    assert (kari.person, kari.answered) == (None, True)
    assert [(one.value, one.text) for one in ResponseAnswer.objects.order_by("question")] == [("a", ""), (None, "")]
