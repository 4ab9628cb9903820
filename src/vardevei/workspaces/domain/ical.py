"""Events as calendar programs read them (iCalendar): one for a letter or a download, or many as a feed."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from icalendar import Calendar, vCalAddress, vText
from icalendar import Event as Entry

from vardevei.core.domain import addresses, messages
from vardevei.core.models import Person
from vardevei.workspaces.models import Event

Method = Literal["PUBLISH", "REQUEST", "CANCEL"]
PRODUCT = "-//Vardevei//Vardevei//NO"
EVERY = timedelta(hours=4)


def entry(event: Event, *, to: Person | None = None, online: bool = False, method: Method = "PUBLISH") -> str:
    """One event: to save, or with `to` for the calendar of somebody who comes (REQUEST) or no longer does (CANCEL).

    `online` puts the online address in, for those who may have it.
    """
    calendar = _calendar(method)
    calendar.add_component(_entry(event, to=to, online=online, method=method))
    return _text(calendar)


def feed(events: Iterable[Event], name: str, *, with_online: Iterable[int] = ()) -> str:
    """Many events under a name, read again and again. `with_online`: keys of those whose online address goes along."""
    calendar, knows = _calendar("PUBLISH"), set(with_online)
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", EVERY)
    for event in events:
        calendar.add_component(_entry(event, online=event.pk in knows))
    return _text(calendar)


def _calendar(method: Method) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    return calendar


def _text(calendar: Calendar) -> str:
    """With the rules of the time zone, so that a program that has never heard of Oslo shows the right hour."""
    years = [entry.start.year for entry in calendar.events]
    if years:
        calendar.add_missing_timezones(date(min(years) - 1, 1, 1), date(max(years) + 2, 1, 1))
    return calendar.to_ical().decode()


def _entry(event: Event, *, online: bool, to: Person | None = None, method: Method = "PUBLISH") -> Entry:
    with override(event.language):
        made = Entry()
        made.add("uid", str(event.key))
        made.add("sequence", event.sequence)
        made.add("dtstamp", event.changed_at.astimezone(UTC))
        made.add("last-modified", event.changed_at.astimezone(UTC))
        made.add("dtstart", _when(event.starts_at))
        made.add("dtend", _when(event.ends_at))
        made.add("summary", _title(event))
        made.add("status", "CANCELLED" if event.cancelled or method == "CANCEL" else "CONFIRMED")
        _where(made, event, online or event.online_open)
        made.add("description", _description(event, online or event.online_open))
        made.add("url", addresses.absolute(event.path, event.language))
        if to is not None:
            _people(made, event, to)
    return made


def _when(at: datetime) -> datetime:
    """In local time; the hour that comes twice in October is told in UTC the second time."""
    local = timezone.localtime(at)
    return at.astimezone(UTC) if local.fold else local


def _title(event: Event) -> str:
    return _("Avlyst: {title}").format(title=event.title) if event.cancelled else event.title


def _where(made: Entry, event: Event, online: bool) -> None:
    address = event.online_address if event.online and online else ""
    place = [event.where, address or (_("På nett") if event.online else "")]
    if any(place):
        made.add("location", " / ".join(filter(None, place)))
    if address:
        made.add("conference", address, parameters={"VALUE": "URI", "FEATURE": "VIDEO"})


def _description(event: Event, online: bool) -> str:
    programme = [f"{timezone.localtime(block.starts_at):%H.%M} {block.title}" for block in event.blocks.all()]
    parts = [event.text, "\n".join(programme), event.online_address if event.online and online else ""]
    return "\n\n".join(part for part in [*parts, addresses.absolute(event.path, event.language)] if part)


def _people(made: Entry, event: Event, to: Person) -> None:
    """Who arranges it, and who has said yes: nobody is asked to answer in the calendar, that is done on the page."""
    organiser = vCalAddress(f"mailto:{messages.sender()}")
    organiser.params["CN"] = vText(event.workspace.owner.name)
    made.add("organizer", organiser)
    guest = vCalAddress(f"mailto:{messages.ascii_address(to.email or '')}")
    guest.params.update({"CN": vText(to.name or to.email or ""), "PARTSTAT": "ACCEPTED", "RSVP": "FALSE"})
    made.add("attendee", guest)
