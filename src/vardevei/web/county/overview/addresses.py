"""From an address under /fylke/kommune/ to the records it is about, for one who may."""

from typing import TypeVar

from django.db import models
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone

from vardevei.core.models import Person
from vardevei.opendata import places
from vardevei.organisations import rules
from vardevei.organisations.domain import lineage
from vardevei.organisations.models import Organisation
from vardevei.web import access

Record = TypeVar("Record", bound=models.Model)


def writer(request: HttpRequest, number: str) -> tuple[Person, Organisation]:
    """Who is signed in and may write about the municipality."""
    return access.municipality(request, number, rules.WRITE_DIALOGUE)


def about(kind: type[Record], key: int, place: Organisation) -> Record:
    """The record with the key, when it tells of the municipality or of one it was made from; else 404."""
    record = kind._default_manager.filter(pk=key, place_id__in=lineage.of(place.place)).first()
    if record is None:
        raise Http404(key)
    return record


def county_of(place: Organisation) -> Organisation:
    return Organisation.objects.get(pk=places.county_of(place.place, timezone.localdate()).id)


def page_of(place: Organisation) -> str:
    return reverse("staff-municipality", args=[place.number])
