"""Being in a workspace: saying yes or no on the site, another part in it, leaving, and being taken out."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, questions
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations.permission import held_by
from vardevei.organisations.roles import CONTACT
from vardevei.workspaces import rules
from vardevei.workspaces.domain import asking, leads
from vardevei.workspaces.enums import MemberState, Part
from vardevei.workspaces.models import Member, Workspace


def of(workspace: Workspace) -> QuerySet[Member]:
    """Everyone who is in, has been asked, or said no; not those who have left."""
    those = workspace.members.exclude(state=MemberState.LEFT)
    return those.select_related("person", "organisation", "workspace").order_by("part", "pk")


def answerable(person: Person | None, workspace: Workspace) -> Member | None:
    """What the person has been asked here and may answer, for herself or as her municipality's contact."""
    if person is None:
        return None
    asked = workspace.members.asked().select_related("person", "organisation", "workspace__owner")
    return next((one for one in asked if answers_for(person, one)), None)


@transaction.atomic
def accept(member: Member, *, by: Person) -> None:
    """Say yes on the site."""
    _must_be_asked(member, by)
    asking.answer(member, questions.YES, by=by)
    _log("workspace-joined", _("{who} ble med i arbeidsrommet «{title}»."), member, by)


@transaction.atomic
def decline(member: Member, *, by: Person) -> None:
    """Say no on the site."""
    _must_be_asked(member, by)
    asking.answer(member, questions.NO, by=by)
    _log("workspace-declined", _("{who} sa nei til arbeidsrommet «{title}»."), member, by)


@transaction.atomic
def change_part(member: Member, part: Part | str, *, by: Person) -> None:
    """Let a person lead it, or lead it no more."""
    rules.must(by, rules.RUN, member.workspace)
    if member.part == part or not member.named:
        return
    leads.must_remain(member)
    member.part = Part(part)
    member.save(update_fields=["part"])
    lead, plain = _("{who} leder nå arbeidsrommet «{title}»."), _("{who} er nå deltaker i arbeidsrommet «{title}».")
    _log("workspace-part", lead if part == Part.LEAD else plain, member, by)


@transaction.atomic
def leave(member: Member, *, by: Person) -> None:
    """Go out of it by oneself, or take one's own municipality out."""
    if not answers_for(by, member):
        raise _not_yours()
    _out(member)
    _log("workspace-left", _("{who} gikk ut av arbeidsrommet «{title}»."), member, by)


@transaction.atomic
def remove(member: Member, *, by: Person) -> None:
    """Take somebody out, or take an invitation back. What the person has written stays."""
    rules.must(by, rules.RUN, member.workspace)
    _out(member)
    _log("workspace-removed", _("{who} ble tatt ut av arbeidsrommet «{title}»."), member, by)


def leave_all(person: Person, *, by: Person | None, why: str = "") -> None:
    """Before a person is erased: in no workspace any longer. The rows stay, so that the counts of earlier are right."""
    for member in Member.objects.filter(person=person).exclude(state=MemberState.LEFT):
        _end(member)


def _out(member: Member) -> None:
    leads.must_remain(member)
    _end(member)


def _end(member: Member) -> None:
    asking.close(member)
    member.state, member.left_at = MemberState.LEFT, timezone.now()
    member.save(update_fields=["state", "left_at"])


def answers_for(person: Person, member: Member) -> bool:
    """Whether the person speaks for the member: herself, or the municipality she is a contact for."""
    if member.named:
        return member.person_id == person.pk
    return any(held.kind is CONTACT and held.organisation == member.organisation_id for held in held_by(person))


def _must_be_asked(member: Member, by: Person) -> None:
    if not answers_for(by, member):
        raise _not_yours()
    if member.state != MemberState.INVITED:
        raise Problem(
            "workspace-not-asked",
            "There is no invitation to answer.",
            "It has been answered, or taken back.",
            "Ask somebody who leads the workspace if you want to be in it.",
        )


def _not_yours() -> Problem:
    return Problem(
        "workspace-not-yours",
        "You cannot answer for others.",
        "A person answers for herself, and a contact for her municipality.",
        "Sign in as the one who was asked.",
    )


def _log(act: str, text: str | Promise, member: Member, by: Person) -> None:
    who = member.person or member.organisation
    place = asking.place_of(member)
    log.write(act, text, by=by, about=member.workspace, place=place, who=who, title=member.workspace.title)
