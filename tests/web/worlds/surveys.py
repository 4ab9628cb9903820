from tests.web.worlds import each
from vardevei.workspaces.domain import surveys
from vardevei.workspaces.models import SurveyQuestion

NAMES = [
    *("survey", "survey-settings", "survey-counties", "survey-discard", "survey-preview", "survey-question-new"),
    *("survey-question", "survey-move", "survey-page-new", "survey-page", "survey-people", "survey-municipalities"),
    *("survey-addresses", "survey-add", "survey-remove", "survey-send", "survey-open", "survey-follow"),
    *("survey-remind", "survey-close", "survey-extend"),
]


def values(made, workspace) -> dict[str, object]:
    survey = surveys.begin(workspace, title={"nb": "Hemmelig kartlegging"}, anonymous=False, by=made.adviser)
    page = survey.pages.get()
    question = SurveyQuestion.objects.create(page=page, order=1, kind="short", words={"nb": "Hva?"})
    return {
        **each(("workspace-surveys", "workspace-survey-new"), "key", workspace.pk),
        "survey-new.number": "50",
        **each(NAMES, "key", survey.pk),
        "survey-question-new.kind": "short",
        "survey-question.question": question.pk,
        "survey-page.page": page.pk,
    }
