"""What a room's surveys were answered, in its take-out. A copy of a room has no answers."""

from typing import Any

from vardevei.core.models import Person
from vardevei.workspaces.domain import survey_results
from vardevei.workspaces.domain.survey_counties import ALL, NO_COUNTY, Seen
from vardevei.workspaces.models import Survey, Workspace


def taken_out(workspace: Workspace) -> dict[str, Any]:
    """Named answers one by one; anonymous ones as the sums that anybody may see, when they may be seen."""
    return {"responses": [_one(survey) for survey in workspace.surveys.order_by("begun_at", "pk")], "files": []}


def copied(workspace: Workspace, to: Workspace, days: int, by: Person | None) -> None:
    """Nothing: answers belong to what was asked then."""


def _one(survey: Survey) -> dict[str, Any]:
    rate = survey_results.rate(survey, None)
    told = {
        "survey": survey.pk,
        "asked": rate.asked,
        "answered": rate.answered,
        "municipalities": rate.municipalities,
        "municipalities_answered": rate.municipalities_answered,
        "by_open_link": rate.by_link,
    }
    if survey.anonymous:
        return told | {"sums": _sums(survey) if survey_results.told(survey) else None}
    return told | {"answers": [_named(row) for row in survey_results.responses_seen(survey, _owners(survey))]}


def _owners(survey: Survey) -> Seen:
    """Where other counties take part, those of the county that the room belongs to."""
    return frozenset({survey.workspace.owner_id, NO_COUNTY}) if survey.counties.exists() else ALL


def _sums(survey: Survey) -> list[dict[str, Any]]:
    return [
        {
            "question": str(one.question),
            "answered": one.tally.answered,
            "counts": one.tally.counts,
            "texts": one.tally.texts,
        }
        for one in survey_results.counted(survey, None)
    ]


def _named(row: Any) -> dict[str, Any]:
    person = row.respondent.person if row.respondent else None
    return {
        "person": str(person) if person else None,
        "organisation": row.organisation_id,
        "county": row.county_id,
        "language": row.language,
        "submitted_at": row.submitted_at.isoformat(),
        "answers": [{"question": a.question_id, "value": a.value, "text": a.text} for a in row.answers.all()],
    }
