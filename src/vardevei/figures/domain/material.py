"""What the sheets are made of, gathered once: as many questions to the database for 357 municipalities as for 1."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils import timezone

from vardevei.core.models import Delivery, Person
from vardevei.opendata import places
from vardevei.opendata.places import Place
from vardevei.organisations.domain import lineage, steps
from vardevei.organisations.models import NextStep, Role
from vardevei.organisations.roles import RoleCode
from vardevei.projects.domain import found
from vardevei.projects.domain.found import Found
from vardevei.projects.domain.loaded import Loaded, loaded
from vardevei.projects.models import Participation


@dataclass
class Part:
    """One municipality's part in one project; what the sources do not say is None."""

    acronym: str
    title: str
    family: str
    role: str
    year: int | None
    amount: Decimal | None
    currency: str


@dataclass
class Material:
    """`parts`, `contacts` and `steps` are by municipality of today, `ring` by county."""

    day: date
    found: Found
    parts: dict[str, list[Part]]
    contacts: dict[str, list[str]]
    ring: dict[str, Person]
    steps: dict[str, NextStep]
    loaded: list[Loaded]
    deliveries: list[Delivery]
    here: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))


def gather() -> Material:
    """Everything that stands on the sheets, as it is now."""
    day, now = timezone.localdate(), loaded()
    material = Material(
        day=day,
        found=found.on(day),
        parts=_parts(day),
        contacts=_contacts(day),
        ring=_ring(),
        steps=_steps(day),
        loaded=[each for each in now if each.ours],
        deliveries=_deliveries({each.source for each in now if each.ours}),
    )
    for place in places.on(day):
        material.here[places.county_of(place, day).id].append(place)
    return material


def _parts(day: date) -> dict[str, list[Part]]:
    """Newest first. A project that two former parts of a municipality were in is one, with the money of both."""
    register = places.register()
    parts: dict[str, dict[int, Part]] = defaultdict(dict)
    for row in Participation.objects.counted().select_related("project").order_by("year", "pk"):
        place = register.places[str(row.organisation_id)]
        holders = register.holding(place.areas, day, "municipality") if place.kind == "municipality" else ()
        if len(holders) == 1:
            kept = parts[holders[0].id].setdefault(row.project_id, _part(row, None))
            _add(kept, row)
    return {key: sorted(held.values(), key=_newest, reverse=True) for key, held in parts.items()}


def _part(row: Participation, amount: Decimal | None) -> Part:
    project = row.project
    acronym = project.acronym or project.title or project.number
    title = project.title if project.acronym else ""
    return Part(acronym, title, project.family, row.role, row.year, amount, row.currency)


def _add(part: Part, row: Participation) -> None:
    if row.amount is not None and row.currency == part.currency:
        part.amount = (part.amount or Decimal(0)) + row.amount
    if row.role == "coordinator":
        part.role = row.role


def _newest(part: Part) -> tuple[int, Decimal]:
    return part.year or 0, part.amount or Decimal(0)


def _contacts(day: date) -> dict[str, list[str]]:
    held: dict[str, list[str]] = defaultdict(list)
    for role in Role.objects.now().contacts().select_related("person").order_by("start", "pk"):
        held[str(role.organisation_id)].append(str(role.person))
    return held


def _ring() -> dict[str, Person]:
    """Who in each county to ring when nobody is chosen: the one who has been adviser there longest."""
    advisers = Role.objects.now().filter(code=RoleCode.ADVISER).select_related("person").order_by("-start", "-pk")
    return {str(role.organisation_id): role.person for role in advisers}


def _steps(day: date) -> dict[str, NextStep]:
    """The earliest one that is not done, by municipality of today."""
    told = lineage.of_each(places.on(day))
    held: dict[str, NextStep] = {}
    for step in steps.open_at(told):
        for key in told[step.place_id]:
            held.setdefault(key, step)
    return held


def _deliveries(sources: set[str]) -> list[Delivery]:
    """The newest file of each source."""
    newest = {each.source: each for each in Delivery.objects.filter(source__in=sources).order_by("received_at", "pk")}
    return [newest[source] for source in sorted(newest)]
