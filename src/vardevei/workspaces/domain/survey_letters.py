"""The letters of a survey: to ask, to remind, to thank. Each has the respondent's own link."""

from typing import Any

from django.utils.translation import override

from vardevei.core.domain import letters
from vardevei.core.enums import LanguageForm
from vardevei.core.models import Letter, Person
from vardevei.organisations.domain import language
from vardevei.organisations.models import Organisation
from vardevei.workspaces.domain import survey_in_letter
from vardevei.workspaces.models import Respondent, Survey

ASK, REMIND, THANK = "survey-invitation", "survey-reminder", "survey-thanks"


def preview(survey: Survey, respondent: Respondent, *, by: Person) -> Letter:
    """The invitation as the respondent will get it, not saved. The link in it opens nothing."""
    assert respondent.person is not None
    values = _values(survey, respondent) | {"link": "/undersokelse/…/"}
    question = survey_in_letter.shown(survey)
    return letters.draft(ASK, to=respondent.person, by=by, question=question, **values)


def write(code: str, survey: Survey, respondent: Respondent, *, by: Person | None) -> Letter:
    """An invitation or a reminder, in the respondent's form of language."""
    assert respondent.person is not None
    return letters.write(
        code,
        to=respondent.person,
        by=by,
        about=respondent,
        place=respondent.organisation_id or "",
        question=survey.question,
        secret=("link",),
        **_values(survey, respondent),
    )


def thank(respondent: Respondent) -> Letter | None:
    """Thanks to whoever has answered, with a way back. Not in an anonymous survey: the time of the letter would lie
    beside the answer."""
    survey, person = respondent.survey, respondent.person
    if survey.anonymous or person is None or not person.written_to() or person.bounced_at:
        return None
    values = _values(survey, respondent)
    return letters.write(
        THANK,
        to=person,
        by=None,
        about=respondent,
        place=respondent.organisation_id or "",
        secret=("link",),
        thanks=survey.said("thanks", values["form"]),
        takes_answers=survey.takes_answers,
        **values,
    )


def link(respondent: Respondent) -> str:
    """The respondent's own way in."""
    return f"/undersokelse/{respondent.key}/"


def _values(survey: Survey, respondent: Respondent) -> dict[str, Any]:
    form = language.form_for(respondent.person, respondent.organisation).value
    with override(form):
        return {
            "form": form,
            "title": survey.said("title", form),
            "intro": survey.said("intro", form),
            "anonymous": survey.anonymous,
            "organisation": respondent.organisation.name if respondent.organisation else "",
            "council": _council(survey.workspace.owner, form),
            "others": [one.county.name for one in survey.counties.select_related("county")],
            "deadline": survey.deadline,
            "link": link(respondent),
        }


def _council(owner: Organisation, form: str) -> str:
    return f"{owner.name} county council" if form == LanguageForm.ENGLISH else owner.body
