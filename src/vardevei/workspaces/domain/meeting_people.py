"""Who is called to a meeting: members of its workspace, those called in by name, and those signed up to its event."""

from django.db import transaction

from vardevei.core.domain import people
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations.domain import roles
from vardevei.organisations.models import Organisation
from vardevei.workspaces import rules
from vardevei.workspaces.domain import meetings
from vardevei.workspaces.enums import Visibility
from vardevei.workspaces.models import Attendee, Meeting, SignUp, Workspace


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
def take_off(attendee: Attendee, *, by: Person) -> None:
    """Somebody who was put on the list by mistake."""
    rules.must_write_minutes(by, attendee.meeting)
    meetings.must_be_open(attendee.meeting)
    attendee.delete()


def called(meeting: Meeting) -> list[tuple[Person, Organisation | None]]:
    """Whom letters about the meeting go to: the members, those called in by name and those signed up, each once."""
    extra = meeting.attendees.filter(person__isnull=False, person__erased_at__isnull=True)
    found = dict(members_of(meeting.workspace))
    for attendee in extra.select_related("person", "organisation"):
        assert attendee.person is not None
        found.setdefault(attendee.person, attendee.organisation)
    for sign_up in signed_up(meeting):
        if sign_up.person and sign_up.person.erased_at is None:
            found.setdefault(sign_up.person, sign_up.organisation)
    return sorted(found.items(), key=lambda pair: (str(pair[0]), pair[0].pk))


def signed_up(meeting: Meeting) -> list[SignUp]:
    """Those who come to the meeting's event, once it is published: who wait or have said no are not among them."""
    if meeting.event is None or not meeting.event.published:
        return []
    return list(meeting.event.sign_ups.coming().select_related("person", "organisation", "event__workspace"))
