"""What a survey asks: put together, moved about, begun from an example, and locked once somebody may have answered."""

import pytest

from tests import people
from tests.workspaces.surveys import made
from vardevei.opendata.problem import Problem
from vardevei.workspaces.domain import (
    survey_copies,
    survey_faults,
    survey_questions,
    surveys,
    surveys_whole,
    workspaces,
)
from vardevei.workspaces.enums import AnswerKind
from vardevei.workspaces.models import Survey, SurveyQuestion

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


@pytest.fixture
def adviser():
    return people.adviser()


@pytest.fixture
def survey(adviser):
    return made.survey(by=adviser)


def asked(survey: Survey) -> list[list[str]]:
    return [[str(question) for question in page.questions.all()] for page in survey.pages.all()]


def test_a_question_moves_one_step_and_over_to_the_next_page(survey, adviser):
    page = survey.pages.get()
    second = survey_questions.add(page, kind=AnswerKind.SHORT, words={"nb": "To"}, by=adviser)
    survey_questions.add_page(survey, by=adviser)

    survey_questions.move(second, up=True, by=adviser)
    assert asked(survey) == [["To", "Har dere en strategi?"], []]

    second.refresh_from_db()
    survey_questions.move(second, up=False, by=adviser)
    second.refresh_from_db()
    survey_questions.move(second, up=False, by=adviser)
    assert asked(survey) == [["Har dere en strategi?"], ["To"]]

    second.refresh_from_db()
    survey_questions.move(second, up=False, by=adviser)
    assert asked(survey) == [["Har dere en strategi?"], ["To"]]


def test_the_questions_of_a_page_that_is_taken_out_are_not_lost(survey, adviser):
    page = survey_questions.add_page(survey, by=adviser)
    survey_questions.add(page, kind=AnswerKind.DATE, words={"nb": "Når?"}, by=adviser)

    survey_questions.move_page(page, up=True, by=adviser)
    assert asked(survey) == [["Når?"], ["Har dere en strategi?"]]

    survey_questions.remove_page(survey.pages.first(), by=adviser)
    assert asked(survey) == [["Når?", "Har dere en strategi?"]]

    with pytest.raises(Problem) as said:
        survey_questions.remove_page(survey.pages.get(), by=adviser)
    assert said.value.code == "survey-only-page"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"kind": "short", "words": {"nb": ""}}, "question-wordless"),
        ({"kind": "one", "words": {"nb": "Hva?"}, "choices": [{"value": "1", "nb": "Ja"}]}, "question-choiceless"),
        ({"kind": "scale", "words": {"nb": "Hvor?"}, "lowest": 5, "highest": 5}, "question-scale"),
        ({"kind": "scale", "words": {"nb": "Hvor?"}, "lowest": 1, "highest": 100}, "question-scale"),
    ],
)
def test_a_question_that_nobody_could_answer_is_refused(survey, adviser, values, code):
    with pytest.raises(Problem) as said:
        survey_questions.add(survey.pages.get(), by=adviser, **values)

    assert said.value.code == code


def test_when_it_is_open_only_the_spelling_changes(survey, adviser):
    question = survey.pages.get().questions.get()
    surveys.open(survey, by=adviser)
    question.refresh_from_db()

    spelled = [{"value": "a", "nb": "Ja!"}, {"value": "b", "nb": "Nei"}]
    survey_questions.change(question, words={"nb": "Har dere en plan?"}, choices=spelled, kind="one", by=adviser)
    assert str(question) == "Har dere en plan?"

    refused = [
        lambda: survey_questions.change(question, kind="many", by=adviser),
        lambda: survey_questions.change(question, required=True, by=adviser),
        lambda: survey_questions.change(question, choices=spelled[:1], by=adviser),
        lambda: survey_questions.add(question.page, kind="short", words={"nb": "Ny"}, by=adviser),
        lambda: survey_questions.move(question, up=True, by=adviser),
        lambda: survey_questions.remove(question, by=adviser),
    ]
    for act in refused:
        with pytest.raises(Problem) as said:
            act()
        assert said.value.code == "survey-locked"


@pytest.mark.parametrize("code", ["cooperation", "event"])
def test_the_examples_are_whole_in_three_languages_and_can_be_asked_at_once(adviser, code):
    county = people.place(people.TRONDELAG)
    survey = surveys.begin_for(county, title={"nb": "Vår"}, anonymous=False, by=adviser)

    survey_copies.begin_as_example(survey, code, by=adviser)

    assert survey_faults.lacks(survey) == []
    assert survey.title["nb"] == "Vår"
    for question in SurveyQuestion.objects.filter(page__survey=survey):
        survey_faults.check(question)
    assert surveys.open(survey, by=adviser).takes_answers


def test_an_example_writes_over_nothing(survey, adviser):
    with pytest.raises(Problem) as said:
        survey_copies.begin_as_example(survey, "event", by=adviser)

    assert said.value.code == "survey-not-empty"


def test_what_a_language_lacks_is_counted(survey, adviser):
    survey.title["nn"] = "Internasjonalt samarbeid"
    survey.save()

    found = {lack.form: (lack.lacking, lack.of, lack.whole) for lack in survey_faults.lacks(survey)}

    assert found == {"nn": (3, 4, False), "en": (4, 4, True)}


def test_an_earlier_survey_is_asked_again_without_its_people(survey, adviser):
    surveys.open(survey, by=adviser)
    county = people.place(people.TRONDELAG)
    again = surveys.begin_for(county, title={"nb": "Igjen"}, anonymous=True, by=adviser)
    assert survey in survey_copies.earlier(adviser, again.workspace)

    survey_copies.begin_as_earlier(again, survey, by=adviser)

    assert survey_copies.asked(again) == survey_copies.asked(survey)
    assert again.respondents.count() == 0


def test_another_county_does_not_copy_what_it_does_not_see(survey):
    stranger = people.adviser(people.VESTLAND, "Vigdis Vest")
    room = workspaces.begin(people.place(people.VESTLAND), title="Vårt", by=stranger)

    assert survey_copies.earlier(stranger, room) == []


def test_a_room_is_copied_with_its_surveys_as_drafts_and_taken_out_with_what_they_ask(survey, adviser):
    surveys.open(survey, by=adviser)
    room = workspaces.begin(people.place(people.TRONDELAG), title="Neste år", by=adviser)

    surveys_whole.copied(survey.workspace, room, 365, adviser)

    made_again = room.surveys.get()
    assert made_again.draft
    assert survey_copies.asked(made_again) == survey_copies.asked(survey)
    out = surveys_whole.taken_out(survey.workspace)["surveys"][0]
    assert out["pages"][0]["questions"][0]["words"] == {"nb": "Har dere en strategi?"}
    assert out["respondents"] == {"asked": 0, "answered": 0}
