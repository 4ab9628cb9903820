"""What came of a survey: who answered out of those asked, and each question counted, for those who may see it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from vardevei.organisations.models import Organisation
from vardevei.workspaces.domain import small_cells, survey_counties, tallies
from vardevei.workspaces.domain.survey_counties import Seen
from vardevei.workspaces.domain.tallies import ALL, Given, Several, Tally
from vardevei.workspaces.enums import AnswerKind, AskedAs, SurveyState
from vardevei.workspaces.models import Respondent, Response, ResponseAnswer, Survey, SurveyQuestion

OTHER = "other"
COUNTED = (AnswerKind.ONE, AnswerKind.MANY, AnswerKind.SCALE, AnswerKind.PLACE, AnswerKind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Rate:
    """Those who have answered out of those asked; who came by the open link stands apart. A municipality counts once,
    however many in it were asked."""

    asked: int
    answered: int
    municipalities: int
    municipalities_answered: int
    by_link: int


@dataclass(frozen=True, slots=True)
class Counted:
    """One question and what was answered, in the scope that is looked at."""

    question: SurveyQuestion
    tally: Tally
    codes: tuple[str, ...]


def told(survey: Survey) -> bool:
    """Anonymous answers are told of when it is over: whoever watches numbers grow would see who answered what."""
    return not survey.anonymous or survey.state == SurveyState.CLOSED


def scopes(survey: Survey, seen: Seen) -> list[Organisation]:
    """The counties whose answers can be looked at one by one."""
    there = set(Response.objects.done().filter(survey=survey, county__isnull=False).values_list("county", flat=True))
    return list(Organisation.objects.filter(pk__in=there if seen is None else there & seen).order_by("number"))


def rate(survey: Survey, seen: Seen, scope: str = ALL) -> Rate:
    """How many have answered, out of those a letter has gone to."""
    asked = _within(Respondent.objects.invited().filter(survey=survey), survey, seen, scope)
    places = {place for place in asked.values_list("organisation", flat=True) if place}
    answered = {place for place in asked.filter(answered=True).values_list("organisation", flat=True) if place}
    number = asked.filter(answered=True).count()
    done = _within(Response.objects.done().filter(survey=survey), survey, seen, scope).count()
    if not survey.anonymous:
        came = Respondent.objects.filter(survey=survey, asked_as=AskedAs.LINK, answered=True)
        return Rate(asked.count(), number, len(places), len(answered), _within(came, survey, seen, scope).count())
    return Rate(asked.count(), number, len(places), len(answered), max(0, done - number))


def counted(survey: Survey, seen: Seen, scope: str = ALL) -> list[Counted]:
    """Each question, counted. All who look at everybody's answers without being allowed to see whose they are, get them
    as if they were anonymous, and without the words."""
    held = survey.anonymous or (scope == ALL and seen is not None)
    given = _given(survey)
    found = []
    for question in questions_of(survey):
        rows = given.get(question.pk, [])
        codes = _codes(question, rows)
        several = _tallied(question, rows, codes, held)
        tally = several.get(scope) or Tally(counts=dict.fromkeys(codes, 0))
        if held and not survey.anonymous:
            tally.texts = None if tally.texts else []
        found.append(Counted(question, tally, codes))
    return found


def questions_of(survey: Survey) -> list[SurveyQuestion]:
    """All that is asked, in the order it is asked."""
    return [question for page in survey.pages.prefetch_related("questions") for question in page.questions.all()]


def responses_seen(survey: Survey, seen: Seen, scope: str = ALL) -> QuerySet[Response]:
    """Named answers that one may see, each with who gave it; none of an anonymous survey."""
    rows = Response.objects.done().filter(survey=survey, anonymous=False)
    rows = survey_counties.of(rows, seen)
    rows = rows.filter(county=scope) if scope != ALL else rows
    found = rows.select_related("organisation", "county", "respondent__person").prefetch_related("answers")
    return found.order_by("organisation__number", "submitted_at")


def silent(survey: Survey, seen: Seen, scope: str = ALL) -> list[Organisation]:
    """Municipalities where nobody who was asked has answered; told of named surveys only."""
    if survey.anonymous:
        return []
    asked = survey_counties.of(Respondent.objects.invited().filter(survey=survey), seen)
    asked = asked.filter(county=scope) if scope != ALL else asked
    answered = asked.filter(answered=True).values("organisation")
    return list(
        Organisation.objects.filter(pk__in=asked.values("organisation")).exclude(pk__in=answered).order_by("number")
    )


def few(survey: Survey, seen: Seen, scope: str = ALL) -> bool:
    """Whether so few have answered anonymously that nothing is told."""
    if not survey.anonymous:
        return False
    done = Response.objects.done().filter(survey=survey)
    return (done.filter(county=scope) if scope != ALL else done).count() < small_cells.LEAST


def _within(rows: Any, survey: Survey, seen: Seen, scope: str) -> Any:
    """The scope's own rows; how many there are in all is told to everybody who takes part."""
    return rows.filter(county=scope) if scope != ALL else rows


def _given(survey: Survey) -> dict[int, list[Given]]:
    """Every answer that is handed in, by its question. One question to the database."""
    answers = ResponseAnswer.objects.filter(response__survey=survey, response__done=True)
    found: dict[int, list[Given]] = {}
    for question, kind, value, text, county in answers.values_list(
        "question", "question__kind", "value", "text", "response__county"
    ):
        found.setdefault(question, []).append(_one(kind, value, text, county or ""))
    return found


def _one(kind: str, value: Any, text: str, county: str) -> Given:
    if kind in COUNTED:
        values = value if isinstance(value, list) else [value]
        return Given(county, codes=tuple(str(one) for one in values if one is not None), text=text)
    if kind == AnswerKind.DATE and value:
        return Given(county, value=date.fromisoformat(value))
    return Given(county, value=value, text=text)


def _codes(question: SurveyQuestion, rows: list[Given]) -> tuple[str, ...]:
    """What can be answered, in its order; places as they were named, the most first."""
    if question.kind in (AnswerKind.ONE, AnswerKind.MANY):
        return (*(value for value, _words in question.options()), *([OTHER] if question.other else []))
    if question.kind == AnswerKind.SCALE:
        return tuple(str(step) for step in question.steps)
    return tuple(_named_places(rows)) if question.kind in COUNTED else ()


def _named_places(rows: list[Given]) -> Iterator[str]:
    counts: dict[str, int] = {}
    for row in rows:
        for code in row.codes:
            counts[code] = counts.get(code, 0) + 1
    yield from sorted(counts, key=lambda code: (-counts[code], code))


def _tallied(question: SurveyQuestion, rows: list[Given], codes: tuple[str, ...], held: bool) -> Several:
    # Own words and a known name may both be missing from what can be counted: then each place is a table of its own.
    many = question.kind in (AnswerKind.MANY, AnswerKind.ORGANISATION)
    return tallies.of(rows, codes=codes, scale=question.kind == AnswerKind.SCALE, many=many, anonymous=held)
