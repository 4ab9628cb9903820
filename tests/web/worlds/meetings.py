from datetime import timedelta

from django.utils import timezone

from tests.web.worlds import each
from vardevei.workspaces.domain import agenda, meeting_people, meetings, resolutions

OF_MEETING = (
    "",
    "-change",
    "-arrange",
    "-remove",
    "-hold",
    "-minutes",
    "-minutes-now",
    "-approve",
    "-add",
    "-people",
    "-came",
    "-take-off",
    "-send-agenda",
    "-send-minutes",
    "-document",
)
OF_ITEM = ("", "-move", "-remove", "-take-on", "-decline", "-resolution", "-followup")


def values(made, workspace) -> dict[str, object]:
    """A meeting that Indre Fosen is called to, with an item and a resolution."""
    by = made.adviser
    meeting = meetings.call(workspace, title="Hemmelig møte", starts_at=timezone.now() + timedelta(days=2), by=by)
    item = agenda.add(meeting, title="Hemmelig sak", by=by)
    resolution = resolutions.pass_(item, text="Hemmelig vedtak", by=by)
    guest = meeting_people.call_in(meeting, name="Gro Gjest", by=by)
    return {
        **each(("workspace-meetings", "meeting-new", "workspace-resolutions"), "key", workspace.pk),
        **each((f"meeting{part}" for part in OF_MEETING), "key", meeting.pk),
        **each((*(f"agenda-item{part}" for part in OF_ITEM),), "key", item.pk),
        "agenda-item-new.key": meeting.pk,
        "resolution.key": resolution.pk,
        "meeting-take-off.attendee": guest.pk,
        **each(("meeting-papers", "meeting-papers-document"), "token", meeting.key),
        **each(("meeting-document", "meeting-papers-document"), "what", "saksliste"),
        **each(("meeting-document", "meeting-papers-document"), "kind", "pdf"),
    }
