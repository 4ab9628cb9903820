"""The question that a county's letter asks."""

from vardevei.core.domain import questions
from vardevei.core.enums import LanguageForm, QuestionKind
from vardevei.core.models import Person, Question
from vardevei.core.models.question import Words
from vardevei.organisations.domain.mailing_texts import CONFIRM, WHO_THEN
from vardevei.organisations.enums import Asked
from vardevei.organisations.models import Mailing


def shown(mailing: Mailing) -> Question | None:
    """The question as the receivers will see it; not saved before the letter is sent."""
    if mailing.question or mailing.asks == Asked.NOTHING:
        return mailing.question
    does = mailing.code if mailing.asks == Asked.YES_NO else ""  # another question than the built-in one does nothing
    return Question(
        code=does,
        words={form: mailing.asked(form) for form in LanguageForm.values if mailing.asked(form)},
        kind=QuestionKind.TEXT if mailing.asks == Asked.TEXT else QuestionKind.CHOICE,
        choices=_choices(mailing),
        more={questions.NO: questions.in_all_forms(WHO_THEN)} if does == CONFIRM else {},
        deadline=mailing.deadline,
        place=mailing.county_id,
    )


def asked(mailing: Mailing, *, by: Person) -> Question | None:
    """The question, kept: from now on it can be answered."""
    question = shown(mailing)
    if question is not None and question.pk is None:
        question.about, question.asked_by = f"organisations.mailing:{mailing.pk}", by
        question.save()
    return question


def _choices(mailing: Mailing) -> list[Words]:
    if mailing.asks == Asked.YES_NO:
        return questions.yes_no()
    written = {form: mailing.choices(form) for form in LanguageForm.values if mailing.choices(form)}
    most = max((len(lines) for lines in written.values()), default=0)
    if mailing.asks != Asked.CHOICE:
        return []
    return [
        {"value": str(i + 1), **{form: lines[i] for form, lines in written.items() if i < len(lines)}}
        for i in range(most)
    ]
