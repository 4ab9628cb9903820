"""Minutes: written item by item, approved, and then only added to."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, versioned
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.workspaces import rules
from vardevei.workspaces.domain import meetings
from vardevei.workspaces.models import Addition, AgendaItem, Meeting
from vardevei.workspaces.workflow import MEETING


@transaction.atomic
def write(item: AgendaItem, *, text: str, by: Person, version: int | None = None) -> AgendaItem:
    """What was said about one item, over the version that was seen. The other items are untouched."""
    rules.must_write_minutes(by, item.meeting)
    meetings.must_be_open(item.meeting)
    text = text.strip()
    if item.minutes == text:
        return item
    item.minutes, item.minutes_by, item.minutes_at = text, by, timezone.now()
    versioned.save(item, ["minutes", "minutes_by", "minutes_at"], version)
    log.write(
        "minutes-written",
        _("Referatet av «{item}» ble skrevet."),
        by=by,
        about=item,
        place=item.meeting.workspace.owner_id,
        item=item.title,
    )
    return item


@transaction.atomic
def approve(meeting: Meeting, *, by: Person) -> Meeting:
    """From now on the minutes are locked, with the agenda and the resolutions. Approved again, nothing changes."""
    if meeting.approved:
        return meeting
    if not meeting.over:
        meetings.hold(meeting, by=by)
    _must_say_something(meeting)
    meeting.approved_at, meeting.approved_by = timezone.now(), by
    meeting.save(update_fields=["approved_at", "approved_by"])  # with the state: the database wants both
    MEETING.step(meeting, "approve", by=by, place=meeting.workspace.owner_id, title=meeting.title)
    return meeting


@transaction.atomic
def add_to(meeting: Meeting, *, text: str, by: Person) -> Addition:
    """A correction to approved minutes: it stands under them, with its day and who wrote it."""
    rules.must_write_minutes(by, meeting)
    if not meeting.approved:
        raise Problem(
            "minutes-not-approved",
            "The minutes are not approved yet.",
            "They can still be changed.",
            "Change them instead of adding to them.",
        )
    addition = Addition.objects.create(meeting=meeting, text=text.strip(), by=by)
    meetings.say("minutes-added-to", _("Referatet fra «{title}» fikk et tillegg."), meeting, by)
    return addition


def _must_say_something(meeting: Meeting) -> None:
    items = meeting.items.on()
    if not items.exclude(minutes="").exists() and not items.filter(resolutions__isnull=False).exists():
        raise Problem(
            "minutes-empty",
            "There are no minutes to approve.",
            "Nothing is written about any item.",
            "Write what was said first.",
        )
