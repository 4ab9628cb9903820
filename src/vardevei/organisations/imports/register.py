"""The register's places as records that other rooms can point to. Safe to repeat; never removes what is pointed at."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Model

from vardevei.opendata import places
from vardevei.opendata.units import Place
from vardevei.organisations.models import BelongsTo, Code, Name, Organisation, Succession


def _all() -> Iterable[Place]:
    return places.register().places.values()


def _organisation(place: Place) -> Organisation:
    return Organisation(
        id=place.id,
        kind=place.kind,
        name=place.name(),
        number=place.number(),
        start=place.period.start,
        end=place.period.end,
    )


def _names(place: Place) -> Iterator[Name]:
    for name in place.names:
        yield Name(
            organisation_id=place.id,
            text=name.text,
            language=name.language,
            order=name.order,
            start=name.period.start,
            end=name.period.end,
        )


def _codes(place: Place) -> Iterator[Code]:
    for held in place.numbers:
        yield Code(organisation_id=place.id, number=held.number, start=held.period.start, end=held.period.end)


def _counties(place: Place) -> Iterator[BelongsTo]:
    """A municipality that changes county always changes number, so one period of a number is one county."""
    for held in place.numbers if place.kind == "municipality" else ():
        county = places.county_of(place, held.period.start or date(places.FIRST_YEAR, 1, 1))
        yield BelongsTo(
            municipality_id=place.id, county=_organisation(county), start=held.period.start, end=held.period.end
        )


def _successions() -> Iterator[Succession]:
    for step in places.register().successions:
        yield Succession(before_id=step.before, after_id=step.after, day=step.day, kind=step.kind)


def _replace(model: type[Model], rows: list[Any]) -> None:
    model._default_manager.all().delete()
    model._default_manager.bulk_create(rows)


@transaction.atomic
def load() -> int:
    """Write the register in use into the database; the number of organisations."""
    Organisation.objects.bulk_create(
        [_organisation(place) for place in _all()],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["kind", "name", "number", "start", "end"],
    )
    _replace(Name, [name for place in _all() for name in _names(place)])
    _replace(Code, [code for place in _all() for code in _codes(place)])
    _replace(BelongsTo, [county for place in _all() for county in _counties(place)])
    _replace(Succession, list(_successions()))
    return Organisation.objects.count()
