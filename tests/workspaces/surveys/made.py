"""Surveys for tests: short to make, nothing surprising in them."""

from django.utils import timezone

from tests import people
from vardevei.core.models import Person
from vardevei.workspaces.domain import answering, surveys
from vardevei.workspaces.enums import AnswerKind, AskedAs
from vardevei.workspaces.models import Respondent, Survey, SurveyQuestion


def survey(*, anonymous: bool = False, by=None, number: str = people.TRONDELAG, **more) -> Survey:
    """A draft for the county with one question of one choice: Ja (a) or Nei (b)."""
    by = by or people.adviser(number, name=f"Ada Adviser {number}")
    made = surveys.begin_for(
        people.place(number), title={"nb": "Internasjonalt samarbeid"}, anonymous=anonymous, by=by, **more
    )
    question(made)
    return made


def question(made: Survey, kind: str = AnswerKind.ONE, words: str = "Har dere en strategi?", **more) -> SurveyQuestion:
    page = made.pages.get(order=1)
    if kind in (AnswerKind.ONE, AnswerKind.MANY):
        more.setdefault("choices", [{"value": "a", "nb": "Ja"}, {"value": "b", "nb": "Nei"}])
    return SurveyQuestion.objects.create(
        page=page, order=page.questions.count() + 1, kind=kind, words={"nb": words}, **more
    )


def respondent(made: Survey, person: Person, number: str = people.INDRE_FOSEN) -> Respondent:
    """Somebody who has got the letter, and answers for a municipality."""
    place = people.place(number)
    return Respondent.objects.create(
        survey=made,
        anonymous=made.anonymous,
        person=person,
        organisation=place,
        county=answering.county_of(place),
        asked_as=AskedAs.CONTACT,
        invited_at=timezone.now(),
    )
