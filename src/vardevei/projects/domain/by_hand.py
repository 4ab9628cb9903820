"""A participation that no open file tells of (yet): put in by hand, edited, withdrawn. Never deleted."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, versioned
from vardevei.core.models import Delivery, Person
from vardevei.opendata import families, places
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources.listing import number_from
from vardevei.organisations.models import Organisation
from vardevei.projects import rules
from vardevei.projects.domain import joining, linking
from vardevei.projects.enums import BY_HAND, Evidence
from vardevei.projects.models import ByHand, Participation, Partner, Project


@dataclass(frozen=True, slots=True)
class Entry:
    """What is put in. `partners` are (name, country); the three fields of evidence tell who says so."""

    organisation: Organisation
    family: str
    title: str
    acronym: str = ""
    number: str = ""
    programme_part: str = ""
    role: str = ""
    partners: Sequence[tuple[str, str]] = ()
    start: date | None = None
    end: date | None = None
    amount: Decimal | None = None
    currency: str = "EUR"
    evidence: str = Evidence.TOLD
    evidence_text: str = ""
    evidence_link: str = ""
    evidence_day: date | None = None


@transaction.atomic
def record(entry: Entry, *, by: Person | None, on_behalf_of: Organisation | None = None) -> ByHand:
    """Put in a participation. It counts at once, as one with what other sources tell of the same project."""
    rules.must_at(by, rules.RECORD, entry.organisation.pk)
    _check(entry)
    if again := _just_the_same(entry):
        return again
    row = Participation(source=BY_HAND, key=f"{entry.organisation.pk}/{uuid4().hex[:12]}", country="NO")
    _fill(row, entry, on_behalf_of)
    told = ByHand.objects.create(participation=row, by=by, on_behalf_of=on_behalf_of, **_evidence(entry))
    _write_partners(told, entry)
    _log("participation-recorded", _("{by_whom} la inn {project} for {municipality}."), told, by)
    joining.join({entry.family})
    return told


@transaction.atomic
def edit(told: ByHand, entry: Entry, *, by: Person | None) -> ByHand:
    """Say it better. The delivery of what was said before stays, with its hash."""
    row = told.participation
    rules.must_at(by, rules.RECORD, row.organisation_id or "")
    rules.must_at(by, rules.RECORD, entry.organisation.pk)
    _check(entry)
    before = row.project
    _fill(row, entry, told.on_behalf_of)
    for name, value in _evidence(entry).items():
        setattr(told, name, value)
    told.edited_at, told.edited_by = timezone.now(), by
    versioned.save(told, [*_evidence(entry), "edited_at", "edited_by"])
    _write_partners(told, entry)
    _log("participation-edited", _("{by_whom} endret {project} for {municipality}."), told, by)
    if before != row.project and before.source == BY_HAND and not before.participations.exists():
        before.delete()
    joining.join({before.family, entry.family})
    return told


@transaction.atomic
def withdraw(told: ByHand, *, by: Person | None, why: str) -> ByHand:
    """It was wrong. It no longer counts; the row stays with the reason. Twice is as once."""
    row = told.participation
    rules.must_at(by, rules.RECORD, row.organisation_id or "")
    if row.gone_at:
        return told
    if not why.strip():
        raise Problem("withdrawal-unsigned", "A withdrawal needs a reason.", "Others must see why.", "Fill it in.")
    row.gone_at, row.same_as = timezone.now(), None
    row.save(update_fields=["gone_at", "same_as"])
    told.withdrawn_by, told.withdrawn_why = by, why.strip()
    versioned.save(told, ["withdrawn_by", "withdrawn_why"])
    _log("participation-withdrawn", _("{by_whom} trakk {project} for {municipality}."), told, by, why)
    joining.join({row.project.family})
    return told


def municipality_of(partner: Partner, year: int | None) -> Organisation | None:
    """The municipality or county council that the partner's name surely is; None when it is not, or nobody can tell."""
    if partner.country not in ("", "NO") or partner.participation_id:
        return None
    found = linking.default_linker()(
        partner.name, country="NO", hint="", year=year, organisation_number="", nuts="", post_code=""
    )
    sure = found.place_id and found.relation == "self" and found.kind != "ambiguous"
    return Organisation.objects.filter(pk=found.place_id).first() if sure else None


