"""What is open now in the made-up network: an event with more who want to come than places, and a survey."""

from datetime import datetime, timedelta

from django.utils import timezone

from vardevei.demo.cast import Cast
from vardevei.organisations.models import Role
from vardevei.workspaces.domain import (
    events,
    respondents,
    responses,
    sign_up_options,
    signups,
    survey_questions,
    survey_sending,
    surveys,
)
from vardevei.workspaces.domain.answering import Written
from vardevei.workspaces.enums import AnswerKind
from vardevei.workspaces.models import Survey, SurveyQuestion, Workspace

PLACES, WANT_TO_COME, ANSWERS = 6, 8, 4
ASKED = {
    "nb": "Hva er den største utfordringen i kommunen?",
    "nn": "Kva er den største utfordringa i kommunen?",
    "en": "What is the greatest challenge in the municipality?",
}
TITLE = {
    "nb": "Hva trenger kommunene? (eksempel)",
    "nn": "Kva treng kommunane? (døme)",
    "en": "What do the municipalities need? (example)",
}
SAID = ("Flom i sentrum.", "Få søkere til stillingene.", "Tomme lokaler.", "Unge som flytter.")


def play(room: Workspace, cast: Cast) -> None:
    _arrange(room, cast)
    _ask(room, cast)


def _arrange(room: Workspace, cast: Cast) -> None:
    begins = _at(16, 10)
    event = events.begin(
        room,
        title="Idéverksted (eksempel)",
        text="Ta med én utfordring fra kommunen. (eksempel)",
        starts_at=begins,
        ends_at=begins + timedelta(hours=4),
        venue="Fylkets hus, møterom Blå (eksempel)",
        by=cast.adviser,
    )
    sign_up_options.set_up(event, limit=PLACES, by=cast.adviser)
    events.publish(event, by=cast.adviser)
    for role in _reachable(cast)[:WANT_TO_COME]:
        person = role.person
        signups.sign_up(event, name=person.name, email=str(person.email), organisation=role.organisation, by=person)


def _ask(room: Workspace, cast: Cast) -> None:
    survey = surveys.begin(
        room, title=TITLE, anonymous=False, deadline=timezone.localdate() + timedelta(days=10), by=cast.adviser
    )
    question = survey_questions.add(survey.pages.get(), kind=AnswerKind.LONG, words=ASKED, by=cast.adviser)
    respondents.add_contacts(survey, room.owner, by=cast.adviser)
    survey_sending.send(survey, by=cast.adviser)
    _answer(survey, question)


def _answer(survey: Survey, question: SurveyQuestion) -> None:
    asked = survey.respondents.filter(invited_at__isnull=False).order_by("pk")
    for respondent, said in zip(asked[:ANSWERS], SAID, strict=False):
        responses.write(respondent, {question.pk: Written(text=f"{said} (eksempel)")}, language="nb")
        responses.hand_in(respondent, language="nb")


def _reachable(cast: Cast) -> list[Role]:
    return [role for role in cast.contacts if role.person.email and not role.person.bounced_at]


def _at(days: int, hour: int) -> datetime:
    day = timezone.localtime() + timedelta(days=days)
    return day.replace(hour=hour, minute=0, second=0, microsecond=0)
