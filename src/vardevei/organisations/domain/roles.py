"""Giving and ending roles."""

from collections.abc import Collection
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations import permission
from vardevei.organisations.domain import leaving
from vardevei.organisations.models import Organisation, Role
from vardevei.organisations.roles import ADMINISTRATOR, RoleKind


@transaction.atomic
def give(
    kind: RoleKind,
    *,
    to: Person,
    at: Organisation | None = None,
    by: Person | None,
    title: str = "",
    since: date | None = None,
    until: date | None = None,
) -> Role:
    """Give a person a role from a day (today when not said), with `until` as its last. One she has already is kept,
    with the new title and last day."""
    role = _held(kind, to, at)
    if role is None:
        start = since or timezone.localdate()
        _check_period(start, until)
        role = Role.objects.create(
            person=to, organisation=at, code=kind.code, title=title, start=start, end=until, given_by=by
        )
        _log_given(role, by)
    elif (title and title != role.title) or (until and until != role.end):
        if until:
            _check_administrator(role)
        role.title, role.end = title or role.title, until or role.end
        role.save(update_fields=["title", "end"])
    if to.warned_at:  # she is in use again: before she is erased one day, she is warned anew
        to.warned_at = None
        to.save(update_fields=["warned_at"])
    permission.forget(to)
    return role


@transaction.atomic
def end(role: Role, *, by: Person | None, why: str = "", on: date | None = None) -> Role:
    """End a role: yesterday was its last day, or `on`. What was done in it stays with the organisation.

    One that begins today or later has no day behind it: the row goes, and the log tells that it was there. When nobody
    is left in a municipality, its county is told. Error: it is the last administrator ("last-administrator").
    """
    _check_administrator(role)
    role.end = on or timezone.localdate() - timedelta(days=1)
    _log_ended(role, by, why)
    if role.start and role.end < role.start:
        role.delete()
    else:
        role.save(update_fields=["end"])
    permission.forget(role.person)
    leaving.look(role.organisation)
    return role


@transaction.atomic
def end_all(person: Person, *, by: Person | None, why: str = "") -> None:
    """End every role the person has or shall have: before the person is erased."""
    for role in _standing().filter(person=person).select_related("organisation", "person"):
        end(role, by=by, why=why)


def contacts_at(organisation: Organisation) -> QuerySet[Role]:
    """The contact persons of today, those who have been it longest first."""
    return Role.objects.now().contacts().filter(organisation=organisation).select_related("person").order_by("start")


def people_at(organisation: Organisation, kinds: Collection[RoleKind] = ()) -> list[Person]:
    """Everyone with a role there today (one of `kinds`, or any), each once, by name."""
    roles = Role.objects.now().filter(organisation=organisation)
    if kinds:
        roles = roles.filter(code__in=[kind.code for kind in kinds])
    return list(Person.objects.filter(pk__in=roles.values("person")).order_by("name", "pk"))


def counties_of(municipality: Organisation) -> list[Organisation]:
    """The county that the municipality lies in today."""
    return list(Organisation.objects.filter(pk__in=permission.counties_of(municipality.pk)))


def is_last_administrator(role: Role) -> bool:
    """Whether nobody else is administrator without an end."""
    others = Role.objects.now().filter(code=ADMINISTRATOR.code, end__isnull=True).exclude(person=role.person_id)
    return role.kind is ADMINISTRATOR and not others.exists()


def _standing() -> QuerySet[Role]:
    """In force today or later."""
    return Role.objects.filter(Q(end__isnull=True) | Q(end__gte=timezone.localdate()))


def _held(kind: RoleKind, person: Person, at: Organisation | None) -> Role | None:
    """Whoever gives the same person a role at the same moment waits here, so that nobody has one twice."""
    list(Person.objects.select_for_update().filter(pk=person.pk).values_list("pk"))
    return _standing().select_for_update(of=("self",)).filter(person=person, organisation=at, code=kind.code).first()


def _check_period(start: date, until: date | None) -> None:
    if until and until < start:
        raise Problem(
            "role-backwards",
            "The role would end before it begins.",
            f"The first day is {start}, the last {until}.",
            "Choose a later last day.",
        )


def _check_administrator(role: Role) -> None:
    """Two who end each other's role at the same moment come one after the other: the second is refused."""
    if role.kind is ADMINISTRATOR:
        list(Role.objects.select_for_update().filter(code=ADMINISTRATOR.code).order_by("pk").values_list("pk"))
    if is_last_administrator(role):
        raise Problem(
            "last-administrator",
            "The last administrator cannot be taken away.",
            "Nobody could give roles any more.",
            "Make somebody else administrator first, without a last day.",
        )


def _log_given(role: Role, by: Person | None) -> None:
    text = _("{who} fikk rollen {role} ved {organisation}.") if role.organisation else _("{who} fikk rollen {role}.")
    _log("role-given", text, role, by)


def _log_ended(role: Role, by: Person | None, why: str) -> None:
    text = (
        _("{who} har ikke lenger rollen {role} ved {organisation}.")
        if role.organisation
        else _("{who} har ikke lenger rollen {role}.")
    )
    _log("role-ended", text, role, by, why)


def _log(act: str, text: str | Promise, role: Role, by: Person | None, why: str = "") -> None:
    log.write(
        act,
        text,
        by=by,
        about=role,
        place=role.organisation_id or "",
        why=why,
        who=role.person,
        role=role.kind.code.label,
        organisation=role.organisation or "",
    )
