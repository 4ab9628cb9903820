"""The one question of a survey that is answered in the letter itself, with one press: kept as a partial answer."""

from typing import Any

from django.utils import timezone

from vardevei.core.domain import questions
from vardevei.core.enums import LanguageForm
from vardevei.core.models import Answer, Question
from vardevei.workspaces.enums import AnswerKind
from vardevei.workspaces.models import Respondent, Response, ResponseAnswer, Survey, SurveyQuestion

CODE = "survey"
questions.WAIT_ELSEWHERE.add(CODE)


def possible(survey: Survey) -> list[SurveyQuestion]:
    """The questions that can stand in a letter: one choice of a few, in a survey that is not anonymous."""
    if survey.anonymous:
        return []
    ones = SurveyQuestion.objects.filter(page__survey=survey, kind=AnswerKind.ONE, other=False)
    return list(ones.select_related("page").order_by("page__order", "order", "pk"))


def shown(survey: Survey) -> Question | None:
    """The question as a preview shows it; nothing is saved."""
    if survey.in_letter is None or survey.anonymous:
        return None
    return survey.question or Question(code=CODE, deadline=survey.deadline, **_words(survey.in_letter))


def asked(survey: Survey) -> None:
    """Make the question when letters are to go, once."""
    if survey.in_letter is None or survey.anonymous or survey.question:
        return
    said = _words(survey.in_letter)
    survey.question = questions.ask(
        said["words"],
        by=survey.by,
        choices=said["choices"],
        code=CODE,
        deadline=survey.deadline,
        place=survey.workspace.owner_id,
        about=survey,
    )
    survey.save(update_fields=["question"])


def follow(survey: Survey) -> None:
    """The question can be answered as long as the survey can."""
    if survey.question:
        survey.question.deadline = survey.deadline
        survey.question.closed_at = survey.closed_at
        survey.question.save(update_fields=["deadline", "closed_at"])


def _words(question: SurveyQuestion) -> dict[str, Any]:
    forms = LanguageForm.values
    named = {form: dict(question.options(form)) for form in forms}
    choices = [{"value": one["value"], **{f: named[f][one["value"]] for f in forms}} for one in question.choices]
    return {"words": {form: question.said("words", form) for form in forms}, "choices": choices}


@questions.effect(CODE)
def keep(given: Answer) -> None:
    """What was pressed in the letter stands in the survey when the respondent opens it."""
    respondent = respondent_of(given.letter.about)
    if respondent is None or respondent.survey.in_letter_id is None or not respondent.survey.takes_answers:
        return
    now = timezone.now()
    response, _new = Response.objects.get_or_create(
        respondent=respondent,
        defaults={
            "survey": respondent.survey,
            "anonymous": False,
            "organisation": respondent.organisation,
            "county": respondent.county,
            "language": given.letter.form,
            "begun_at": now,
        },
    )
    ResponseAnswer.objects.update_or_create(
        response=response,
        question_id=respondent.survey.in_letter_id,
        defaults={"value": given.value, "text": "", "written_at": now},
    )


def respondent_of(about: str) -> Respondent | None:
    """The respondent that a letter of a named survey is about."""
    kind, _colon, key = about.rpartition(":")
    if kind != Respondent._meta.label_lower:
        return None
    return Respondent.objects.select_related("survey__workspace").filter(pk=key, anonymous=False).first()
