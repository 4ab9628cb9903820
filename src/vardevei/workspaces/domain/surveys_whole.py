"""A room's surveys in its take-out, and in a copy of it."""

from typing import Any

from vardevei.core.models import Person
from vardevei.workspaces.domain import survey_copies
from vardevei.workspaces.models import Survey, Workspace


def taken_out(workspace: Workspace) -> dict[str, Any]:
    """All that is asked, and how many were; what they answered lies under `responses`."""
    return {"surveys": [_one(survey) for survey in workspace.surveys.order_by("begun_at", "pk")], "files": []}


def _one(survey: Survey) -> dict[str, Any]:
    asked = survey.respondents.invited()
    return {
        "id": survey.pk,
        "title": survey.title,
        "intro": survey.intro,
        "thanks": survey.thanks,
        "anonymous": survey.anonymous,
        "state": survey.state,
        "deadline": survey.deadline.isoformat() if survey.deadline else None,
        "opened_at": survey.opened_at.isoformat() if survey.opened_at else None,
        "closed_at": survey.closed_at.isoformat() if survey.closed_at else None,
        "counties": [str(taking_part.county) for taking_part in survey.counties.select_related("county")],
        "pages": survey_copies.asked(survey),
        "respondents": {"asked": asked.count(), "answered": asked.filter(answered=True).count()},
    }


def copied(workspace: Workspace, to: Workspace, days: int, by: Person | None) -> None:
    """What is asked, as drafts; nobody who was asked, and nothing they answered."""
    for survey in workspace.surveys.order_by("begun_at", "pk"):
        survey_copies.copy(survey, to, days, by)
