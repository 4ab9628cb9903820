"""Who is called to a meeting, and who came."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import people
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations.domain import roles
from vardevei.organisations.models import Organisation
from vardevei.workspaces import rules
from vardevei.workspaces.domain import meetings
from vardevei.workspaces.enums import Visibility
from vardevei.workspaces.models import Attendee, Meeting, Workspace


def members_of(workspace: Workspace) -> list[tuple[Person, Organisation | None]]:
    """Each person in the workspace once, by name, and for whom. In a room for named people, only those named."""
    found: dict[Person, Organisation | None] = {}
    members = workspace.members.now().select_related("person", "organisation")
    for member in sorted(members, key=lambda one: one.person_id is None):
        if member.person and member.person.erased_at is None:
            found.setdefault(member.person, member.organisation)
        elif not member.named and member.organisation and workspace.visibility != Visibility.NAMED:
            for person in roles.people_at(member.organisation):
                found.setdefault(person, member.organisation)
    return sorted(found.items(), key=lambda pair: (str(pair[0]), pair[0].pk))


@transaction.atomic
def call_in(
    meeting: Meeting, *, name: str = "", email: str = "", organisation: Organisation | None = None, by: Person
) -> Attendee:
    """Call in somebody who is not a member. Without an address, the name alone is on the list."""
    rules.must_write_minutes(by, meeting)
    meetings.must_be_open(meeting)
    if not (name.strip() or email.strip()):
        raise Problem("attendee-nobody", "Nobody was named.", "It takes a name or an address.", "Write one of them.")
    person = people.find_or_make(email, name) if email.strip() else None
    there = Attendee.objects.filter(meeting=meeting, person=person).first() if person else None
    return there or Attendee.objects.create(
        meeting=meeting, person=person, name="" if person else name.strip(), organisation=organisation
    )


@transaction.atomic
def mark(meeting: Meeting, *, came: Collection[str], by: Person) -> None:
    """Who came; the others on the list did not. `came` are the codes that `listed` gives: the members are put on the
    list by this, as they are now."""
    rules.must_write_minutes(by, meeting)
    meetings.must_be_open(meeting)
    _put_on_the_list(meeting)
    for attendee in meeting.attendees.all():
        there = f"a{attendee.pk}" in came or f"p{attendee.person_id}" in came
        Attendee.objects.filter(pk=attendee.pk).update(came=there)
    n = meeting.attendees.filter(came=True).count()
    meetings.say("attendance-marked", _("Oppmøtet på «{title}» ble ført: {n} kom."), meeting, by, n=n)


def listed(meeting: Meeting) -> list[tuple[str, Attendee]]:
    """Everyone called to the meeting, by name, each with a code: those on the list, and the members who are not yet."""
    there = list(meeting.attendees.select_related("person", "organisation"))
    known = {one.person_id for one in there}
    new = [
        Attendee(meeting=meeting, person=person, organisation=at)
        for person, at in members_of(meeting.workspace)
        if person.pk not in known
    ]
    found = [(f"a{one.pk}" if one.pk else f"p{one.person_id}", one) for one in [*there, *new]]
    return sorted(found, key=lambda pair: str(pair[1]).casefold())


def _put_on_the_list(meeting: Meeting) -> None:
    Attendee.objects.bulk_create(one for _code, one in listed(meeting) if not one.pk)


@transaction.atomic
def take_off(attendee: Attendee, *, by: Person) -> None:
    """Somebody who was put on the list by mistake."""
    rules.must_write_minutes(by, attendee.meeting)
    meetings.must_be_open(attendee.meeting)
    attendee.delete()


def called(meeting: Meeting) -> list[tuple[Person, Organisation | None]]:
    """Whom letters about the meeting go to: the members, and those called in by name, each once."""
    extra = meeting.attendees.filter(person__isnull=False, person__erased_at__isnull=True)
    found = dict(members_of(meeting.workspace))
    for attendee in extra.select_related("person", "organisation"):
        assert attendee.person is not None
        found.setdefault(attendee.person, attendee.organisation)
    return sorted(found.items(), key=lambda pair: (str(pair[0]), pair[0].pk))
