"""From an address under /fylke/<nr>/deltakelse/ to the row it is about, for one who may."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.organisations.models import Organisation
from vardevei.organisations.permission import Act
from vardevei.projects import rules
from vardevei.projects.models import Participation
from vardevei.web import access

Crumbs = list[tuple[str, str]]


def row(request: HttpRequest, number: str, pk: int) -> tuple[Person, Organisation, Participation]:
    """A participation that the person may correct."""
    person, county = access.county(request, number, rules.CORRECT)
    found = get_object_or_404(Participation.objects.select_related("project", "organisation", "delivery"), pk=pk)
    allow(person, rules.CORRECT, [found])
    return person, county, found


def allow(person: Person, act: Act, rows: Iterable[Participation]) -> None:
    """What lies in another county is refused, with the sentence that says what it takes."""
    if not rules.may_about(person, act, rows):
        raise PermissionDenied(str(act.sentence))


def crumbs(county: Organisation, *more: tuple[str, str]) -> Crumbs:
    here = (_("Deltakelse"), reverse("county-participation", args=[county.number]))
    return [(county.name, reverse("my-county", args=[county.number])), here, *more]


def title(found: Participation) -> str:
    project = found.project
    return project.acronym or project.title or project.number


def address(county: Organisation, found: Participation) -> str:
    return reverse("participation-one", args=[county.number, found.pk])
