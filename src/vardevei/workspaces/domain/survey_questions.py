"""What a survey asks: pages and questions are added, changed, moved and taken out until it opens."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Max

from vardevei.core.models import Person
from vardevei.core.translated import Words
from vardevei.opendata.problem import Problem
from vardevei.workspaces import rules
from vardevei.workspaces.domain import survey_faults
from vardevei.workspaces.models import Survey, SurveyPage, SurveyQuestion

# What is said, and may be spelled better after the survey is open; everything else decides what an answer means.
SPELLING = ("words", "help", "unit", "low", "high", "choices")
DECIDES = ("kind", "required", "other", "lowest", "highest")


@transaction.atomic
def add(page: SurveyPage, *, by: Person, **values: Any) -> SurveyQuestion:
    """One more question, last on the page."""
    _must_be_draft(page.survey, by)
    question = SurveyQuestion(page=page, order=_last(page.questions.all()) + 1, **values)
    survey_faults.check(question)
    question.save()
    return question


@transaction.atomic
def change(question: SurveyQuestion, *, by: Person, **values: Any) -> SurveyQuestion:
    """Other words or another kind. When the survey is open only the spelling: those who answered read the old words."""
    survey = question.page.survey
    rules.must(by, rules.RUN, survey.workspace)
    if not survey.draft and _decides_more(question, values):
        raise _locked()
    for name, value in values.items():
        assert name in SPELLING + DECIDES, name
        setattr(question, name, value)
    survey_faults.check(question)
    question.save()
    return question


def _decides_more(question: SurveyQuestion, values: dict[str, Any]) -> bool:
    changed = any(name in values and values[name] != getattr(question, name) for name in DECIDES)
    before = [one["value"] for one in question.choices]
    return changed or ("choices" in values and [one["value"] for one in values["choices"]] != before)


@transaction.atomic
def remove(question: SurveyQuestion, *, by: Person) -> None:
    """Take a question out, while the survey is a draft."""
    _must_be_draft(question.page.survey, by)
    question.delete()


@transaction.atomic
def move(question: SurveyQuestion, *, up: bool, by: Person) -> None:
    """One step; from the edge of a page to the page beside it."""
    _must_be_draft(question.page.survey, by)
    pages = list(question.page.survey.pages.all())
    at = pages.index(question.page)
    those = list(question.page.questions.all())
    place = those.index(question)
    if 0 <= place + (-1 if up else 1) < len(those):
        those.insert(place + (-1 if up else 1), those.pop(place))
    elif 0 <= at + (-1 if up else 1) < len(pages):
        question.page = pages[at + (-1 if up else 1)]
        those = list(question.page.questions.all())
        those.insert(len(those) if up else 0, question)
    _number(those)


@transaction.atomic
def add_page(survey: Survey, *, by: Person) -> SurveyPage:
    """One more page, last."""
    _must_be_draft(survey, by)
    return SurveyPage.objects.create(survey=survey, order=_last(survey.pages.all()) + 1)


@transaction.atomic
def change_page(page: SurveyPage, *, title: Words, text: Words, by: Person) -> SurveyPage:
    """What stands over the questions; it can be spelled better also when the survey is open."""
    rules.must(by, rules.RUN, page.survey.workspace)
    page.title, page.text = title, text
    page.save(update_fields=["title", "text"])
    return page


@transaction.atomic
def move_page(page: SurveyPage, *, up: bool, by: Person) -> None:
    """The page and its questions, one place up or down."""
    _must_be_draft(page.survey, by)
    pages = list(page.survey.pages.all())
    place = pages.index(page)
    if 0 <= place + (-1 if up else 1) < len(pages):
        pages.insert(place + (-1 if up else 1), pages.pop(place))
    _number(pages)


@transaction.atomic
def remove_page(page: SurveyPage, *, by: Person) -> None:
    """The page goes; its questions move to the page before it, or after it when it is the first."""
    _must_be_draft(page.survey, by)
    pages = list(page.survey.pages.all())
    if len(pages) == 1:
        raise Problem(
            "survey-only-page", "This is the only page.", "A survey has at least one.", "Take out its questions."
        )
    place = pages.index(page)
    into = pages[place - 1] if place else pages[1]
    moved, there = list(page.questions.all()), list(into.questions.all())
    for question in moved:
        question.page = into
    _number([*there, *moved] if place else [*moved, *there])
    page.delete()


def _number(rows: Iterable[Any]) -> None:
    """The order of the rows is the order they stand in."""
    for n, row in enumerate(rows, 1):
        row.order = n
        row.save()


def _last(rows: Any) -> int:
    return int(rows.aggregate(last=Max("order"))["last"] or 0)


def _must_be_draft(survey: Survey, by: Person) -> None:
    rules.must(by, rules.RUN, survey.workspace)
    if not survey.draft:
        raise _locked()


def _locked() -> Problem:
    return Problem(
        "survey-locked",
        "What the survey asks stands, for it has been opened.",
        "Those who have answered were asked something; with another question their answers would mean something else.",
        "Words can be spelled better. For other questions, make a copy of the survey.",
    )
