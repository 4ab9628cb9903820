"""What is kept about one person, found in every table through what the tables declare: none can be forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q

from vardevei.core.models import Person
from vardevei.core.personal import WITH_CASE, Kept, Personal, holding


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of one table that tell of the person (`about`), or only that the person did something (not `about`)."""

    model: type[models.Model]
    personal: Personal
    rows: models.QuerySet[Any]
    about: bool

    @property
    def code(self) -> str:
        return self.model._meta.label

    @property
    def shown(self) -> dict[str, Kept]:
        """The fields to show of each row: all that are declared, or only the link and nothing of somebody else's."""
        if self.about:
            return self.personal.fields
        return {name: kept for name, kept in self.personal.fields.items() if name in doers(self.model, self.personal)}


def of(person: Person) -> Iterator[Found]:
    """Every table with rows about the person, the person's own row first, then those with what the person did."""
    tables = holding()
    yield Found(Person, tables.pop(Person), Person.objects.filter(pk=person.pk), about=True)
    for model, personal in tables.items():
        rows = about(model, personal, person)
        if rows.exists():
            yield Found(model, personal, rows, about=True)
    for model, personal in tables.items():
        done = by(model, personal, person)
        if done.exists():
            yield Found(model, personal, done, about=False)


def about(model: type[models.Model], personal: Personal, person: Person) -> models.QuerySet[Any]:
    """The rows that tell of the person. A table that knows a better way has `of(person)` on its QuerySet."""
    rows: models.QuerySet[Any] = model._default_manager.all()
    if hasattr(rows, "of"):
        return rows.of(person)
    paths = [_is(model, path, person) for path in paths_of(model, personal)]
    return rows.filter(_any(paths)) if paths else rows.none()


def by(model: type[models.Model], personal: Personal, person: Person) -> models.QuerySet[Any]:
    """The rows that only say that the person did something."""
    links = [Q(**{name: person}) for name in doers(model, personal)]
    rows: models.QuerySet[Any] = model._default_manager.all()
    return rows.filter(_any(links)) if links and not hasattr(rows, "of") else rows.none()


def paths_of(model: type[models.Model], personal: Personal) -> tuple[str, ...]:
    """By which links or addresses a row is found to tell of somebody."""
    if personal.of:
        return personal.of
    return tuple(name for name, kept in personal.fields.items() if kept.limit is not WITH_CASE and _links(model, name))


def doers(model: type[models.Model], personal: Personal) -> list[str]:
    """The links that say who did it, kept as long as what was done."""
    with_case = (name for name, kept in personal.fields.items() if kept.limit is WITH_CASE)
    return [name for name in with_case if _links(model, name) and name not in personal.of]


def _links(model: type[models.Model], name: str) -> bool:
    return model._meta.get_field(name).related_model is Person


def _is(model: type[models.Model], path: str, person: Person) -> Q:
    if isinstance(model._meta.get_field(path.split("__")[0]), models.EmailField):
        return Q(**{f"{path}__iexact": person.email}) if person.email else Q(pk__in=[])
    return Q(**{path: person})


def _any(parts: list[Q]) -> Q:
    whole = parts[0]
    for part in parts[1:]:
        whole |= part
    return whole
