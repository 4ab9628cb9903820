"""Named answers: kept page by page while they are written, handed in, and changed until the survey closes."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log
from vardevei.workspaces.domain import answering, respondents, survey_letters
from vardevei.workspaces.domain.answering import Answers, Written
from vardevei.workspaces.models import Respondent, Response, ResponseAnswer, SurveyQuestion


def of(respondent: Respondent) -> Response | None:
    """What the respondent has begun or handed in."""
    return Response.objects.filter(respondent=respondent).first()


def answers_of(response: Response | None) -> Answers:
    """What is answered so far."""
    kept = response.answers.all() if response else ()
    return {answer.question_id: Written(answer.value, answer.text) for answer in kept}


def handed_in_by_others(respondent: Respondent) -> list[Response]:
    """What colleagues have answered for the same municipality."""
    if respondent.organisation_id is None or respondent.anonymous:
        return []
    same = Response.objects.done().filter(survey=respondent.survey_id, organisation=respondent.organisation_id)
    return list(same.exclude(respondent=respondent).select_related("respondent__person").order_by("submitted_at"))


@transaction.atomic
def write(respondent: Respondent, answers: Answers, *, language: str) -> Response:
    """Keep these answers; what is empty is taken away. They count when the survey is handed in."""
    response = _locked(respondent, language)
    asked = set(SurveyQuestion.objects.filter(page__survey=respondent.survey_id).values_list("pk", flat=True))
    before = answers_of(response)
    changed = {key: one for key, one in answers.items() if key in asked and one != before.get(key, Written())}
    for question, written in changed.items():
        if written:
            said = {"value": written.value, "text": written.text, "written_at": timezone.now()}
            ResponseAnswer.objects.update_or_create(response=response, question_id=question, defaults=said)
        else:
            ResponseAnswer.objects.filter(response=response, question=question).delete()
    if response.done and changed:
        _log("survey-answer-changed", _("{who} endret svarene på undersøkelsen «{title}»."), respondent)
    return response


@transaction.atomic
def hand_in(respondent: Respondent, *, language: str) -> Response:
    """Now they count. Handed in again, they are changed answers; pressed twice it is one."""
    response = _locked(respondent, language)
    if lacking := answering.missing(respondent.survey, answers_of(response)):
        raise answering.not_whole(lacking)
    if not response.done:
        response.done, response.submitted_at = True, timezone.now()
        response.save(update_fields=["done", "submitted_at"])
        respondents.answered(respondent)
        survey_letters.thank(respondent)
        _log("survey-answered", _("{who} svarte på undersøkelsen «{title}»."), respondent)
    return response


def _locked(respondent: Respondent, language: str) -> Response:
    """The response of this respondent, made the first time; two at once wait for each other."""
    Respondent.objects.select_for_update().get(pk=respondent.pk)
    if respondent.anonymous:
        raise TypeError("Anonymous answers are put in the box at once.")
    answering.check_open(respondent.survey)
    new = {
        "survey": respondent.survey,
        "anonymous": False,
        "organisation": respondent.organisation,
        "county": respondent.county,
        "language": language,
        "begun_at": timezone.now(),
    }
    response, _new = Response.objects.get_or_create(respondent=respondent, defaults=new)
    return response


def _log(act: str, text: object, respondent: Respondent) -> None:
    survey = respondent.survey
    log.write(
        act,
        text,  # type: ignore[arg-type]
        by=None,
        about=survey,
        place=survey.workspace.owner_id,
        who=respondent,
        title=str(survey),
    )
