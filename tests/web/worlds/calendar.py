from tests.web.worlds import each
from tests.workspaces.calendar.making import at
from vardevei.workspaces.domain import calendars, events, programmes

EVENT = ("event", "event-file", "event-change", "event-publish", "event-cancel", "event-copy", "event-discard")
PARTS = ("event-programme", "event-block", "event-block-remove", "event-organisers", "event-organiser-remove")


def values(made, workspace) -> dict[str, object]:
    """A draft, so that publishing and throwing away can be asked for; and the contact's own calendar address."""
    begins, ends = at("2027-05-12 09:00"), at("2027-05-12 15:00")
    event = events.begin(workspace, by=made.adviser, title="Seminar", starts_at=begins, ends_at=ends)
    block = programmes.add(event, title="Kaffe", starts_at=begins, by=made.adviser)
    organiser = programmes.add_organiser(event, name="Regionrådet", by=made.adviser)
    address = calendars.address_for(made.contact)
    return {
        **each(("workspace-calendar", "workspace-event-new", "workspace-calendar-subscribe"), "key", workspace.pk),
        **each(EVENT + PARTS, "pk", event.pk),
        **each(("event-block", "event-block-remove"), "block", block.pk),
        "event-organiser-remove.organiser": organiser.pk,
        "secret-calendar.secret": address.secret,
        "calendar-address-renew.pk": address.pk,
    }
