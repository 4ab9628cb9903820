"""What waits for people with meetings: minutes to approve, items to be ready with, proposals to answer."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.core.waiting import Waiting
from vardevei.workspaces import rules
from vardevei.workspaces.enums import MeetingState
from vardevei.workspaces.models import AgendaItem, Meeting
from vardevei.workspaces.models.meeting import MeetingQuerySet

SOON = timedelta(days=14)


def waiting_for(person: Person) -> Iterator[Waiting]:
    """Minutes to be finished, items to be ready with, proposals to be answered."""
    yield from _minutes(person)
    yield from _items(person)
    yield from _proposals(person)


def _minutes(person: Person) -> Iterator[Waiting]:
    """For the one who leads the meeting and the one who writes, from when it has begun until it is approved."""
    mine = _active().filter(Q(chair=person) | Q(minute_taker=person)).exclude(state=MeetingState.APPROVED)
    begun = Q(starts_at__lt=timezone.now(), event=None) | Q(event__starts_at__lt=timezone.now())
    for meeting in mine.filter(Q(state=MeetingState.HELD) | begun):
        if rules.may_write_minutes(person, meeting):
            said = _("Referatet fra {title} er ikke godkjent").format(title=meeting.title)
            yield _waits("minutes", said, meeting)


def _items(person: Person) -> Iterator[Waiting]:
    """An item to lay before a meeting that comes soon."""
    now = timezone.now()
    coming = [one for one in _active().to_come() if one.begins and now <= one.begins <= now + SOON]
    for item in (
        AgendaItem.objects.on()
        .filter(responsible=person, meeting__in=[one.pk for one in coming])
        .select_related("meeting")
    ):
        meeting = next(one for one in coming if one.pk == item.meeting_id)
        if rules.may(person, rules.SEE, meeting.workspace):
            said = _("Din sak på {title}: {item}").format(title=meeting.title, item=item.title)
            yield _waits("agenda-item", said, meeting, due=timezone.localdate(meeting.begins))


def _proposals(person: Person) -> Iterator[Waiting]:
    """Proposed items, for those who lead the workspace as members of it."""
    proposed = AgendaItem.objects.proposed().values("meeting")
    for meeting in _active().to_come().filter(pk__in=proposed, workspace__in=rules.mine(person)):
        if rules.may(person, rules.RUN, meeting.workspace):
            said = _("Saker er foreslått til {title}").format(title=meeting.title)
            yield _waits("agenda-proposals", said, meeting)


def _active() -> MeetingQuerySet:
    """In workspaces that are not archived."""
    return Meeting.objects.timed().filter(workspace__archived_at__isnull=True).select_related("workspace", "event")


def _waits(kind: str, sentence: str, meeting: Meeting, due: date | None = None) -> Waiting:
    since = timezone.localdate(meeting.begins if meeting.over else meeting.called_at)
    return Waiting(kind, sentence, str(meeting.pk), meeting.workspace.owner_id, since=since, due=due)
