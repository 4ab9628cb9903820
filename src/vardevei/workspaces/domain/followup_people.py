"""Who can be given a follow-up in a workspace, and whom one waits for."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils import timezone

from vardevei.core.models import Person
from vardevei.core.waiting import Waiting
from vardevei.opendata.problem import Problem
from vardevei.organisations.domain import roles
from vardevei.organisations.models import Organisation, Role
from vardevei.organisations.roles import CONTACT, MEMBER
from vardevei.organisations.rules import ADVISERS
from vardevei.workspaces import rules
from vardevei.workspaces.enums import MemberState, Part, Visibility
from vardevei.workspaces.models import Attendee, FollowUp, Member, SignUp, Workspace


def organisations_of(workspace: Workspace) -> list[Organisation]:
    """Those that are in it, the owner first, then by number."""
    inside = Member.objects.filter(workspace=workspace, state=MemberState.IN, organisation__isnull=False)
    others = Organisation.objects.filter(pk__in=inside.values("organisation")).exclude(pk=workspace.owner_id)
    return [workspace.owner, *others.order_by("number")]


def people_of(workspace: Workspace) -> list[Person]:
    """Everybody who may be given something in it, by name."""
    inside = Member.objects.filter(workspace=workspace, state=MemberState.IN)
    found = Q(pk__in=inside.filter(person__isnull=False).values("person"))
    if workspace.visibility != Visibility.NAMED:
        at = inside.filter(person__isnull=True, named=False).values("organisation")
        here = Role.objects.now().filter(code__in=[CONTACT.code, MEMBER.code], organisation__in=at)
        staff = Role.objects.now().filter(code__in=[kind.code for kind in ADVISERS], organisation=workspace.owner_id)
        found |= Q(pk__in=here.values("person")) | Q(pk__in=staff.values("person"))
    return list(Person.objects.filter(found, erased_at__isnull=True).order_by("name", "pk"))


def may_be_given(workspace: Workspace) -> list[Person]:
    """Those in it, and those who are called to a meeting in it or have signed up to one: a meeting alone has no
    members. Who does not take part sees the follow-up, and nothing else of the workspace."""
    called = Attendee.objects.filter(meeting__workspace=workspace, person__isnull=False)
    coming = SignUp.objects.coming().filter(event__meeting__workspace=workspace, person__isnull=False)
    inside = [person.pk for person in people_of(workspace)]
    found = Q(pk__in=inside) | Q(pk__in=called.values("person")) | Q(pk__in=coming.values("person"))
    return list(Person.objects.filter(found, erased_at__isnull=True).order_by("name", "pk"))


def must_be_in(workspace: Workspace, who: Person | None, organisation: Organisation | None) -> None:
    """Only those in the room or at a meeting in it can be given something; nobody at all is refused too."""
    stranger = who is not None and who not in may_be_given(workspace)
    outside = organisation is not None and organisation not in organisations_of(workspace)
    if stranger or outside or (who is None and organisation is None):
        raise Problem(
            "followup-for-a-stranger",
            "This one cannot be given the follow-up.",
            "A follow-up belongs to somebody who is in the workspace.",
            "Choose one of those who are in it, or invite them first.",
        )


def receivers(followup: FollowUp) -> list[Person]:
    """Those a letter about it goes to: whoever has it, or the organisation's contacts. Only who can be reached."""
    at = followup.organisation
    found = [followup.who] if followup.who else [role.person for role in roles.contacts_at(at)] if at else []
    return [person for person in found if person.email and not person.bounced_at and not person.erased_at]


def waiting_for(person: Person) -> Iterator[Waiting]:
    """The person's own, those of the organisations where the person works, and those nobody has in what one leads."""
    led = Member.objects.filter(person=person, part=Part.LEAD, state=MemberState.IN).values("workspace")
    mine = Q(who=person) | Q(who__isnull=True, organisation__in=set(rules.worked_at(person)))
    nobodys = Q(who__isnull=True, organisation__isnull=True, workspace__in=led)
    for followup in FollowUp.objects.open().active().filter(mine | nobodys).select_related("workspace"):
        yield Waiting(
            kind="followup",
            sentence=f"{followup.workspace}: {followup.what}",
            about=str(followup.pk),
            place=followup.workspace.owner_id,
            since=timezone.localdate(followup.made_at),
            due=followup.due,
        )
