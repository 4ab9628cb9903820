"""What came of a survey: counted by hand beside, with its denominators, for those who may see it."""

import json
import random

import pytest

from tests import people
from tests.workspaces.surveys import made
from vardevei.core.domain import people as everyone
from vardevei.workspaces.domain import (
    answering,
    ballots,
    responses,
    responses_whole,
    survey_counties,
    survey_results,
    surveys,
)
from vardevei.workspaces.domain.answering import Written
from vardevei.workspaces.domain.tallies import ALL
from vardevei.workspaces.enums import AnswerKind
from vardevei.workspaces.models import Survey, SurveyQuestion

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
TRONDELAG, VESTLAND = ("5054", "5001", "5006", "5007"), ("4601", "4602", "4611", "4612")


@pytest.fixture
def adviser():
    return people.adviser()


def with_texts(survey: Survey) -> tuple[SurveyQuestion, SurveyQuestion]:
    made.question(survey, AnswerKind.LONG, "Hva vil dere?")
    choice, text = survey.pages.get().questions.order_by("order")
    return choice, text


def answer(survey, number: str, value: str, text: str, name: str = "") -> None:
    choice, wish = survey.pages.get().questions.order_by("order")
    one = made.respondent(survey, people.somebody(name or f"Svarer {number} {random.random()}"), number)
    said = {choice.pk: Written(value), wish.pk: Written(None, text)}
    if survey.anonymous:
        ballots.put_in(survey, said, respondent=one)
    else:
        responses.write(one, said, language="nb")
        responses.hand_in(one, language="nb")


def test_municipality_counts_once_and_the_open_link_apart(adviser):
    survey = made.survey(by=adviser, open_link=True)
    with_texts(survey)
    surveys.open(survey, by=adviser)
    for number, name in (("5054", "Kari Nes"), ("5054", "Per Lund"), ("5001", "Liv Lie")):
        answer(survey, number, "a", "Ja", name)
    made.respondent(survey, people.somebody("Stille"), "5006")
    came = answering.join(survey, name="Ny", email="ny@eksempel.no", organisation=people.place("5007"))
    responses.write(came, {survey.pages.get().questions.first().pk: Written("b")}, language="nb")
    responses.hand_in(came, language="nb")

    rate = survey_results.rate(survey, None)

    assert (rate.answered, rate.asked) == (3, 4)
    assert (rate.municipalities_answered, rate.municipalities, rate.by_link) == (2, 3, 1)
    assert [str(place) for place in survey_results.silent(survey, None)] == ["Steinkjer"]


def test_named_answers_are_counted_as_they_are_and_half_written_ones_are_not(adviser):
    survey = made.survey(by=adviser)
    choice, _text = with_texts(survey)
    surveys.open(survey, by=adviser)
    for number, value in zip(TRONDELAG, "aab", strict=False):
        answer(survey, number, value, f"Fra {number}")
    half = made.respondent(survey, people.somebody("Halv"), "5007")
    responses.write(half, {choice.pk: Written("b")}, language="nb")

    first, second = survey_results.counted(survey, None)

    assert (first.tally.answered, first.tally.counts) == (3, {"a": 2, "b": 1})
    assert sorted(second.tally.texts) == ["Fra 5001", "Fra 5006", "Fra 5054"]


def across_counties(adviser, *, anonymous: bool) -> Survey:
    survey = made.survey(by=adviser, anonymous=anonymous)
    with_texts(survey)
    survey_counties.let_in(survey, [people.place(people.VESTLAND)], by=adviser)
    surveys.open(survey, by=adviser)
    for times in range(2):
        for at, number in enumerate((*TRONDELAG, *VESTLAND)):
            answer(survey, number, "ab"[at % 2], f"{number} {times}")
    return Survey.objects.get(pk=survey.pk)


