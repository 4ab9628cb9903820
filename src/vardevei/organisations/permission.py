"""How an act is allowed: which roles, and how far each reaches. Each room lists its acts in its `rules.py`.

rules.may(person, rules.SEE_CONTACTS, place)      # a sentence, and one place that knows the answer
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise

from vardevei.core.models import Person
from vardevei.opendata import places
from vardevei.opendata.places import Place
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation, Role
from vardevei.organisations.roles import BY_CODE, RoleCode, RoleKind


class Reach(StrEnum):
    """How far a role carries: the organisation where it is held, a county's municipalities too, or all."""

    HERE = "here"
    COUNTY = "county"
    EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True)
class Act:
    """Something that not everyone may do. `sentence` completes "may …"; `may` is role and reach.

    `public`: it changes what everybody sees, so made-up people may not.
    """

    code: str
    sentence: str | Promise
    may: dict[RoleKind, Reach]
    public: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """A role that a person has today."""

    kind: RoleKind
    organisation: str | None


def held_by(person: Person | None) -> tuple[Held, ...]:
    """The roles in force today; asked once for each person object, so that a page asks the database once."""
    if person is None or not person.pk or not person.is_active or person.erased_at:
        return ()
    kept: tuple[Held, ...] | None = getattr(person, "_held", None)
    if kept is None:
        rows = Role.objects.now().filter(person=person).values_list("code", "organisation_id")
        kept = tuple(Held(BY_CODE[RoleCode(code)], organisation) for code, organisation in rows)
        person._held = kept  # type: ignore[attr-defined]
    return kept


def forget(person: Person) -> None:
    """Ask the database again: after a role was given or ended."""
    person.__dict__.pop("_held", None)


def may(person: Person | None, act: Act, place: Organisation | Place | str | None = None) -> bool:
    """Whether the person may do the act at the place; without a place, whether she may do it anywhere."""
    if act.public and person is not None and person.made_up:
        return False
    wanted = place if isinstance(place, str | None) else place.id
    return any(_reaches(held, act.may[held.kind], wanted) for held in held_by(person) if held.kind in act.may)


def must(person: Person | None, act: Act, place: Organisation | Place | str | None = None) -> None:
    """The same as `may`, for verbs: raises when the answer is no."""
    if not may(person, act, place):
        raise Problem(
            "not-allowed",
            "You may not do this.",
            f"It takes a role that may {act.sentence}",
            "Ask the county council for the role, or sign in as somebody who has it.",
            act=act.sentence,
        )


def _reaches(held: Held, reach: Reach, place: str | None) -> bool:
    if place is None or reach is Reach.EVERYWHERE:
        return True
    if held.organisation == place:
        return True
    return reach is Reach.COUNTY and held.organisation in counties_of(place)


def counties_of(place_id: str, day: date | None = None) -> set[str]:
    """The county a place lies in today; of a place that is gone, the counties of what it became."""
    today = day or timezone.localdate()
    return {places.county_of(place, today).id for place in _today(places.by_id(place_id), today)}


def _today(place: Place, day: date) -> Iterator[Place]:
    if place.exists(day):
        yield place
    else:
        for step in places.successors(place):
            yield from _today(places.by_id(step.after), day)


def reach_of(person: Person | None, act: Act, day: date | None = None) -> QuerySet[Organisation]:
    """The municipalities of today where the person may do the act, in the order of their numbers."""
    today = day or timezone.localdate()
    ids = [place.id for place in places.on(today) if may(person, act, place)]
    return Organisation.objects.filter(pk__in=ids).order_by("number")


def own_counties(person: Person | None, act: Act) -> list[Organisation]:
    """Those of them that the person has a role in. An administrator may do the act everywhere, and is not waited for
    everywhere."""
    own = {held.organisation for held in held_by(person)}
    return [county for county in counties(person, act) if county.pk in own]


def counties(person: Person | None, act: Act) -> list[Organisation]:
    """The counties of today whose municipalities the person may do the act with."""
    today = timezone.localdate()
    ids = [place.id for place in places.on(today, "county") if may(person, act, place)]
    return list(Organisation.objects.filter(pk__in=ids).order_by("number"))


def is_own(person: Person | None, act: Act, place: Organisation | Place | str) -> bool:
    """Whether the person may do the act by a role at the place or in its county. What waits there waits for the person;
    whoever may do it everywhere, as an administrator, is not told of all counties' work."""
    wanted = place if isinstance(place, str) else place.id
    near = {wanted, *counties_of(wanted)}
    return may(person, act, place) and any(
        held.kind in act.may and held.organisation in near for held in held_by(person)
    )
