"""Questions from an earlier survey or from a built-in example, to begin from."""

import json
from collections.abc import Iterable
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction

from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.workspaces import rules
from vardevei.workspaces.domain import survey_in_letter
from vardevei.workspaces.models import Survey, SurveyPage, SurveyQuestion, Workspace

FOLDER = Path(__file__).parent.parent / "examples"
WORDS = ("title", "intro", "thanks")
ASKS = ("kind", "words", "help", "required", "choices", "other", "unit", "lowest", "highest", "low", "high")
ALIKE = ("anonymous", "original", "open_link", "one_for_each", "reminds")


@cache
def examples() -> dict[str, dict[str, Any]]:
    """The built-in surveys by their codes, as they lie in `examples/`."""
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*.json"))}


@transaction.atomic
def begin_as_example(survey: Survey, code: str, *, by: Person) -> None:
    """The words and questions of a built-in survey, in all three languages. The title stays when somebody wrote one.
    The first question that can be answered from the letter stands in it; the settings say otherwise."""
    _must_be_empty(survey, by)
    example = examples()[code]
    survey.title = {**example["title"], **{form: words for form, words in survey.title.items() if words}}
    survey.intro, survey.thanks = example["intro"], example["thanks"]
    survey.save()
    _pages(survey, example["pages"])
    survey.in_letter = next(iter(survey_in_letter.possible(survey)), None)
    survey.save(update_fields=["in_letter"])


@transaction.atomic
def begin_as_earlier(survey: Survey, earlier: Survey, *, by: Person) -> None:
    """The words and questions of an earlier survey; nothing of who was asked or what they answered."""
    _must_be_empty(survey, by)
    survey.intro, survey.thanks = earlier.intro, earlier.thanks
    survey.save()
    _pages(survey, asked(earlier))


def earlier(person: Person, workspace: Workspace) -> list[Survey]:
    """Surveys that the person may copy from: those of the rooms she runs, of the same county first."""
    seen = rules.visible_to(person).values("pk")
    those = Survey.objects.filter(workspace__in=seen).select_related("workspace").order_by("-begun_at")
    may = [one for one in those if rules.may(person, rules.CLOSE, one.workspace)]
    return sorted(may, key=lambda one: one.workspace.owner_id != workspace.owner_id)


def asked(survey: Survey) -> list[dict[str, Any]]:
    """All pages and questions, ready for JSON."""
    return [
        {
            "title": page.title,
            "text": page.text,
            "questions": [{name: getattr(question, name) for name in ASKS} for question in page.questions.all()],
        }
        for page in survey.pages.prefetch_related("questions")
    ]


def copy(survey: Survey, to: Workspace, days: int, by: Person | None) -> Survey:
    """The same survey as a draft in another room, its deadline moved."""
    deadline = survey.deadline + timedelta(days=days) if survey.deadline else None
    made = Survey.objects.create(
        workspace=to,
        by=by,
        deadline=deadline,
        **{name: getattr(survey, name) for name in (*WORDS, *ALIKE)},
    )
    _pages(made, asked(survey))
    return made


def _pages(survey: Survey, pages: Iterable[dict[str, Any]]) -> None:
    survey.pages.all().delete()
    for n, page in enumerate(pages, 1):
        made = SurveyPage.objects.create(survey=survey, order=n, title=page.get("title", {}), text=page.get("text", {}))
        for m, question in enumerate(page["questions"], 1):
            SurveyQuestion.objects.create(page=made, order=m, **question)


def _must_be_empty(survey: Survey, by: Person) -> None:
    rules.must(by, rules.RUN, survey.workspace)
    if not survey.draft or SurveyQuestion.objects.filter(page__survey=survey).exists():
        raise Problem(
            "survey-not-empty",
            "The survey has questions already.",
            "What somebody has written is not written over.",
            "Make a new survey from the example.",
        )
