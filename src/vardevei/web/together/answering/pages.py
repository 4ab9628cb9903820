"""Named answers, page by page: each page is kept when one goes on, back, or leaves it until later."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language

from vardevei.web.behind_a_link import behind_a_link
from vardevei.web.together.answering import box, fields, front
from vardevei.workspaces.domain import answering, respondents, responses
from vardevei.workspaces.models import Respondent, Survey, SurveyPage

LACKS = "mangler"


@behind_a_link
def page(request: HttpRequest, token: str, number: int) -> HttpResponse:
    survey, respondent = answering.opened_by(token)
    if not survey.takes_answers or (survey.anonymous and respondent and respondent.answered):
        return redirect("survey-answer", token)
    if survey.anonymous:
        return box.page(request, token, survey, respondent)
    if respondent is None:
        return redirect("survey-answer-who", token)
    return _named(request, survey, respondent, number)


def _named(request: HttpRequest, survey: Survey, respondent: Respondent, number: int) -> HttpResponse:
    pages = list(survey.pages.prefetch_related("questions"))
    if not 1 <= number <= len(pages):
        raise Http404(number)
    questions = list(pages[number - 1].questions.all())
    if request.method == "POST":
        form = fields.SurveyForm(questions, request.POST)
        whole = form.is_valid()
        responses.write(respondent, form.answers(), language=get_language() or "nb")
        if where := _onwards(request, respondent, number, pages, whole):
            return redirect(where)
    else:
        respondents.opened(respondent)
        form = _opened(request, questions, respondent)
    context = front.about(survey, respondent) | {
        "token": respondent.key,
        "form": form,
        "page_title": pages[number - 1].said("title"),
        "page_text": pages[number - 1].said("text"),
        "asked": [(question, form.of(question)) for question in questions],
        "number": number,
        "pages": len(pages),
        "last": number == len(pages),
    }
    return render(request, "together/answering/page.html", context)


def _opened(request: HttpRequest, questions: list, respondent: Respondent) -> fields.SurveyForm:
    """With what was answered before; where something lacks, with that said."""
    answers = fields.initial(questions, responses.answers_of(responses.of(respondent)))
    form = fields.SurveyForm(questions, initial=answers)
    if LACKS in request.GET:
        form = fields.SurveyForm(questions, form.as_sent(), initial=answers)
    return form


def _onwards(
    request: HttpRequest, respondent: Respondent, number: int, pages: list[SurveyPage], whole: bool
) -> str | None:
    """Where the press leads; None: this page, to put something right first."""
    here = [respondent.key]
    if "back" in request.POST:
        return reverse("survey-answer-page", args=[*here, number - 1]) if number > 1 else _front(respondent)
    if "later" in request.POST:
        return f"{_front(respondent)}?{front.SAVED}=1"
    if not whole:
        return None
    if number < len(pages):
        return reverse("survey-answer-page", args=[*here, number + 1])
    return _handed_in(respondent, pages)


def _handed_in(respondent: Respondent, pages: list[SurveyPage]) -> str:
    lacking = answering.missing(respondent.survey, responses.answers_of(responses.of(respondent)))
    if lacking:
        number = [page.pk for page in pages].index(lacking[0].page_id) + 1
        return f"{reverse('survey-answer-page', args=[respondent.key, number])}?{LACKS}=1"
    responses.hand_in(respondent, language=get_language() or "nb")
    return reverse("survey-answer-thanks", args=[respondent.key])


def _front(respondent: Respondent) -> str:
    return reverse("survey-answer", args=[respondent.key])
