"""When a respondent goes, what she wrote in own words goes with her; what she chose still counts, and so does she."""

from typing import Any

from django.db import models

from vardevei.core.domain.letting_go import BY_HAND
from vardevei.workspaces.models import Respondent, ResponseAnswer

Rows = models.QuerySet[Any]


def respondents(rows: Rows) -> int:
    """Nobody stands on the row any longer, and not when she answered; that she did still counts."""
    keys = list(rows.values_list("pk", flat=True))
    answers(ResponseAnswer.objects.filter(response__respondent__in=keys))
    return Respondent.objects.filter(pk__in=keys).update(person=None, opened_at=None, answered_at=None)


def answers(rows: Rows) -> int:
    """A chosen answer still counts; written words go."""
    return rows.update(text="")


BY_HAND |= {Respondent: respondents, ResponseAnswer: answers}
