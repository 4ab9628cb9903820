"""From the question in a letter to the rest of its survey."""

from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.core.models import Letter
from vardevei.workspaces.domain import survey_in_letter


def of(letter: Letter) -> tuple[str, str] | None:
    """The way to the other questions, while they are not answered."""
    respondent = survey_in_letter.respondent_of(letter.about)
    if respondent is None or respondent.answered or not respondent.survey.takes_answers:
        return None
    return _("Svar på resten av undersøkelsen"), reverse("survey-answer", args=[respondent.key])