def from_partner(partner: Partner, organisation: Organisation) -> Entry:
    """What is known of a partner's own participation: the project and the period of the one it is named in."""
    told, row = partner.record, partner.record.participation
    return Entry(
        organisation=organisation,
        family=row.project.family,
        title=row.project.title,
        acronym=row.project.acronym,
        number="" if row.project.number.startswith("t-") else row.project.number,
        programme_part=row.project.programme_part,
        role="participant",
        start=row.start,
        end=row.end,
        **_evidence(told),
    )


def tie(partner: Partner, told: ByHand) -> None:
    """The partner now has a participation of its own."""
    partner.participation = told.participation
    partner.save(update_fields=["participation"])


def _just_the_same(entry: Entry) -> ByHand | None:
    """A second press of the button: the very same words, standing already."""
    same = ByHand.objects.filter(participation__delivery__sha256=hashlib.sha256(_content(entry)).hexdigest())
    return same.filter(participation__gone_at__isnull=True).first()


def _content(entry: Entry) -> bytes:
    return json.dumps(asdict(entry) | {"organisation": entry.organisation.pk}, default=str, sort_keys=True).encode()


def _check(entry: Entry) -> None:
    if entry.family not in {family.code for family in families.families()}:
        raise Problem("family-unknown", f"{entry.family} is no programme family.", "", "Choose one of those shown.")
    if not entry.title.strip():
        raise Problem("project-untitled", "A project must have a title.", "It is known by it.", "Write the title.")
    if entry.start and entry.end and entry.end < entry.start:
        raise Problem("project-backwards", "The project ends before it starts.", "", "Change one of the days.")


def _fill(row: Participation, entry: Entry, county: Organisation | None) -> None:
    row.project, row.delivery = _project(entry), _delivery(entry, county)
    row.name = places.by_id(entry.organisation.pk).name(entry.start) if entry.start else entry.organisation.name
    row.role, row.start, row.end = entry.role, entry.start, entry.end
    row.year = entry.start.year if entry.start else None
    row.amount, row.currency = entry.amount, entry.currency
    linking.set_link(row, linking.said(entry.organisation, BY_HAND))
    row.save()


def _project(entry: Entry) -> Project:
    """The one with this number, else with this title. One that a source describes is only filled where empty."""
    number = entry.number.strip() or number_from(entry.title.strip())
    project, new = Project.objects.get_or_create(
        family=entry.family, number=number, defaults={"source": BY_HAND, **_described(entry)}
    )
    if not new:
        ours = project.source == BY_HAND
        for name, value in _described(entry).items():
            if ours or not getattr(project, name):
                setattr(project, name, value)
        project.save()
    return project


def _described(entry: Entry) -> dict[str, Any]:
    """The period is the row's own: partners may come and go within a project's."""
    return {
        "title": entry.title.strip(),
        "acronym": entry.acronym.strip(),
        "programme_part": entry.programme_part.strip(),
    }


def _delivery(entry: Entry, county: Organisation | None) -> Delivery:
    """What was written, as a delivery of its own: who gave it, when, and a hash of exactly what it said."""
    content = _content(entry)
    return Delivery.objects.create(
        source=BY_HAND,
        title="Participations put in by hand by county councils",
        address=entry.evidence_link,
        file_name=(entry.evidence_text or entry.title)[:255],
        licence="",
        publisher=county.body if county else "",
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
    )


def _evidence(told: Entry | ByHand) -> dict[str, Any]:
    names = ("evidence", "evidence_text", "evidence_link", "evidence_day")
    return {name: getattr(told, name) for name in names}


def _write_partners(told: ByHand, entry: Entry) -> None:
    """The lines as they now are; a partner that was put in on its own keeps its tie."""
    own = dict(told.partners.exclude(participation=None).values_list("name", "participation_id"))
    told.partners.all().delete()
    lines = [line for line in entry.partners if line[0].strip()]
    Partner.objects.bulk_create(
        Partner(record=told, order=order, name=name.strip()[:200], country=country, participation_id=own.get(name))
        for order, (name, country) in enumerate(lines, start=1)
    )


def _log(act: str, text: Any, told: ByHand, by: Person | None, why: str = "") -> None:
    row = told.participation
    who = told.on_behalf_of or by or "Vardevei"
    log.write(
        act, text, by=by, about=row, place=row.organisation_id or "", why=why.strip(), by_whom=who,
        project=row.project, municipality=row.organisation or "",
    )  # fmt: skip
