"""Answering a letter's question by the link in it: no account, one press, and a changed mind until the deadline."""

from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import addresses, log
from vardevei.core.domain.questions import EFFECTS, WAIT_ELSEWHERE
from vardevei.core.enums import QuestionKind
from vardevei.core.models import Answer, Letter, Person, Question
from vardevei.core.waiting import Waiting
from vardevei.opendata.problem import Problem

LONGEST = 2000


def letter_of(token: str) -> tuple[Letter, str]:
    """The letter that an answering link was sent in, and the answer it stands for ("" when it is to be written)."""
    key, value = addresses.read_answer(token)
    letter = Letter.objects.filter(key=key).select_related("to", "question").first()
    if letter is None or letter.question is None:
        raise Problem(
            "question-gone",
            "This question is no longer here.",
            "Whoever asked has taken it back.",
            "Reply to the letter if you have something to say.",
        )
    return letter, value


def answer_to(letter: Letter) -> Answer | None:
    """What was answered so far."""
    return Answer.objects.filter(letter=letter, question=letter.question).first()


def waiting_for(person: Person) -> Iterator[Waiting]:
    """Questions in the person's letters that can still be answered; of a letter and its reminder, the newest."""
    asked: dict[tuple[int, str], Letter] = {}
    letters = Letter.objects.filter(to=person, question__isnull=False).select_related("question")
    letters = letters.exclude(question__code__in=WAIT_ELSEWHERE)
    for letter in letters.order_by("written_at", "pk"):
        if letter.question and letter.question.open:
            asked[letter.question.pk, letter.place] = letter
    answered = Answer.objects.filter(letter__to=person, question__in={question for question, _place in asked})
    for told in answered.values_list("question", "letter__place"):
        asked.pop(told, None)
    for letter in asked.values():
        due = letter.question.deadline if letter.question else None
        yield Waiting(
            "question", letter.subject, str(letter.pk), letter.place, timezone.localdate(letter.written_at), due
        )


@transaction.atomic
def answer(letter: Letter, value: str, *, more: str = "") -> Answer:
    """Keep the answer; it takes the place of an earlier one, and the log has both. Pressed twice it is one."""
    question = Question.objects.select_for_update().get(letters=letter)
    value, more = value.strip(), more.strip()
    _check(question, value, more)
    before = answer_to(letter)
    if before and (before.value, before.more) == (value, more):
        return before
    given = before or Answer(question=question, letter=letter)
    given.value, given.more, given.person, given.place, given.at = value, more, letter.to, letter.place, timezone.now()
    given.save()
    _log(given)
    if question.code in EFFECTS:
        EFFECTS[question.code](given)
    return given


def _check(question: Question, value: str, more: str) -> None:
    if not question.open:
        raise Problem(
            "question-closed",
            "This question can no longer be answered.",
            "The time for answering is over, or the question was closed.",
            "Reply to the letter if you have something to say.",
        )
    known = question.kind == QuestionKind.TEXT or value in dict(question.options("nb"))
    if not value or not known or max(len(value), len(more)) > LONGEST:
        raise Problem(
            "answer-missing",
            "There is no answer to send.",
            f"Nothing was chosen or written, or it is longer than {LONGEST} characters.",
            "Go back, choose or write an answer, and send it again.",
            longest=LONGEST,
        )


def _log(given: Answer) -> None:
    question = given.question
    log.write(
        "answered",
        _("Svar fra lenken som ble sendt til {who}: «{answer}» på spørsmålet «{question}»."),
        by=None,
        about=question,
        place=given.place,
        why=given.more,
        who=given.person,
        answer=question.option(given.value, "nb"),
        question=question.said("nb"),
    )
