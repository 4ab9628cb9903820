"""The survey as a respondent meets it: every page, in the language one chooses; nothing is kept."""

from django.http import HttpRequest, HttpResponse

from vardevei.core.enums import LanguageForm
from vardevei.web.together.surveys import doors, frame
from vardevei.workspaces.models import Survey, SurveyPage


def page(request: HttpRequest, key: int) -> HttpResponse:
    """?sprak=nn: as somebody who reads nynorsk."""
    _person, survey, _seen = doors.survey(request, key)
    asked = request.GET.get("sprak", "")
    language = asked if asked in LanguageForm.values else survey.original
    context: dict[str, object] = {
        "reads": language,
        "in_languages": LanguageForm.choices,
        "intro": survey.said("intro", language),
        "title": survey.said("title", language),
        "parts": [_part(survey, one, language) for one in survey.pages.prefetch_related("questions")],
    }
    return frame.page(request, "together/surveys/preview.html", survey, "survey", context)


def _part(survey: Survey, page: SurveyPage, language: str) -> dict[str, object]:
    page.survey = survey
    questions = list(page.questions.all())
    for question in questions:
        question.page = page
    return {
        "title": page.said("title", language),
        "text": page.said("text", language),
        "questions": [
            {
                "words": question.said("words", language),
                "help": question.said("help", language),
                "unit": question.said("unit", language),
                "low": question.said("low", language),
                "high": question.said("high", language),
                "options": question.options(language),
                "it": question,
            }
            for question in questions
        ],
    }
