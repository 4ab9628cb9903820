"""Inviting to a workspace: one person by address, or many municipalities; and reminding those who are silent."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from vardevei.core.domain import log, people
from vardevei.core.models import Person
from vardevei.core.waiting import Waiting
from vardevei.opendata.problem import Problem
from vardevei.organisations.models import Organisation
from vardevei.workspaces import rules
from vardevei.workspaces.domain import asking
from vardevei.workspaces.enums import MemberState, Part, Visibility
from vardevei.workspaces.models import Member, Workspace

SILENT_FOR = timedelta(days=7)


@dataclass(slots=True)
class Invited:
    """What came of inviting many: those invited now, those who were in or asked already, those nobody can write to."""

    members: list[Member] = field(default_factory=list)
    already: list[Organisation] = field(default_factory=list)
    unreachable: list[Organisation] = field(default_factory=list)


@transaction.atomic
def person(
    workspace: Workspace,
    email: str,
    *,
    by: Person,
    name: str = "",
    organisation: Organisation | None = None,
    part: Part | str = Part.MEMBER,
) -> Member:
    """Ask one person by letter. Whoever said no or left may be asked again; whoever is in is not asked."""
    rules.must(by, rules.RUN, workspace)
    invited = _invite(workspace, by, person=people.find_or_make(email, name), organisation=organisation, part=part)
    if invited is None:
        raise Problem(
            "workspace-member-already",
            f"{email} is in the workspace already, or has been asked.",
            "Nobody is asked twice at the same time.",
            "Remind those who have not answered, on the page of who is in it.",
            name=email,
        )
    return invited


@transaction.atomic
def municipalities(workspace: Workspace, chosen: Iterable[Organisation], *, by: Person) -> Invited:
    """Ask each municipality through its contacts; one yes brings it in, with all who work there.

    Where only those who are named may see it, each contact is asked by name instead.
    """
    rules.must(by, rules.RUN, workspace)
    told = Invited()
    for one in chosen:
        contacts = list(asking.receivers(Member(organisation=one)))
        if not contacts:
            told.unreachable.append(one)
            continue
        found = list(_of_one(workspace, one, contacts, by))
        told.members += found
        if not found:
            told.already.append(one)
    return told


def _of_one(workspace: Workspace, one: Organisation, contacts: list[Person], by: Person) -> Iterator[Member]:
    named = workspace.visibility == Visibility.NAMED
    for contact in contacts if named else [None]:
        invited = _invite(workspace, by, person=contact, organisation=one)
        if invited is not None:
            yield invited


def _invite(
    workspace: Workspace,
    by: Person,
    *,
    person: Person | None,
    organisation: Organisation | None,
    part: Part | str = Part.MEMBER,
) -> Member | None:
    """The member asked; none when there already."""
    whose = {"person": person, "named": True} if person else {"organisation": organisation, "named": False}
    member, new = Member.objects.get_or_create(
        workspace=workspace, **whose, defaults={"state": MemberState.INVITED, "added_by": by}
    )
    if not new and member.state in (MemberState.IN, MemberState.INVITED):
        return None
    asking.close(member)
    member.organisation, member.part, member.state = organisation, Part(part), MemberState.INVITED
    member.added_at, member.added_by = timezone.now(), by
    member.reminded_at = member.answered_at = member.left_at = None
    member.save()
    asking.post(member, by=by)
    text = _("{who} ble invitert til arbeidsrommet «{title}».")
    who: object = person or organisation
    place = asking.place_of(member)
    log.write("workspace-invited", text, by=by, about=workspace, place=place, who=who, title=workspace.title)
    return member


def silent(workspace: Workspace) -> list[Member]:
    """Those who have not answered, and who have not got a letter today."""
    day = timezone.localdate()
    asked = workspace.members.asked().select_related("person", "organisation", "workspace__owner")
    return [member for member in asked if timezone.localdate(member.reminded_at or member.added_at) < day]


@transaction.atomic
def remind(workspace: Workspace, *, by: Person) -> int:
    """One more letter to those who have not answered, at most one a day; how many members."""
    rules.must(by, rules.RUN, workspace)
    reminded = [one for one in silent(workspace) if asking.post(one, by=by, code="workspace-reminder")]
    Member.objects.filter(pk__in=[one.pk for one in reminded]).update(reminded_at=timezone.now())
    if reminded:
        text = _("{n} ble minnet om invitasjonen til arbeidsrommet «{title}».")
        place = "" if workspace.visibility == Visibility.NAMED else workspace.owner_id
        title, n = workspace.title, len(reminded)
        log.write("workspace-reminded", text, by=by, about=workspace, place=place, title=title, n=n)
    return len(reminded)


def waiting_for(person: Person) -> Iterator[Waiting]:
    """For those who lead a workspace: who has been silent for a week. Those who are asked have the question itself."""
    lead = Member.objects.now().filter(person=person, part=Part.LEAD, workspace__archived_at__isnull=True)
    for workspace in Workspace.objects.filter(pk__in=lead.values("workspace")):
        old = timezone.now() - SILENT_FOR
        asked = [one.reminded_at or one.added_at for one in workspace.members.asked()]
        late = [at for at in asked if at < old]
        if late:
            said = ngettext(
                "{n} har ikke svart på invitasjonen til «{title}».",
                "{n} har ikke svart på invitasjonen til «{title}».",
                len(late),
            ).format(n=len(late), title=workspace.title)
            since = timezone.localdate(min(late))
            yield Waiting("workspace-silent", said, str(workspace.pk), workspace.owner_id, since=since)


def unreachable(places: Iterable[Organisation]) -> set[str]:
    """Ids of those without a contact who can be written to."""
    return {one.pk for one in places if not list(asking.receivers(Member(organisation=one)))}
