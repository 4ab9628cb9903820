"""Whether the data has changed since an index was made: a few counts, asked at each search."""

from typing import Any

from django.db.models import Count, Max, Sum
from django.utils import timezone

from vardevei.guide.models import StaffConcept
from vardevei.library.models import Example
from vardevei.programmes.models import Call, Change, Programme
from vardevei.projects.models import Participation, Project


def of(kind: str) -> tuple[Any, ...]:
    """Equal as long as nothing that the kind's index holds has changed. A new day is a change: calls open and close."""
    return (timezone.localdate(), *_concepts(), *STAMPS[kind]())


def _concepts() -> tuple[Any, ...]:
    """Removing one leaves its row, so that the latest change tells of it."""
    return tuple(StaffConcept.objects.aggregate(Count("pk"), Max("changed_at")).values())


def _calls() -> tuple[Any, ...]:
    told = Call.objects.aggregate(Count("pk"), Max("pk"), Sum("version"), Count("gone_at"), Max("gone_at"))
    return (*told.values(), Change.objects.aggregate(Max("pk"))["pk__max"])


def _programmes() -> tuple[Any, ...]:
    return tuple(Programme.objects.aggregate(Count("pk"), Max("pk")).values())


def _examples() -> tuple[Any, ...]:
    return tuple(Example.objects.public().aggregate(Count("pk"), Max("published"), Sum("published")).values())


def _projects() -> tuple[Any, ...]:
    parts = Participation.objects.aggregate(Max("pk"), Max("delivery"), Count("gone_at"))
    return (*Project.objects.aggregate(Count("pk"), Max("pk")).values(), *parts.values())


STAMPS = {"call": _calls, "programme": _programmes, "example": _examples, "project": _projects}
