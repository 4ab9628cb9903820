"""Asking a question that a letter carries, and what came of it."""

from collections.abc import Callable
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from vardevei.core.enums import LanguageForm, QuestionKind
from vardevei.core.models import Answer, Person, Question
from vardevei.core.models.log import subject_of
from vardevei.core.models.question import Words

YES, NO = "yes", "no"
# What an answer does, by the question's code; rooms add theirs with `@questions.effect("…")`.
EFFECTS: dict[str, Callable[[Answer], None]] = {}
# Codes of questions about something that the room itself says waits, so that it does not wait twice.
WAIT_ELSEWHERE: set[str] = set()


def ask(
    words: Words,
    *,
    by: Person | None,
    kind: QuestionKind = QuestionKind.CHOICE,
    choices: list[Words] | None = None,
    more: dict[str, Words] | None = None,
    code: str = "",
    deadline: date | None = None,
    place: str = "",
    about: object = None,
) -> Question:
    """A question for `letters.write(..., question=...)`. Without choices, one of a kind CHOICE is yes or no."""
    if kind == QuestionKind.CHOICE and not choices:
        choices = yes_no()
    return Question.objects.create(
        code=code,
        words=words,
        kind=kind,
        choices=choices or [],
        more=more or {},
        deadline=deadline,
        place=place,
        about=subject_of(about),
        asked_by=by,
    )


def yes_no() -> list[Words]:
    """The two answers, in all three forms."""
    return [{"value": YES, **in_all_forms(_("Ja"))}, {"value": NO, **in_all_forms(_("Nei"))}]


def in_all_forms(sentence: Promise | str) -> Words:
    """A sentence marked for translation, in each form of language."""
    found = {}
    for form in LanguageForm.values:
        with override(form):
            found[form] = str(sentence)
    return found


@transaction.atomic
def close(question: Question) -> None:
    """No more answers are taken; those who come are told so kindly."""
    if question.closed_at is None:
        question.closed_at = timezone.now()
        question.save(update_fields=["closed_at"])


def effect(
    code: str, *, waits_elsewhere: bool = False
) -> Callable[[Callable[[Answer], None]], Callable[[Answer], None]]:
    """Marks the function that acts on an answer to questions with this code. `waits_elsewhere`: the room tells by its
    own `waiting_for` that the matter waits."""

    def mark(function: Callable[[Answer], None]) -> Callable[[Answer], None]:
        EFFECTS[code] = function
        WAIT_ELSEWHERE.update({code} if waits_elsewhere else ())
        return function

    return mark
