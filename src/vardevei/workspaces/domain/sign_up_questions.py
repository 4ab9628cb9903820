"""What is asked of those who sign up: the questions, the answers, and how many have told of a need."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.workspaces import rules
from vardevei.workspaces.enums import AskKind, SignUpState
from vardevei.workspaces.models import Event, SignUp, SignUpAnswer, SignUpNeed, SignUpQuestion

WITH_CHOICES = (AskKind.ONE, AskKind.MANY)
LONGEST = 1000


@transaction.atomic
def ask(
    event: Event,
    *,
    words: str,
    kind: AskKind | str = AskKind.TEXT,
    choices: Sequence[str] = (),
    required: bool = False,
    sensitive: bool = False,
    by: Person,
    question: SignUpQuestion | None = None,
) -> SignUpQuestion:
    """A new question, or other words for `question`. A sensitive one is always voluntary."""
    rules.must(by, rules.RUN, event.workspace)
    _check(kind, choices, question, sensitive)
    asked = question or SignUpQuestion(event=event, order=event.sign_up_questions.count())
    asked.words, asked.kind, asked.sensitive = words.strip(), kind, sensitive
    asked.choices = list(dict.fromkeys(choices)) if kind in WITH_CHOICES else []
    asked.required = required and not sensitive
    asked.save()
    log.write(
        "sign-up-question",
        _("Spørsmålet «{words}» stilles til dem som melder seg på «{event}»."),
        by=by,
        about=event,
        place=event.workspace.owner_id,
        words=asked.words,
        event=event.title,
    )
    return asked


@transaction.atomic
def drop(question: SignUpQuestion, *, by: Person) -> None:
    """Take the question away, with what was answered to it."""
    event = question.event
    rules.must(by, rules.RUN, event.workspace)
    log.write(
        "sign-up-question-dropped",
        _("Spørsmålet «{words}» og svarene på det ble slettet fra «{event}»."),
        by=by,
        about=event,
        place=event.workspace.owner_id,
        words=question.words,
        event=event.title,
    )
    question.delete()


def answer(sign_up: SignUp, answers: Mapping[int, object]) -> None:
    """Keep the answers to the questions that `answers` names. An empty one takes the answer away."""
    for question in sign_up.event.sign_up_questions.all():
        if question.pk not in answers:
            continue
        table = SignUpNeed if question.sensitive else SignUpAnswer
        value = _plain(answers[question.pk])
        if value in ("", []):
            table.objects.filter(sign_up=sign_up, question=question).delete()
        else:
            given = {"value": value, "over_at": sign_up.over_at}
            table.objects.update_or_create(sign_up=sign_up, question=question, defaults=given)


def answered(sign_up: SignUp) -> dict[int, object]:
    """Key of the question -> what stands as the answer."""
    both = [*sign_up.answers.values_list("question", "value"), *sign_up.needs.values_list("question", "value")]
    return dict(both)


def forget(sign_up: SignUp) -> None:
    """Whoever does not come needs no lunch: her needs go at once."""
    sign_up.needs.all().delete()
    count(sign_up.event)


def count(event: Event) -> None:
    """Write on each sensitive question how many of those who come told something, as long as the event is not over.
    When what they told goes, the number stays."""
    if event.ends_at < timezone.now():
        return
    for question in event.sign_up_questions.filter(sensitive=True):
        question.told = given(question).count()
        question.save(update_fields=["told"])


def tally(question: SignUpQuestion) -> list[tuple[str, int]]:
    """Each answer and how many gave it, the most frequent first. Own words are not counted."""
    if question.kind == AskKind.TEXT:
        return []
    values = given(question).values_list("value", flat=True)
    return Counter(one for value in values for one in (value if isinstance(value, list) else [value])).most_common()


def given(question: SignUpQuestion) -> QuerySet[Any]:
    """What those who have a place answered: whoever waits or has given up the place needs no lunch."""
    table: type[SignUpAnswer | SignUpNeed] = SignUpNeed if question.sensitive else SignUpAnswer
    return table.objects.filter(question=question, sign_up__state=SignUpState.SIGNED_UP)


def _plain(value: object) -> str | list[str]:
    if isinstance(value, list | tuple):
        return [str(one) for one in value]
    return str(value or "").strip()[:LONGEST]


def _check(kind: str, choices: Sequence[str], question: SignUpQuestion | None, sensitive: bool) -> None:
    if kind in WITH_CHOICES and len(set(choices)) < 2:
        raise Problem(
            "too-few-choices",
            "There is nothing to choose between.",
            "A question with choices needs at least two, each on a line of its own.",
            "Write the choices, or let people answer in their own words.",
        )
    kept = question and (question.answers.exists() or question.needs.exists())
    if question and kept and (question.sensitive != sensitive or question.kind != kind):
        raise Problem(
            "question-answered",
            "This question is answered already.",
            "Those who answered were told what the question was for, and how long the answer is kept.",
            "Ask a new question instead.",
        )
