"""Who came to a meeting. For those signed up to its event it is the sign-up that says so, and nothing else."""

from collections.abc import Collection, Iterable

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.workspaces import rules
from vardevei.workspaces.domain import attendance, meeting_people, meetings
from vardevei.workspaces.models import Attendee, Meeting, SignUp

OnList = Attendee | SignUp


def listed(meeting: Meeting) -> list[tuple[str, OnList]]:
    """Everyone expected, by name, each with a code: those signed up, those called in, and the other members."""
    signed_up = meeting_people.signed_up(meeting)
    called = _without(meeting.attendees.select_related("person", "organisation"), signed_up)
    known = {one.person_id for one in signed_up} | {one.person_id for one in called}
    new = [
        Attendee(meeting=meeting, person=person, organisation=at)
        for person, at in meeting_people.members_of(meeting.workspace)
        if person.pk not in known
    ]
    return [(_code(one), one) for one in _by_name([*signed_up, *called, *new])]


def recorded(meeting: Meeting) -> list[OnList]:
    """Those of whom it is said whether they came, by name."""
    signed_up = meeting_people.signed_up(meeting)
    called = _without(meeting.attendees.select_related("person", "organisation"), signed_up)
    return [one for one in _by_name([*signed_up, *called]) if one.came is not None]


@transaction.atomic
def mark(meeting: Meeting, *, came: Collection[str], shown: Collection[str] | None = None, by: Person) -> None:
    """Who came; the others on the list did not. `came` and `shown` are codes that `listed` gives. Nothing is said of
    those who were not `shown`: somebody may have signed in at the door since."""
    rules.must_write_minutes(by, meeting)
    meetings.must_be_open(meeting)
    for code, one in listed(meeting):
        codes = {code, f"p{one.person_id}"}  # she may have been put on the list since
        if shown is None or not codes.isdisjoint(shown):
            _mark(meeting, one, not codes.isdisjoint(came), by)
    n = sum(bool(one.came) for one in recorded(meeting))
    meetings.say("attendance-marked", _("Oppmøtet på «{title}» ble ført: {n} kom."), meeting, by, n=n)


def _mark(meeting: Meeting, one: OnList, came: bool, by: Person) -> None:
    """A known person who came without signing up is put among those signed up; a member who did neither is not away."""
    signs_up = meeting.event if meeting.event and meeting.event.published else None
    if isinstance(one, SignUp):
        attendance.note(one, came)
    elif signs_up and came and one.person:
        attendance.put_in(signs_up, one.person, name=str(one), organisation=one.organisation, by=by)
    elif one.came != came and (one.pk or not signs_up):
        one.came = came
        one.save()


def _without(attendees: Iterable[Attendee], signed_up: list[SignUp]) -> list[Attendee]:
    """Nobody is on the list twice."""
    there = {one.person_id for one in signed_up if one.person_id}
    return [one for one in attendees if one.person_id not in there]


def _by_name(those: Iterable[OnList]) -> list[OnList]:
    return sorted(those, key=lambda one: str(one).casefold())


def _code(one: OnList) -> str:
    if isinstance(one, SignUp):
        return f"s{one.pk}"
    return f"a{one.pk}" if one.pk else f"p{one.person_id}"
