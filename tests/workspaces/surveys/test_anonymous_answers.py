"""Everything that the database holds of an anonymous survey, and that it does not tell who wrote what."""

import datetime as dt
import uuid

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection

from tests import people
from tests.workspaces.surveys import made
from vardevei.core.models import LogEntry
from vardevei.opendata.problem import Problem
from vardevei.workspaces.domain import ballots, surveys
from vardevei.workspaces.domain.answering import Written
from vardevei.workspaces.enums import AnswerKind
from vardevei.workspaces.models import Respondent, Response, ResponseAnswer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
PEOPLE = 12


@pytest.fixture
def survey():
    by = people.adviser()
    survey = made.survey(by=by, anonymous=True)
    made.question(survey, AnswerKind.LONG, "Hva vil dere?")
    return surveys.open(survey, by=by)


def text_question(survey):
    return survey.pages.get().questions.get(kind=AnswerKind.LONG).pk


def answered_one_after_another(survey) -> list[Respondent]:
    """Each writes her own name, so that the test can see what the database cannot."""
    asked = [made.respondent(survey, people.somebody(f"Person {n:02}"), people.INDRE_FOSEN) for n in range(PEOPLE)]
    for one in asked:
        ballots.put_in(survey, {text_question(survey): Written(None, one.person.name)}, respondent=one)
    return asked


def physical_order(table: str) -> list[str]:
    """The order that rows lie in, which is the order they were written in."""
    place = "rowid" if connection.vendor == "sqlite" else "ctid"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT text FROM {table} ORDER BY {place}")
        return [row[0] for row in cursor.fetchall()]


def test_neither_keys_nor_places_in_the_file_tell_the_order(survey):
    came = [one.person.name for one in answered_one_after_another(survey)]

    by_key = list(ResponseAnswer.objects.order_by("pk").values_list("text", flat=True))
    lying = physical_order(ResponseAnswer._meta.db_table)

    assert sorted(by_key) == sorted(lying) == came
    for order in (by_key, lying):
        assert order != came
        in_place = sum(one == other for one, other in zip(order, came, strict=True))
        assert in_place < PEOPLE - 2  # by chance about one is; all would be in a table that is written to the end


def test_no_column_of_an_answer_holds_a_key_of_a_person_or_a_time(survey):
    asked = answered_one_after_another(survey)
    theirs = {str(value) for one in asked for value in (one.pk, one.key, one.person_id)}

    for model in (Response, ResponseAnswer):
        for row in model.objects.values():
            row.pop("text", None)
            assert not any(isinstance(value, dt.date) for value in row.values())
            told = {str(value) for name, value in row.items() if name not in ("survey_id", "question_id")}
            assert not told & theirs
            assert {name for name, value in row.items() if isinstance(value, uuid.UUID)} <= {"id", "response_id"}


def test_the_list_says_that_each_has_answered_and_not_when(survey):
    asked = answered_one_after_another(survey)

    rows = Respondent.objects.filter(pk__in=[one.pk for one in asked])

    assert set(rows.values_list("answered", "answered_at", "opened_at")) == {(True, None, None)}


def test_nothing_outside_these_tables_was_written(survey):
    def everything() -> dict[str, int]:
        return {model._meta.label: model._default_manager.count() for model in apps.get_models()}

    one = made.respondent(survey, people.contact())
    before, log = everything(), LogEntry.objects.count()

    ballots.put_in(survey, {text_question(survey): Written(None, "Hei")}, respondent=one)

    after = everything()
    assert {name for name in after if after[name] != before[name]} == {
        "workspaces.Response",
        "workspaces.ResponseAnswer",
    }
    assert LogEntry.objects.count() == log
    assert not cache.get(f"ballot:{one.key}")


def test_one_link_puts_in_one_answer(survey):
    one = made.respondent(survey, people.contact())
    ballots.put_in(survey, {text_question(survey): Written(None, "Først")}, respondent=one)

    with pytest.raises(Problem) as said:
        ballots.put_in(survey, {text_question(survey): Written(None, "Igjen")}, respondent=one)

    assert said.value.code == "survey-answered-already"
    assert [answer.text for answer in ResponseAnswer.objects.all()] == ["Først"]


def test_shaking_loses_nothing_and_adds_nothing(survey, monkeypatch):
    """Also when the box is larger than what is shaken at a time."""
    monkeypatch.setattr(ballots, "AMONG", 4)
    question = survey.pages.get().questions.get(kind=AnswerKind.ONE).pk

    answered = answered_one_after_another(survey)
    ballots.put_in(survey, {question: Written("a"), text_question(survey): Written(None, "Sist")})

    assert Response.objects.filter(done=True, anonymous=True).count() == PEOPLE + 1
    assert Response.objects.filter(county__number=people.TRONDELAG).count() == len(answered)
    assert ResponseAnswer.objects.get(value="a").response.answers.count() == 2
