"""Two surveys with a link each: one that knows who answers, and one that does not."""

from tests.web.worlds import each
from tests.workspaces.surveys import made as surveys_made
from vardevei.workspaces.domain import surveys

PAGES = ("survey-answer", "survey-answer-thanks", "survey-answer-pass-on", "survey-answer-page")


def values(made, workspace) -> dict[str, object]:
    named = surveys_made.survey(by=made.adviser, open_link=True)
    surveys.open(named, by=made.adviser)
    kari = surveys_made.respondent(named, made.contact)
    return {
        **each(PAGES, "token", kari.key),
        **each(("survey-answer-who",), "token", named.key),
        "survey-answer-page.number": 1,
        **each(("survey-results", "survey-results-file"), "key", named.pk),
    }
