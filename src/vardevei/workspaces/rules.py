"""Who may do what in a workspace. It follows from how one stands to it, and from who may see it.

rules.may(person, rules.RUN, workspace)      # the person may be None: a visitor
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.opendata import places
from vardevei.opendata.problem import Problem
from vardevei.organisations import permission
from vardevei.organisations.permission import Act, held_by
from vardevei.organisations.rules import ADVISERS
from vardevei.workspaces.enums import EventState, MemberState, Part, Standing, Visibility
from vardevei.workspaces.models import Event, Meeting, Member, SignUp, Workspace

BEGIN = Act("begin-workspace", _("lage arrangementer, spørreundersøkelser, møter og arbeidsrom for fylket."), ADVISERS)
ACTS = (BEGIN,)


@dataclass(frozen=True, slots=True)
class Inside:
    """Something that is done in a workspace. `sentence` completes "may …". `always`: also when it is archived."""

    code: str
    sentence: str | Promise
    may: frozenset[Standing]
    always: bool = False


_LEADS = frozenset({Standing.LEAD, Standing.COUNTY})
_ALL_IN = _LEADS | {Standing.MEMBER}

SEE = Inside("see-workspace", _("se arbeidsrommet og det som er i det."), _ALL_IN | {Standing.INVITED}, always=True)
SEE_PEOPLE = Inside("see-workspace-people", _("se hvem som er med i arbeidsrommet."), _ALL_IN, always=True)
TAKE_PART = Inside("take-part", _("skrive, legge inn filer og få oppfølginger i arbeidsrommet."), _ALL_IN)
RUN = Inside("run-workspace", _("lage og endre det som er i arbeidsrommet, og invitere til det."), _LEADS)
CLOSE = Inside(
    "close-workspace", _("arkivere arbeidsrommet, åpne det igjen og ta det ut i sin helhet."), _LEADS, always=True
)

INSIDE = (SEE, SEE_PEOPLE, TAKE_PART, RUN, CLOSE)
LED = Q(state=MemberState.IN, part=Part.LEAD, person__is_active=True, person__erased_at__isnull=True)


def may(person: Person | None, act: Inside, workspace: Workspace) -> bool:
    """Whether the person may do the act in this workspace now."""
    if workspace.archived and not act.always:
        return False
    if act is SEE and workspace.visibility == Visibility.OPEN:
        return True
    return not act.may.isdisjoint(standings(person, workspace))


def must(person: Person | None, act: Inside, workspace: Workspace) -> None:
    """The same as `may`, for verbs: raises when the answer is no."""
    if workspace.archived and not act.always:
        raise Problem(
            "workspace-archived",
            "This workspace is archived.",
            "An archived workspace can be read, and nothing in it is changed.",
            "Somebody who leads it can open it again.",
        )
    if not may(person, act, workspace):
        raise Problem(
            "not-allowed-in-workspace",
            "You may not do this.",
            f"It takes somebody who may {act.sentence}",
            "Ask somebody who leads the workspace.",
            act=act.sentence,
        )


def standings(person: Person | None, workspace: Workspace) -> set[Standing]:
    """How the person stands to it. In a workspace for named people only names count, as long as somebody leads it."""
    found = {Standing.ANYONE}
    if person is None or not person.pk or not person.is_active or person.erased_at:
        return found
    for member in _members(person, workspace):
        found.add(_standing(member))
    if permission.may(person, BEGIN, workspace.owner_id) and not (_is_for_names(workspace) and _is_led(workspace)):
        found.add(Standing.COUNTY)
    return found


def _is_for_names(workspace: Workspace) -> bool:
    return workspace.visibility == Visibility.NAMED


def _is_led(workspace: Workspace) -> bool:
    """By somebody who can still sign in: a workspace that nobody leads is the county's to take up."""
    return Member.objects.filter(LED, workspace=workspace).exists()


