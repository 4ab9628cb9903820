"""What a link to a survey opens, and who comes in by the open one."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import letters, log, people
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations import permission
from vardevei.organisations.domain import language
from vardevei.organisations.models import Organisation
from vardevei.workspaces.enums import AskedAs
from vardevei.workspaces.models import Respondent, Survey, SurveyQuestion


@dataclass(frozen=True, slots=True)
class Written:
    """The answer to one question: what can be counted, and what is said in own words."""

    value: Any = None
    text: str = ""

    def __bool__(self) -> bool:
        return self.value not in (None, [], "") or bool(self.text)


Answers = dict[int, Written]  # by the question's key


def opened_by(token: str) -> tuple[Survey, Respondent | None]:
    """The survey that a link opens, and whose link it is; nobody's when it is the open one."""
    key = _key(token)
    mine = Respondent.objects.filter(key=key).select_related("survey__workspace__owner", "organisation", "person")
    if respondent := mine.first():
        return respondent.survey, respondent
    survey = Survey.objects.filter(key=key, open_link=True).select_related("workspace__owner").first()
    if survey is None or survey.draft:
        raise _unknown()
    return survey, None


def missing(survey: Survey, answers: Answers) -> list[SurveyQuestion]:
    """Questions that must be answered and are not."""
    asked = SurveyQuestion.objects.filter(page__survey=survey, required=True).select_related("page__survey")
    return [question for question in asked.order_by("page__order", "order") if not answers.get(question.pk)]


def not_whole(lacking: list[SurveyQuestion]) -> Problem:
    """What is said when these questions lack an answer."""
    asked = ", ".join(f"«{question}»" for question in lacking)
    return Problem(
        "survey-not-whole",
        "Some questions must be answered first.",
        f"Whoever asks needs an answer to these: {asked}.",
        "Go back and answer them.",
        questions=asked,
    )


def check_open(survey: Survey) -> None:
    """Refuses answers when the time is over."""
    if not survey.takes_answers:
        raise Problem(
            "survey-over",
            "This survey can no longer be answered.",
            "The time for answering is over.",
            "Write to whoever asked if you still have something to say.",
        )


@transaction.atomic
def join(survey: Survey, *, name: str, email: str, organisation: Organisation | None = None) -> Respondent:
    """Somebody comes in by the open link of a survey that wants to know who answers."""
    check_open(survey)
    if survey.anonymous or not survey.open_link:
        raise _unknown()
    person = people.find_or_make(email, name)
    _not_asked_yet(survey, person, organisation)
    return Respondent.objects.create(
        survey=survey,
        anonymous=False,
        person=person,
        organisation=organisation,
        county=county_of(organisation) if organisation else None,
        asked_as=AskedAs.LINK,
    )


@transaction.atomic
def pass_on(respondent: Respondent, *, name: str, email: str) -> Respondent:
    """A colleague answers instead: she gets the same link, and the reminders. What is written already goes along."""
    survey = respondent.survey
    check_open(survey)
    before, colleague = respondent.person, people.find_or_make(email, name)
    if colleague == before:
        return respondent
    _not_asked_yet(survey, colleague, respondent.organisation)
    respondent.person = colleague
    respondent.save(update_fields=["person"])
    letters.write(
        "survey-passed-on",
        to=colleague,
        form=(form := language.form_for(colleague, respondent.organisation)),
        by=None,
        about=survey,
        place=survey.workspace.owner_id,
        title=survey.said("title", form),
        sender=survey.workspace.owner.body,
        colleague=before.name if before else "",
        link=address(respondent.key),
    )
    text = _("{before} ba {colleague} svare på undersøkelsen «{title}» i stedet.")
    log.write(
        "survey-passed-on",
        text,
        by=None,
        about=survey,
        place=survey.workspace.owner_id,
        before=before or _("en slettet person"),
        colleague=colleague,
        title=str(survey),
    )
    return respondent


def address(key: UUID) -> str:
    """Where the link with this key leads."""
    return f"/undersokelse/{key}/"


def county_of(organisation: Organisation) -> Organisation:
    """The county a municipality lies in today; of one that is gone, the first of those it became a part of."""
    return Organisation.objects.get(pk=sorted(permission.counties_of(organisation.pk, timezone.localdate()))[0])


def _not_asked_yet(survey: Survey, person: Person, organisation: Organisation | None) -> None:
    if Respondent.objects.filter(survey=survey, person=person, organisation=organisation).exists():
        raise Problem(
            "survey-asked-already",
            "This person has got the survey already.",
            "Each one answers by the link in the letter.",
            "Open the link in that letter.",
        )


def _key(token: str) -> UUID:
    try:
        return UUID(token)
    except ValueError:
        raise _unknown() from None


def _unknown() -> Problem:
    return Problem(
        "survey-link-unknown",
        "There is no survey behind this link.",
        "Some mail programs break long links in two, or the survey has been taken back.",
        "Open the link from the letter again, or copy all of it.",
    )
