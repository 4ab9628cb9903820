"""Every field that could tell of a person has been thought about, and every clock can run."""

from typing import Any

import pytest
from django.apps import apps
from django.db import models

from vardevei.core.domain import keeping
from vardevei.core.personal import IN_USE, declared, holding

ALL = sorted(apps.get_models(), key=lambda model: model._meta.label)


def label(model: Any) -> str:
    return str(model._meta.label)


@pytest.mark.parametrize("model", ALL, ids=label)
def test_every_field_of_every_table_is_declared(model: type[models.Model]) -> None:
    """A new field: put it in `personal` with purpose and limit, or among the `others` when it tells of nobody."""
    personal = declared(model)
    assert personal is not None, "say `personal = Personal({...})` or `personal = NOTHING` (core/personal.py)"
    if personal.nothing:
        people = [field.name for field in model._meta.concrete_fields if _points_to_a_person(field)]
        assert people == [] or label(model) == "admin.LogEntry"
        return

    there = {field.name for field in model._meta.concrete_fields} - {"id"}
    said = {*personal.fields, *personal.others} - {"id"}
    assert said == there


def _points_to_a_person(field: Any) -> bool:
    return getattr(field.related_model, "__name__", "") == "Person"


@pytest.mark.parametrize(("model", "limit"), [(model, limit) for model, _personal, limit in keeping.clocks()])
def test_a_limit_with_days_says_from_when(model: type[models.Model], limit: Any) -> None:
    """Say `since="sent_at"`: the time from which the days run."""
    since = declared(model).since  # type: ignore[union-attr]

    assert since, f"{label(model)} keeps something for {limit.days} days, and does not say from when"
    assert isinstance(model._meta.get_field(since), models.DateField)


def test_what_is_kept_while_a_person_is_in_use_can_be_found_from_the_person() -> None:
    from vardevei.core.domain.records import paths_of
    from vardevei.core.models import Person

    in_use = [(m, p) for m, p in holding().items() if IN_USE in p.limits and m is not Person]
    assert [label(model) for model, personal in in_use if not paths_of(model, personal)] == []
