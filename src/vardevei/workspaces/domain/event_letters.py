"""Letters about an event to those who have signed up, each with the newest entry for the calendar."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from vardevei.core.domain import addresses, letters
from vardevei.core.enums import LanguageForm
from vardevei.core.models import Letter, Person
from vardevei.organisations.domain import language
from vardevei.workspaces.domain import attending, ical
from vardevei.workspaces.models import Event


def changed(before: Event, event: Event, *, by: Person) -> list[Letter]:
    """It has another time or another place: both are said."""
    return [_write("event-changed", event, guest, by, before=before) for guest in attending.who(event)]


def cancelled(event: Event, *, by: Person) -> list[Letter]:
    """It will not be held: one letter to each who is signed up or waits, with the entry taken out of the calendar."""
    return [_write("event-cancelled", event, guest, by) for guest in attending.who(event, waiting=True)]


def _write(code: str, event: Event, guest: attending.Guest, by: Person, before: Event | None = None) -> Letter:
    form = language.form_for(guest.person, event.workspace.owner)
    method: ical.Method = "CANCEL" if event.cancelled else "REQUEST"
    return letters.write(
        code,
        to=guest.person,
        form=form,
        by=by,
        about=event,
        place=event.workspace.owner_id,
        calendar=ical.entry(event, to=guest.person, online=True, method=method),
        link=event.path,
        my_link=guest.path,
        **told(event, form, before or event),
    )


def told(event: Event, form: LanguageForm | str, before: Event) -> dict[str, Any]:
    """What letters about an event say of it, and of what it was before."""
    with override(LanguageForm(form).value):
        return {
            "title": event.title,
            "when": when(event),
            "where": where(event),
            "when_before": when(before) if when(before) != when(event) else "",
            "where_before": where(before) if where(before) != where(event) else "",
            "why": event.why_cancelled,
            "owner": event.workspace.owner.body,
        }


def when(event: Event) -> str:
    """ "12. mai 2026 kl. 9.00–15.30", in the language in use; both days when they are two."""
    start, end = timezone.localtime(event.starts_at), timezone.localtime(event.ends_at)
    day, last = addresses.day(start.date()), addresses.day(end.date())
    begins, ends = _hour(event.starts_at), _hour(event.ends_at)
    if start.date() == end.date():
        return _("{day} kl. {begins}–{ends}").format(day=day, begins=begins, ends=ends)
    return _("{day} kl. {begins} til {last} kl. {ends}").format(day=day, begins=begins, last=last, ends=ends)


def where(event: Event, *, online: bool = True) -> str:
    """The place, and the address online when it may be told."""
    on_net = (event.online_address if online and event.online_address else _("På nett")) if event.online else ""
    return " / ".join(filter(None, [event.where, on_net]))


def _hour(at: datetime) -> str:
    english = get_language() == LanguageForm.ENGLISH
    return date_format(timezone.localtime(at), "H:i" if english else "G.i")
