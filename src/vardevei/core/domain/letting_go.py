"""Taking people out of rows: emptied or deleted, as the table declares; when erasing and in the daily deletion."""

from collections.abc import Callable
from typing import Any

from django.db import models

from vardevei.core.domain import names_in_letters
from vardevei.core.models import Answer, Letter, Person
from vardevei.core.personal import WITH_CASE, Gone, Limit, Personal

Rows = models.QuerySet[Any]


def let_go(rows: Rows, personal: Personal, limits: tuple[Limit, ...] = ()) -> int:
    """Empty the personal fields of the rows (those under `limits`, or all), or delete them. How many rows."""
    if rows.model in BY_HAND:
        return BY_HAND[rows.model](rows)
    if personal.gone is Gone.DELETED:
        count = rows.count()
        rows.delete()
        return count
    names = [
        name
        for name, kept in personal.fields.items()
        if kept.limit is not WITH_CASE and (not limits or kept.limit in limits)
    ]
    emptied = dict(_emptied(rows.model, names))
    return rows.update(**emptied) if emptied else 0


def _emptied(model: type[models.Model], names: list[str]) -> list[tuple[str, Any]]:
    """The fields that hold words, addresses or a link to a person, with what an empty one holds. Days and choices say
    nothing alone."""
    fields = [model._meta.get_field(name) for name in names]
    texts = models.CharField | models.TextField | models.GenericIPAddressField
    words = [f for f in fields if isinstance(f, texts) and not f.choices]
    emptied: list[tuple[str, Any]] = [(f.name, None if f.null else "") for f in words]
    emptied += [(f.name, None) for f in fields if f.null and f.related_model is Person]
    return emptied + [(f.name, f.get_default()) for f in fields if isinstance(f, models.JSONField)]


def _answers(answers: Rows) -> int:
    """A chosen answer still counts, without the one who chose; written words go."""
    count = answers.count()
    answers.filter(question__kind="text").update(value="")
    answers.update(person=None, more="")
    return count


# Where a person's name stands inside other words, or where what is left must still add up.
BY_HAND: dict[type[models.Model], Callable[[Any], int]] = {Letter: names_in_letters.let_go, Answer: _answers}