def test_each_county_sees_its_own_named_answers_and_of_all_only_sums(adviser):
    survey = across_counties(adviser, anonymous=False)
    vest = people.adviser(people.VESTLAND, "Vigdis Vest")
    seen = survey_counties.seen_by(vest, survey)
    bergens = people.place(people.VESTLAND)

    own = survey_results.counted(survey, seen, bergens.pk)
    everybody = survey_results.counted(survey, seen, ALL)

    assert survey_results.scopes(survey, seen) == [bergens]
    assert sorted(own[1].tally.texts) == sorted(f"{number} {times}" for number in VESTLAND for times in range(2))
    assert {row.organisation.number for row in survey_results.responses_seen(survey, seen)} == set(VESTLAND)
    assert everybody[0].tally.counts == {"a": 8, "b": 8}
    assert everybody[1].tally.texts is None
    assert survey_counties.seen_by(people.contact(), survey) == frozenset()


def test_anonymous_results_come_when_it_is_over(adviser):
    survey = across_counties(adviser, anonymous=True)
    assert not survey_results.told(survey)

    surveys.close(survey, by=adviser)

    assert survey_results.told(survey)
    everybody = survey_results.counted(survey, None)
    assert everybody[0].tally.counts == {"a": 8, "b": 8}
    assert len(everybody[1].tally.texts) == 16
    # four and four in each county: small, so neither is told, and not what the other leaves
    for county in survey_results.scopes(survey, None):
        own = survey_results.counted(survey, None, county.pk)
        assert own[0].tally.counts == {"a": None, "b": None}
        assert len(own[1].tally.texts) == 8
    assert not survey_results.responses_seen(survey, None)
    assert not survey_results.silent(survey, None)


def test_few_anonymous_answers_tell_nothing(adviser):
    survey = made.survey(by=adviser, anonymous=True)
    with_texts(survey)
    surveys.open(survey, by=adviser)
    for number in TRONDELAG:
        answer(survey, number, "a", "Ja")
    surveys.close(survey, by=adviser)

    assert survey_results.few(survey, None)
    assert survey_results.counted(survey, None)[0].tally.answered is None


def test_person_who_is_erased_leaves_the_numbers(adviser):
    survey = made.survey(by=adviser)
    with_texts(survey)
    surveys.open(survey, by=adviser)
    answer(survey, "5054", "a", "Ring meg på 900 00 000", "Kari Nes")

    everyone.erase(survey.respondents.get().person, by=None, why="Test")

    rate, (choice, text) = survey_results.rate(survey, None), survey_results.counted(survey, None)
    assert (rate.answered, rate.municipalities_answered) == (1, 1)
    assert (choice.tally.counts, text.tally.answered, text.tally.texts) == ({"a": 1, "b": 0}, 1, [])


def test_questions_are_asked_of_the_database_once(adviser, django_assert_num_queries):
    survey = made.survey(by=adviser)
    with_texts(survey)
    surveys.open(survey, by=adviser)
    for number in TRONDELAG:
        answer(survey, number, "a", "Ja")

    with django_assert_num_queries(3):
        survey_results.counted(survey, None)


def test_take_out_has_named_answers_and_of_anonymous_ones_only_sums(adviser):
    named, anonymous = (made.survey(by=adviser, anonymous=anonymous) for anonymous in (False, True))
    for survey in (named, anonymous):
        with_texts(survey)
        surveys.open(survey, by=adviser)
        for number in (*TRONDELAG, *VESTLAND):
            answer(survey, number, "a", "Ja", f"Person {survey.anonymous} {number}")
    before = responses_whole.taken_out(anonymous.workspace)["responses"][0]
    surveys.close(anonymous, by=adviser)

    told = responses_whole.taken_out(named.workspace)["responses"][0]
    sums = responses_whole.taken_out(anonymous.workspace)["responses"][0]

    assert {one["person"] for one in told["answers"]} >= {"Person False 5054", "Person False 4612"}
    assert before["sums"] is None
    assert sums["sums"][0]["counts"] == {"a": 8, "b": 0}
    assert "Person" not in json.dumps(sums)
