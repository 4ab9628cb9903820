"""The clocks of what is kept: each limit with days is applied to each table that declares it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import models, transaction

from vardevei.core.domain.letting_go import BY_HAND, let_go
from vardevei.core.personal import IN_USE, Gone, Limit, Personal, holding


@dataclass(frozen=True, slots=True)
class Lapse:
    """Rows of one table whose time under one limit is out."""

    model: type[models.Model]
    personal: Personal
    limit: Limit
    rows: models.QuerySet[Any]
    count: int

    @property
    def deleted(self) -> bool:
        return self.personal.gone is Gone.DELETED and self.model not in BY_HAND


def clocks() -> Iterator[tuple[type[models.Model], Personal, Limit]]:
    """Each table and limit that has a clock of its own. What is kept while a person is in use goes with the person."""
    for model, personal in holding().items():
        for limit in personal.limits:
            if limit.days is not None and limit is not IN_USE:
                yield model, personal, limit


def lapsed(now: datetime) -> list[Lapse]:
    """What is to go now, and is not gone."""
    found = []
    for model, personal, limit in clocks():
        rows = _rows(model, personal, limit, now)
        if count := rows.count():
            found.append(Lapse(model, personal, limit, rows, count))
    return found


@transaction.atomic
def apply(lapses: list[Lapse]) -> int:
    """Let go of what has lapsed; the number of rows."""
    return sum(let_go(lapse.rows, lapse.personal, (lapse.limit,)) for lapse in lapses)


def _rows(model: type[models.Model], personal: Personal, limit: Limit, now: datetime) -> models.QuerySet[Any]:
    """The rows past the limit, apart from those that are empty already."""
    before: object = now - timedelta(days=limit.days or 0)
    if not isinstance(model._meta.get_field(personal.since), models.DateTimeField):
        before = (now - timedelta(days=limit.days or 0)).date()
    rows: models.QuerySet[Any] = model._default_manager.filter(**{f"{personal.since}__lt": before})
    return rows if personal.gone is Gone.DELETED else rows.exclude(_empty(model, personal, limit))


def _empty(model: type[models.Model], personal: Personal, limit: Limit) -> models.Q:
    whole = models.Q()
    for name in personal.limits[limit]:
        field = model._meta.get_field(name)
        if field.null:
            whole &= models.Q(**{f"{name}__isnull": True})
        elif isinstance(field, models.CharField | models.TextField) and not _stays(model, name):
            whole &= models.Q(**{name: ""})
    return whole


def _stays(model: type[models.Model], name: str) -> bool:
    """Words that stay, with the names in them taken out."""
    return model in BY_HAND and name in {"subject", "body", "value"}
