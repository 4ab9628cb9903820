"""Deadlines as calendar programs read them. One that is moved keeps its name, so the program moves it too."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar
from icalendar import Event as Entry

from vardevei.core.domain import addresses
from vardevei.programmes.models import Call, Deadline

PRODUCT = "-//Vardevei//Vardevei//NO"
EVERY = timedelta(hours=12)


def feed(calls: Iterable[Call], name: str, form: str, *, remind: bool = False) -> str:
    """All the deadlines of the calls. Each call must come with its deadlines and changes."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", EVERY)
    for call in calls:
        deadlines = list(call.deadlines.all())
        for deadline in deadlines:
            calendar.add_component(_entry(call, deadline, len(deadlines), form, remind))
    return calendar.to_ical().decode()


def _entry(call: Call, deadline: Deadline, of: int, form: str, remind: bool) -> Entry:
    changes = list(call.changes.all())
    changed = max((change.seen_at for change in changes), default=call.first_seen_at)
    made = Entry()
    made.add("uid", f"{call.key}/{deadline.stage}@{_host()}")
    made.add("sequence", len(changes))
    made.add("dtstamp", changed.astimezone(UTC))
    made.add("last-modified", changed.astimezone(UTC))
    if deadline.whole_day:
        made.add("dtstart", deadline.on)
        made.add("dtend", deadline.on + timedelta(days=1))
    else:
        made.add("dtstart", _utc(deadline.at))
        made.add("dtend", _utc(deadline.at))
    made.add("summary", _title(call, deadline, of))
    made.add("description", "\n\n".join(filter(None, [call.programme_name, call.identifier, call.address])))
    made.add("url", addresses.absolute(f"/utlysninger/{call.key}/", form))
    made.add("status", "CANCELLED" if call.gone_at and deadline.at >= call.gone_at else "CONFIRMED")
    made.add("transp", "TRANSPARENT")
    if remind:
        made.add_component(_alarm())
    return made


def _title(call: Call, deadline: Deadline, of: int) -> str:
    if of == 1:
        return _("Frist: {title}").format(title=call.title)
    return _("Frist {number} av {of}: {title}").format(number=deadline.stage, of=of, title=call.title)


def _alarm() -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _("To uker igjen"))
    alarm.add("trigger", timedelta(days=-14))
    return alarm


def _utc(at: datetime) -> datetime:
    return at.astimezone(UTC)


def _host() -> str:
    return str(settings.VARDEVEI["address"]).partition("://")[2].partition("/")[0].partition(":")[0]
