"""The people of one municipality: what colleagues, and the county, do with each other's roles."""

from django.db import transaction

from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations import rules
from vardevei.organisations.domain import roles
from vardevei.organisations.models import Organisation, Role
from vardevei.organisations.roles import CONTACT


@transaction.atomic
def make_contact(role: Role, *, by: Person) -> Role:
    """The person is the municipality's contact from today; what the person was before stays."""
    rules.must(by, rules.EDIT_CONTACTS, role.organisation)
    _must_be_here(role)
    return roles.give(CONTACT, to=role.person, at=role.organisation, by=by, title=role.title)


@transaction.atomic
def end(role: Role, *, by: Person, why: str = "") -> None:
    """End somebody's role at a municipality, or leave it oneself. The cases stay with the municipality."""
    if role.person_id != by.pk:
        rules.must(by, rules.EDIT_CONTACTS, role.organisation)
    _must_be_here(role)
    roles.end(role, by=by, why=why)


def is_last(role: Role) -> bool:
    """Whether nobody else has a role there."""
    return not Role.objects.now().filter(organisation=role.organisation).exclude(person=role.person_id).exists()


def once_at(organisation: Organisation) -> list[Role]:
    """Roles that have ended, the latest first."""
    ended = Role.objects.filter(organisation=organisation).exclude(pk__in=Role.objects.now())
    return list(ended.filter(end__isnull=False).select_related("person").order_by("-end", "-pk"))


def _must_be_here(role: Role) -> None:
    if not role.is_open():
        raise Problem("role-ended", "This role has ended.", "It was ended before.", "Load the page again.")
