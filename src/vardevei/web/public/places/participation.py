"""What has been found of a place's participation, in the sources that are loaded. Never "does not take part"."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vardevei.opendata import places
from vardevei.opendata.places import Place
from vardevei.projects.domain import corrections, found
from vardevei.projects.domain.corrections import Verdicts
from vardevei.projects.domain.found import Found
from vardevei.projects.models import Participation
from vardevei.projects.models.participation import ParticipationQuerySet
from vardevei.web import numbers, words
from vardevei.web.public.places import marks
from vardevei.web.public.places.addresses import link
from vardevei.web.tables import Column, Gap, Link, Row, Table


@dataclass(frozen=True, slots=True)
class OfPlace:
    """`projects` counts projects, not rows; `elsewhere` are places whose projects may have been this place's."""

    projects: int
    table: Table | None
    elsewhere: list[Link]


@dataclass(frozen=True, slots=True)
class Neighbour:
    link: Link
    found: str


def of(place: Place) -> OfPlace:
    inside, across = _relatives(place)
    rows = list(
        _rows()
        .filter(organisation_id__in=inside)
        .select_related("project", "by_hand__on_behalf_of")
        .order_by("-year", "project__number")
    )
    unsure = set(_rows().filter(organisation_id__in=across).values_list("organisation_id", flat=True))
    elsewhere = [link(places.by_id(key)) for key in sorted(unsure)]
    return OfPlace(len({row.project_id for row in rows}), _table(rows) if rows else None, elsewhere)


def _rows() -> ParticipationQuerySet:
    return Participation.objects.counted()


def _relatives(place: Place) -> tuple[list[str], list[str]]:
    """Places that lay wholly within this one, itself among them; and older ones that it only got a part of."""
    inside, across = [], []
    for other in places.all_places(place.kind):
        if other.areas <= place.areas:
            inside.append(other.id)
        elif (
            other.areas & place.areas
            and other.period.end
            and place.exists(other.period.end.replace(year=other.period.end.year + 1))
        ):
            across.append(other.id)
    return inside, across


def _before(other: Place, place: Place) -> bool:
    return bool(other.period.end and place.period.start and other.period.end < place.period.start)


def _table(rows: list[Participation]) -> Table:
    columns = [Column(_("Prosjekt")), Column(_("Program")), Column(_("Rolle")), Column(_("Registrert som"))]
    columns += [Column(_("År"), "number"), Column(_("Beløp"), "number"), Column(_("Kilde"))]
    held = corrections.of_rows(rows)
    return Table(_("Prosjekter vi har funnet"), columns, [_row(row, held.get(row.pk, {})) for row in rows])


def _row(row: Participation, held: Verdicts) -> Row:
    project, year = row.project, row.year
    title = project.acronym or project.title or project.number
    registered = places.by_id(row.organisation_id or "").name(date(year, 7, 1) if year else None)
    amount = Gap(_("ikke oppgitt")) if row.amount is None else f"{numbers.number(row.amount)} {row.currency}"
    return Row(
        (
            title,
            words.family(project.family),
            marks.marked(words.role(row.role), row, held, "role"),
            marks.marked(registered, row, held, "organisation"),
            marks.marked(year, row, held, "signed", "start"),
            marks.marked(amount, row, held, "amount"),
            marks.source(row),
        )
    )


def tone(told: Found, place: Place) -> str:
    """The class of its hexagon in maps.css: found, cannot be placed, not found in what is loaded."""
    if told.count(place.id):
        return "hex-yes"
    return "hex-gap" if told.cannot_be_placed(place.id) else "hex-no"


def in_words(told: Found, place: Place) -> str:
    count = told.count(place.id)
    if told.cannot_be_placed(place.id):
        return _("kan ikke plasseres")
    if not count:
        return _("ikke funnet")
    return ngettext("%(count)s prosjekt", "%(count)s prosjekter", count) % {"count": numbers.number(count)}


def neighbours(beside: list[Place], on: date) -> list[Neighbour]:
    told = found.on(on)
    return [Neighbour(link(place), in_words(told, place)) for place in sorted(beside, key=lambda place: place.name())]
