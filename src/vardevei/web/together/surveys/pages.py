"""A room's surveys, and one of them: what it asks, and what can be done with that."""

from django.http import HttpRequest, HttpResponse

from vardevei.core.enums import LanguageForm
from vardevei.web.together import doors as rooms
from vardevei.web.together import frame as room_frame
from vardevei.web.together.surveys import doors, frame, rates
from vardevei.workspaces import rules
from vardevei.workspaces.domain import survey_faults
from vardevei.workspaces.enums import AnswerKind
from vardevei.workspaces.models import SurveyQuestion


def all_of_them(request: HttpRequest, key: int) -> HttpResponse:
    _person, room = rooms.signed_in(request, key, rules.CLOSE)
    lines = [(survey, rates.of(survey)) for survey in room.surveys.select_related("workspace")]
    return room_frame.page(request, "together/surveys/all.html", room, "workspace-surveys", {"lines": lines})


def one(request: HttpRequest, key: int) -> HttpResponse:
    person, survey, _seen = doors.survey(request, key)
    pages = list(survey.pages.prefetch_related("questions"))
    for page in pages:
        page.survey = survey
        for question in page.questions.all():
            question.page = page
    may = rules.may(person, rules.RUN, survey.workspace)
    lacks = [(str(LanguageForm(one.form).label).lower(), one) for one in survey_faults.lacks(survey)]
    context: dict[str, object] = {
        "parts": [(page, [(question, about(question)) for question in page.questions.all()]) for page in pages],
        "several": len(pages) > 1,
        "questions": sum(len(page.questions.all()) for page in pages),
        "edits": may and survey.draft,
        "may": may,
        "kinds": AnswerKind.choices,
        "lacks": lacks,
    }
    return frame.page(request, "together/surveys/one.html", survey, "survey", context)


def about(question: SurveyQuestion) -> list[str]:
    """What an answer to it looks like, in a few words."""
    found = [str(AnswerKind(question.kind).label)]
    if question.choices:
        found.append(" / ".join(words for _value, words in question.options()))
    if question.kind == AnswerKind.SCALE:
        ends = [question.said("low"), question.said("high")]
        steps = [question.lowest, question.highest]
        found.append(" – ".join(f"{n} {words}".strip() for n, words in zip(steps, ends, strict=True)))
    return [*found, *filter(None, [question.said("unit")])]
