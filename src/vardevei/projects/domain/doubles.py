"""Two rows may tell of one participation: found by number, title, acronym and period; a person says whether it is so.

The same number at the same place is certain, and is one without asking (`joining.join`); what is only alike is asked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.opendata import places
from vardevei.organisations.models import Organisation
from vardevei.projects import rules
from vardevei.projects.domain import joining
from vardevei.projects.enums import BY_HAND
from vardevei.projects.models import Double, Participation, Project
from vardevei.projects.models.participation import ParticipationQuerySet

# Of 1,957 real titles, 96 % are found at this score with three typing errors, 95 % when only the part before the colon
# is written, and all with the acronym in front or with every other word; of a million pairs of different titles, 85.
ALIKE = 80
SHORTEST = 3  # letters of an acronym, or of a number, that tell anything


@dataclass(frozen=True, slots=True)
class Likely:
    """Perhaps the same as `row`. `reasons`: "number", "acronym", "title" or "same-project", the strongest first."""

    row: Participation
    other: Participation
    reasons: tuple[str, ...]
    score: float


def like(row: Participation) -> list[Likely]:
    """What may be the same as the row, the likeliest first; not what a person has already said yes or no to."""
    if row.gone_at or not row.organisation_id or row.same_as_id:
        return []
    answered = _answered(row)
    others = _at_the_same_place(row).exclude(pk__in=answered)
    return sorted(_likely(row, others), key=lambda one: -one.score)


def waiting(organisations: Iterable[str]) -> list[Likely]:
    """Pairs at these places that wait for a person: put in by hand on one side, another source on the other."""
    mine = Participation.objects.standing().once().filter(source=BY_HAND, organisation__in=list(organisations))
    return [one for row in mine.select_related("project", "organisation") for one in like(row)]


def answered(row: Participation) -> list[Double]:
    """What people have said of the row and another."""
    told = Double.objects.filter(Q(first=row) | Q(second=row))
    return list(told.select_related("first__project", "second__project", "by", "on_behalf_of"))


@transaction.atomic
def say(
    row: Participation, other: Participation, *, same: bool, by: Person | None, on_behalf_of: Organisation | None = None
) -> Double:
    """They are one and the same, or they are two. Holds through later imports; both rows stay with what they say."""
    rules.must_about(by, rules.CORRECT, [row, other])
    first, second = sorted((row, other), key=lambda one: one.pk)
    kept = {"same": same, "by": by, "on_behalf_of": on_behalf_of}
    double = Double.objects.update_or_create(first=first, second=second, defaults=kept)[0]
    text = (
        _("{by_whom} sa at to registreringer av {project} er den samme.")
        if same
        else _("{by_whom} sa at to registreringer som ligner på {project}, er to forskjellige.")
    )
    _log("double-said", text, row, by, on_behalf_of)
    joining.join({row.project.family, other.project.family})
    return double


@transaction.atomic
def undo(double: Double, *, by: Person | None, on_behalf_of: Organisation | None = None) -> None:
    """Nothing is said of the pair any longer: it is asked about again."""
    rules.must_about(by, rules.CORRECT, [double.first, double.second])
    families = {double.first.project.family, double.second.project.family}
    _log("double-undone", _("{by_whom} tok tilbake et svar om {project}."), double.first, by, on_behalf_of)
    double.delete()
    joining.join(families)


def _log(act: str, text: str | Promise, row: Participation, by: Person | None, county: Organisation | None) -> None:
    log.write(
        act, text, by=by, about=row, place=row.organisation_id or "", by_whom=county or by or "Vardevei",
        project=row.project,
    )  # fmt: skip


def _answered(row: Participation) -> set[int]:
    pairs = Double.objects.filter(Q(first=row) | Q(second=row)).values_list("first_id", "second_id")
    return {key for pair in pairs for key in pair} | {row.pk}


def _at_the_same_place(row: Participation) -> ParticipationQuerySet:
    """Of this place, what it was made of, and what it became: a project may be told of under either name."""
    place = places.by_id(row.organisation_id or "")
    same = [other.id for other in places.all_places(place.kind) if other.areas & place.areas]
    rows = Participation.objects.standing().once().filter(organisation__in=same)
    return rows.exclude(source=row.source, project=row.project).select_related("project", "organisation")


def _likely(row: Participation, others: Iterable[Participation]) -> Iterator[Likely]:
    for other in others:
        reasons = dict(_reasons(row.project, other.project))
        if reasons and ("number" in reasons or _periods_meet(row, other)):
            yield Likely(row, other, tuple(reasons), max(reasons.values()))


def _reasons(one: Project, other: Project) -> Iterator[tuple[str, float]]:
    if one.pk == other.pk:
        yield "same-project", 101.0
    if _number(one) and _number(one) == _number(other):
        yield "number", 100.0
    if len(one.acronym) >= SHORTEST and one.acronym.casefold() == other.acronym.casefold():
        yield "acronym", 99.0
    score = fuzz.token_set_ratio(_title(one), _title(other)) if one.title and other.title else 0
    if score >= ALIKE:
        yield "title", score


def _number(project: Project) -> str:
    """Its letters and digits. A number made from a title is none."""
    bare = "".join(letter for letter in project.number.casefold() if letter.isalnum())
    return bare if len(bare) >= SHORTEST and not project.number.startswith("t-") else ""


def _title(project: Project) -> str:
    return " ".join(project.title.casefold().split())


def _periods_meet(one: Participation, other: Participation) -> bool:
    """Within a year of each other; what is not known contradicts nothing."""
    first, second = _period(one), _period(other)
    if first is None or second is None:
        return True
    return first[0].year <= second[1].year + 1 and second[0].year <= first[1].year + 1


def _period(row: Participation) -> tuple[date, date] | None:
    """From signature or start to the end, as far as it is known."""
    days = [day for day in (row.signed, row.start, row.end) if day]
    return (min(days), max(days)) if days else None
