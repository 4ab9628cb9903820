"""A letter's question is answered by the link in it; the last answer holds and the log has all."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.people import somebody
from vardevei.core.domain import answers, letters, questions
from vardevei.core.domain.questions import EFFECTS
from vardevei.core.enums import QuestionKind
from vardevei.core.models import Answer, Letter, LogEntry
from vardevei.opendata.problem import Problem

pytestmark = pytest.mark.django_db
WORDS = {"nb": "Kommer dere på seminaret?", "nn": "Kjem de på seminaret?", "en": "Will you come to the seminar?"}


def ask(form: str = "nb", **more) -> Letter:
    question = questions.ask(WORDS, by=None, place="50", **more)
    kari = somebody("Kari Nes")
    return letters.write("mail-test", to=kari, form=form, by=None, place="5054-2018", question=question)


def tokens(letter: Letter) -> list[str]:
    return re.findall(r"/svar/(.+)/", letter.body)


def test_letter_carries_one_link_for_each_answer_in_its_form() -> None:
    letter = ask("nn", deadline=timezone.localdate().replace(month=12, day=1))

    assert "Kjem de på seminaret?\n\nJa: http://localhost:8000/nn/svar/" in letter.body
    assert "Du kan svare til og med 1. desember" in letter.body
    assert [answers.letter_of(token) for token in tokens(letter)] == [(letter, "yes"), (letter, "no")]


def test_link_that_was_tampered_with_opens_nothing() -> None:
    token = tokens(ask())[0]

    with pytest.raises(Problem) as refused:
        answers.letter_of(token.replace(".yes~", ".no~"))

    assert refused.value.code == "link-broken"


def test_last_answer_holds_and_pressing_twice_is_once() -> None:
    letter = ask()

    answers.answer(letter, "yes")
    answers.answer(letter, "yes")
    answers.answer(letter, "no", more="Vi har ikke tid.")

    answer = Answer.objects.get()
    assert (answer.value, answer.more, answer.place, answer.person) == (
        "no",
        "Vi har ikke tid.",
        "5054-2018",
        letter.to,
    )
    assert [entry.values["answer"] for entry in LogEntry.objects.filter(act="answered")] == ["Nei", "Ja"]


@pytest.mark.parametrize("value", ["maybe", "", "  "])
def test_only_offered_answers_are_taken(value: str) -> None:
    with pytest.raises(Problem) as refused:
        answers.answer(ask(), value)

    assert refused.value.code == "answer-missing"


def test_written_answer_is_taken_as_it_is() -> None:
    letter = ask(kind=QuestionKind.TEXT)

    assert len(tokens(letter)) == 1
    assert answers.answer(letter, " To stykker. ").value == "To stykker."


def test_closed_and_late_questions_take_no_answer() -> None:
    late = ask(deadline=timezone.localdate() - timedelta(days=1))
    with pytest.raises(Problem) as refused:
        answers.answer(late, "yes")
    assert refused.value.code == "question-closed"

    assert late.question is not None
    late.question.deadline = None
    late.question.save()
    answers.answer(late, "yes")
    questions.close(late.question)
    with pytest.raises(Problem) as refused:
        answers.answer(late, "no")
    assert refused.value.code == "question-closed"


def test_question_taken_back_is_told() -> None:
    letter = ask()
    token = tokens(letter)[0]
    assert letter.question is not None
    letter.question.delete()

    with pytest.raises(Problem) as refused:
        answers.letter_of(token)

    assert refused.value.code == "question-gone"


def test_an_answer_does_what_its_room_registered(monkeypatch) -> None:
    done: list[str] = []
    monkeypatch.setitem(EFFECTS, "seminar", lambda answer: done.append(answer.value))

    answers.answer(ask(code="seminar"), "yes")

    assert done == ["yes"]


def test_a_question_waits_for_its_receiver_until_it_is_answered() -> None:
    day = timezone.localdate() + timedelta(days=7)
    letter = ask(deadline=day)
    assert letter.to is not None
    reminder = letters.write(
        "mail-test", to=letter.to, form="nb", by=None, place=letter.place, question=letter.question
    )

    waiting = list(answers.waiting_for(letter.to))

    assert [(one.sentence, one.about, one.due) for one in waiting] == [(reminder.subject, str(reminder.pk), day)]
    answers.answer(letter, "yes")
    assert list(answers.waiting_for(letter.to)) == []


def test_a_question_whose_time_is_over_waits_no_more() -> None:
    letter = ask(deadline=timezone.localdate() - timedelta(days=1))
    assert letter.to is not None

    assert list(answers.waiting_for(letter.to)) == []
