"""A survey: begin, say what it is, open, close, give it more time."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, versioned
from vardevei.core.models import Person
from vardevei.core.translated import Words
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation
from vardevei.workspaces import rules
from vardevei.workspaces.domain import survey_in_letter, workspaces
from vardevei.workspaces.enums import SurveyState
from vardevei.workspaces.models import Survey, SurveyPage, Workspace

# What may be said of a survey after it is open too: whoever answers meets the new words.
WORDS = ("title", "intro", "thanks")
SETTINGS = (*WORDS, "deadline", "open_link", "one_for_each", "reminds", "in_letter", "original")


@transaction.atomic
def begin(workspace: Workspace, *, title: Words, anonymous: bool, by: Person, **more: Any) -> Survey:
    """A draft with one empty page. Anonymous or named is decided here, for good."""
    rules.must(by, rules.RUN, workspace)
    original = more.pop("original", None) or next(form for form, words in title.items() if words)
    survey = Survey.objects.create(
        workspace=workspace, title=title, anonymous=anonymous, original=original, by=by, **more
    )
    SurveyPage.objects.create(survey=survey, order=1)
    _log("survey-begun", _("Undersøkelsen «{title}» ble laget."), survey, by)
    return survey


@transaction.atomic
def begin_for(county: Organisation, *, title: Words, anonymous: bool, by: Person, **more: Any) -> Survey:
    """The same for a county, without anyone having to think of a room."""
    first = next(words for words in title.values() if words)
    workspace = workspaces.begin_alone(county, title=first[:200], by=by)
    return begin(workspace, title=title, anonymous=anonymous, by=by, **more)


@transaction.atomic
def change(survey: Survey, *, by: Person, version: int | None = None, **values: Any) -> Survey:
    """Other words, another deadline, other ways to answer. What is asked is changed in `survey_questions`."""
    rules.must(by, rules.RUN, survey.workspace)
    _check_deadline(survey, values.get("deadline"))
    for name, value in values.items():
        assert name in SETTINGS, name
        setattr(survey, name, value)
    versioned.save(survey, list(values), version)
    survey_in_letter.follow(survey)
    _log("survey-changed", _("Undersøkelsen «{title}» ble endret."), survey, by)
    return survey


@transaction.atomic
def open(survey: Survey, *, by: Person) -> Survey:
    """From here on it takes answers, and what is asked stands. Opening twice changes nothing."""
    rules.must(by, rules.RUN, survey.workspace)
    if survey.state == SurveyState.OPEN:
        return survey
    _check_can_open(survey)
    survey.state, survey.opened_at = SurveyState.OPEN, timezone.now()
    versioned.save(survey, ["state", "opened_at"])
    _log("survey-opened", _("Undersøkelsen «{title}» ble åpnet."), survey, by)
    return survey


@transaction.atomic
def close(survey: Survey, *, by: Person | None) -> Survey:
    """No more answers. Nobody (`by=None`) closes it when its last day is over."""
    if by is not None:
        rules.must(by, rules.RUN, survey.workspace)
    if survey.state == SurveyState.OPEN:
        survey.state, survey.closed_at = SurveyState.CLOSED, timezone.now()
        versioned.save(survey, ["state", "closed_at"])
        survey_in_letter.follow(survey)
        _log("survey-closed", _("Undersøkelsen «{title}» ble avsluttet."), survey, by)
    return survey


@transaction.atomic
def extend(survey: Survey, *, deadline: date, by: Person) -> Survey:
    """More time. A closed one opens again, unless it is anonymous: its results may have been looked at."""
    rules.must(by, rules.RUN, survey.workspace)
    _check_deadline(survey, deadline)
    if survey.draft:
        raise _not_open()
    if survey.state == SurveyState.CLOSED and survey.anonymous:
        raise _looked_at()
    survey.deadline, survey.state, survey.closed_at = deadline, SurveyState.OPEN, None
    versioned.save(survey, ["deadline", "state", "closed_at"])
    survey_in_letter.follow(survey)
    _log("survey-extended", _("Undersøkelsen «{title}» kan besvares til og med {day}."), survey, by, day=deadline)
    return survey


@transaction.atomic
def discard(survey: Survey, *, by: Person) -> None:
    """Throw away a draft. What somebody may have answered stays."""
    rules.must(by, rules.RUN, survey.workspace)
    if not survey.draft:
        raise Problem(
            "survey-is-out",
            "A survey that has been open is not thrown away.",
            "Somebody may have answered it.",
            "Close it instead.",
        )
    _log("survey-discarded", _("Utkastet til undersøkelsen «{title}» ble forkastet."), survey, by)
    workspace = survey.workspace
    survey.delete()
    if workspace.alone:
        workspace.delete()


def close_those_over() -> int:
    """Close those whose last day is over: by itself, each night."""
    over = Survey.objects.filter(state=SurveyState.OPEN, deadline__lt=timezone.localdate())
    return len([close(survey, by=None) for survey in over.select_related("workspace")])


def _check_can_open(survey: Survey) -> None:
    if survey.state == SurveyState.CLOSED:
        raise _looked_at() if survey.anonymous else _closed()
    if not any(page.questions.exists() for page in survey.pages.all()):
        raise Problem(
            "survey-empty", "The survey asks nothing.", "It has no question yet.", "Add a question, or an example."
        )
    _check_deadline(survey, survey.deadline)


def _check_deadline(survey: Survey, deadline: date | None) -> None:
    if deadline is not None and deadline != survey.deadline and deadline < timezone.localdate():
        raise _over(deadline)
    if deadline is not None and survey.draft and deadline < timezone.localdate() and deadline == survey.deadline:
        raise _over(deadline)


def _over(day: date) -> Problem:
    return Problem(
        "survey-deadline-over", f"The deadline {day} is over.", "Nobody could answer.", "Set a later day.", day=day
    )


def _not_open() -> Problem:
    return Problem("survey-not-open", "The survey is not open.", "It has not been opened yet.", "Open it first.")


def _closed() -> Problem:
    return Problem("survey-closed", "The survey is closed.", "It takes no more answers.", "Give it a later deadline.")


def _looked_at() -> Problem:
    return Problem(
        "survey-anonymous-closed",
        "An anonymous survey is not opened again.",
        "Its results may have been looked at; a new answer would stand out from those that were there.",
        "Make a copy of it and ask again.",
    )


def _log(act: str, text: str | Promise, survey: Survey, by: Person | None, **values: date) -> None:
    place = survey.workspace.owner_id
    log.write(act, text, by=by, about=survey, place=place, title=str(survey), **values)  # type: ignore[arg-type]
