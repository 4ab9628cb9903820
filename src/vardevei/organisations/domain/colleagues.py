"""The people of one municipality: what colleagues, and the county, do with each other's roles."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils import timezone

from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations import rules
from vardevei.organisations.domain import roles
from vardevei.organisations.models import Organisation, Role
from vardevei.organisations.roles import CONTACT, MEMBER


@dataclass(slots=True)
class Colleague:
    """One person with all roles at the place, or all that the person had there."""

    person: Person
    roles: list[Role] = field(default_factory=list)

    @property
    def since(self) -> date | None:
        starts = [role.start for role in self.roles if role.start]
        return min(starts) if starts else None

    @property
    def until(self) -> date | None:
        ends = [role.end for role in self.roles if role.end]
        return max(ends) if ends else None

    @property
    def is_contact(self) -> bool:
        return any(role.kind is CONTACT for role in self.roles)

    @property
    def title(self) -> str:
        return next((role.title for role in self.roles if role.title), "")


def at(organisation: Organisation) -> list[Colleague]:
    """Everyone who is there today: contacts first, then by name."""
    found = _gathered(Role.objects.now().filter(organisation=organisation).select_related("person"))
    return sorted(found, key=lambda one: (not one.is_contact, str(one.person)))


def once_at(organisation: Organisation) -> list[Colleague]:
    """Those who have left, the latest first."""
    today = timezone.localdate()
    there = Role.objects.filter(organisation=organisation, end__isnull=True).values("person")
    ended = Role.objects.filter(organisation=organisation, end__lt=today).exclude(person__in=there)
    return _gathered(ended.select_related("person").order_by("-end", "-pk"))


def find(organisation: Organisation, key: int) -> Colleague:
    """The person who is there today. Error: nobody with that key is ("colleague-gone")."""
    found = [one for one in at(organisation) if one.person.pk == key]
    if not found:
        raise Problem(
            "colleague-gone",
            "This person does not work for the municipality any more.",
            "The role has ended.",
            "Go to the municipality's people, and see who is there.",
        )
    return found[0]


def is_last(one: Colleague) -> bool:
    """Whether nobody else has a role there."""
    others = Role.objects.now().filter(organisation=one.roles[0].organisation).exclude(person=one.person)
    return not others.exists()


@transaction.atomic
def make_contact(one: Colleague, *, by: Person) -> Role:
    """The person is the municipality's contact from today; what the person was before stays."""
    there = one.roles[0].organisation
    rules.must(by, rules.EDIT_CONTACTS, there)
    return roles.give(CONTACT, to=one.person, at=there, by=by, title=one.title)


@transaction.atomic
def end(one: Colleague, *, by: Person, why: str = "", stays: bool = False) -> None:
    """End what somebody is at a municipality, or leave it oneself. `stays`: no longer contact, but still a member.

    The cases stay with the municipality.
    """
    there = one.roles[0].organisation
    if one.person.pk != by.pk:
        rules.must(by, rules.EDIT_CONTACTS, there)
    if stays:
        roles.give(MEMBER, to=one.person, at=there, by=by, title=one.title)
    for role in one.roles:
        if not stays or role.kind is CONTACT:
            roles.end(role, by=by, why=why)


def _gathered(found: Iterable[Role]) -> list[Colleague]:
    people: dict[int, Colleague] = {}
    for role in found:
        people.setdefault(role.person_id, Colleague(role.person)).roles.append(role)
    return list(people.values())