def visible_to(person: Person | None) -> QuerySet[Workspace]:
    """The workspaces that the person may see; a visitor sees the open ones."""
    return Workspace.objects.filter(Q(visibility=Visibility.OPEN) | _in_it(person))


def _in_it(person: Person | None) -> Q:
    """Those that are more to the person than to anyone, as `is_in` says of one."""
    if person is None or not person.pk:
        return Q(pk__in=[])
    counties = [county.pk for county in permission.counties(person, BEGIN)]
    led = Member.objects.filter(LED).values("workspace")
    own = Q(owner__in=counties) & (~Q(visibility=Visibility.NAMED) | ~Q(pk__in=led))
    return own | Q(pk__in=_of(person).values("workspace"))


def mine(person: Person) -> QuerySet[Workspace]:
    """Those the person is a member of, by name or through where she works."""
    return Workspace.objects.filter(pk__in=_of(person).values("workspace"))


def may_see_event(person: Person | None, event: Event) -> bool:
    """A draft is for those who make it; what is open is for anyone; the rest for those who are in, also where all may
    see the workspace."""
    if event.state == EventState.DRAFT:
        return may(person, CLOSE, event.workspace)
    return event.open or is_in(person, event.workspace) or _is_asked_to(person, event)


def is_in(person: Person | None, workspace: Workspace) -> bool:
    """Whether it is more to the person than to anyone: an open workspace is seen by all, and not all in it is."""
    return not SEE.may.isdisjoint(standings(person, workspace))


def _is_asked_to(person: Person | None, event: Event) -> bool:
    """Whether she is invited to this event, or has signed up to it."""
    return person is not None and bool(person.pk) and SignUp.objects.filter(event=event, person=person).exists()


def events_seen_by(person: Person | None) -> QuerySet[Event]:
    """The published and cancelled events that the person may see, of all workspaces."""
    asked = SignUp.objects.filter(person=person) if person and person.pk else SignUp.objects.none()
    within = Workspace.objects.filter(_in_it(person))
    seen = Q(open=True) | Q(workspace__in=within.values("pk")) | Q(pk__in=asked.values("event"))
    return Event.objects.shown().filter(seen)


def _of(person: Person) -> QuerySet[Member]:
    """The member rows that tell of a person: her own, and those of the organisations where she has a role."""
    through = Q(person__isnull=True, named=False, organisation__in=list(worked_at(person)))
    standing = Member.objects.filter(state__in=[MemberState.IN, MemberState.INVITED])
    return standing.filter(Q(person=person) | (through & ~Q(workspace__visibility=Visibility.NAMED)))


def _members(person: Person, workspace: Workspace) -> QuerySet[Member]:
    return _of(person).filter(workspace=workspace)


def _standing(member: Member) -> Standing:
    if member.state == MemberState.INVITED:
        return Standing.INVITED
    return Standing.LEAD if member.part == Part.LEAD else Standing.MEMBER


def worked_at(person: Person) -> Iterator[str]:
    """Ids of the organisations where she has a role, and of those they once were: Rissa's members are Indre Fosen's."""
    for held in held_by(person):
        if held.organisation:
            place = places.by_id(held.organisation)
            yield place.id
            yield from (older.id for older in places.all_places(place.kind) if _became(older, place))


def _became(older: places.Place, place: places.Place) -> bool:
    return any(step.after == place.id or _became(places.by_id(step.after), place) for step in places.successors(older))


def may_write_minutes(person: Person | None, meeting: Meeting) -> bool:
    """Those who run the workspace, and whoever leads the meeting or writes in it, when she is a member."""
    if may(person, RUN, meeting.workspace):
        return True
    mine = person is not None and person.pk in (meeting.chair_id, meeting.minute_taker_id)
    return mine and may(person, TAKE_PART, meeting.workspace)


def must_write_minutes(person: Person | None, meeting: Meeting) -> None:
    """The same, for verbs."""
    if not may_write_minutes(person, meeting):
        must(person, RUN, meeting.workspace)
