"""Giving and ending roles."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.organisations import permission
from vardevei.organisations.models import Organisation, Role
from vardevei.organisations.roles import RoleKind


@transaction.atomic
def give(
    kind: RoleKind,
    *,
    to: Person,
    at: Organisation | None = None,
    by: Person | None,
    title: str = "",
    since: date | None = None,
) -> Role:
    """Give a person a role from a day (today when not said). One she has already is kept, with the new title."""
    role, new = Role.objects.get_or_create(
        person=to,
        organisation=at,
        code=kind.code,
        end=None,
        defaults={"title": title, "start": since or timezone.localdate(), "given_by": by},
    )
    if new:
        log.write(
            "role-given",
            _("{who} fikk rollen {role} ved {organisation}.") if at else _("{who} fikk rollen {role}."),
            by=by,
            about=role,
            place=at.pk if at else "",
            who=to,
            role=kind.code.label,
            organisation=at or "",
        )
    elif title and title != role.title:
        role.title = title
        role.save(update_fields=["title"])
    permission.forget(to)
    return role


@transaction.atomic
def end(role: Role, *, by: Person | None, why: str = "", on: date | None = None) -> Role:
    """End a role: yesterday was its last day, or `on`. What was done in it stays with the organisation.

    One that begins today or later has no day behind it: the row goes, and the log tells that it was there.
    """
    role.end = on or timezone.localdate() - timedelta(days=1)
    log.write(
        "role-ended",
        _("{who} har ikke lenger rollen {role} ved {organisation}.")
        if role.organisation
        else _("{who} har ikke lenger rollen {role}."),
        by=by,
        about=role,
        place=role.organisation_id or "",
        why=why,
        who=role.person,
        role=role.kind.code.label,
        organisation=role.organisation or "",
    )
    if role.start and role.end < role.start:
        role.delete()
    else:
        role.save(update_fields=["end"])
    permission.forget(role.person)
    return role


def contacts_at(organisation: Organisation) -> QuerySet[Role]:
    """The contact persons of today, those who have been it longest first."""
    return Role.objects.now().contacts().filter(organisation=organisation).select_related("person").order_by("start")
