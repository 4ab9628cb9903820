"""Staff roles, as the administrator gives them: at once to somebody with an account, by invitation to others."""

from datetime import date
from typing import Any

from django.db import transaction

from vardevei.core.domain import letters
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations import rules
from vardevei.organisations.domain import invitations, language, roles
from vardevei.organisations.models import Organisation, Role
from vardevei.organisations.roles import RoleKind


@transaction.atomic
def offer(
    email: str, kind: RoleKind, at: Organisation | None, *, by: Person, name: str = "", until: date | None = None
) -> Role | None:
    """The role, when the address has an account; else None, and an invitation is sent: nobody gets a staff role by
    an address that nobody has answered from."""
    rules.must(by, rules.GIVE_ROLES)
    known = Person.objects.filter(email=email.strip().lower()).first()
    if known and known.made_up:
        raise Problem(
            "made-up-person",
            f"{known} is made up.",
            "Made-up people are never asked for a code, so they get no role but those of the demonstration.",
            "Use the address of a real person.",
            name=str(known),
        )
    if known is None or not invitations.has_account(known):
        invitations.send(email, kind, at, by=by, name=name, until=until)
        return None
    role = roles.give(kind, to=known, at=at, by=by, until=until)
    values: dict[str, Any] = {
        "role": kind.code.label,
        "meaning": kind.sentence,
        "organisation": at or "Vardevei",
        "link": "/min-side/",
    }
    letters.write("role-given", to=known, form=language.form_for(known, at), by=by, place=at.pk if at else "", **values)
    return role


@transaction.atomic
def end(role: Role, *, by: Person, why: str = "") -> None:
    """End a staff role."""
    rules.must(by, rules.GIVE_ROLES)
    roles.end(role, by=by, why=why)
