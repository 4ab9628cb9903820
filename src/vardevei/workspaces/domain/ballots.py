"""Anonymous answers: put in a box that is shaken each time, so that nothing in the database tells who wrote which.

Rows lie in the order they were written, and PostgreSQL marks each with the act that wrote it, which is the same act
that notes that somebody has answered. So each time, many of the rows in the box are written anew in an order drawn by
lot: the newest lies among them. Nothing is logged, and no time is kept.
"""

from random import SystemRandom

from django.db import transaction

from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation
from vardevei.workspaces.domain import answering, respondents
from vardevei.workspaces.domain.answering import Answers, Written
from vardevei.workspaces.models import Respondent, Response, ResponseAnswer, Survey, SurveyQuestion

AMONG = 200  # so many others are written anew together with the newest

Ballot = tuple[str | None, dict[int, Written]]  # the county, and the answers


@transaction.atomic
def put_in(
    survey: Survey, answers: Answers, *, respondent: Respondent | None = None, county: Organisation | None = None
) -> None:
    """The answers in the box, and on the list only that this one has answered. They cannot be changed: nobody can find
    them again."""
    survey = Survey.objects.select_for_update(of=("self",)).select_related("workspace").get(pk=survey.pk)
    answering.check_open(survey)
    if respondent is not None:
        _once(respondent)
        county = respondent.county
    if lacking := answering.missing(survey, answers):
        raise answering.not_whole(lacking)
    asked = set(SurveyQuestion.objects.filter(page__survey=survey).values_list("pk", flat=True))
    said = {question: written for question, written in answers.items() if written and question in asked}
    _shake(survey, (county.pk if county else None, said))


def _once(respondent: Respondent) -> None:
    now = Respondent.objects.select_for_update().get(pk=respondent.pk)
    if now.answered:
        raise Problem(
            "survey-answered-already",
            "The survey is answered by this link already.",
            "The answers are anonymous, so they can be neither found nor changed.",
            "You need not do anything.",
        )
    respondents.answered(now)


def _shake(survey: Survey, newest: Ballot) -> None:
    """Take many out, mix the newest among them, and put all back."""
    drawn = list(Response.objects.filter(survey=survey).order_by("?").prefetch_related("answers")[:AMONG])
    ballots = [newest, *((one.county_id, _said(one)) for one in drawn)]
    Response.objects.filter(pk__in=[one.pk for one in drawn]).delete()
    luck = SystemRandom()
    luck.shuffle(ballots)
    written = [(Response(survey=survey, anonymous=True, county_id=county, done=True), said) for county, said in ballots]
    Response.objects.bulk_create([response for response, _said in written])
    answers = [
        ResponseAnswer(response=response, question_id=question, value=one.value, text=one.text)
        for response, said in written
        for question, one in said.items()
    ]
    luck.shuffle(answers)
    ResponseAnswer.objects.bulk_create(answers)


def _said(response: Response) -> dict[int, Written]:
    return {answer.question_id: Written(answer.value, answer.text) for answer in response.answers.all()}
