"""The letters of a sign-up: confirmed, waiting, offered, reminded. Each carries the links that need no account."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import override

from vardevei.core.domain import letters
from vardevei.core.models import Letter, Person
from vardevei.workspaces.domain import event_letters, ical
from vardevei.workspaces.domain import sign_up_keys as keys
from vardevei.workspaces.enums import SignUpState
from vardevei.workspaces.models import SignUp

CONFIRMED = {SignUpState.SIGNED_UP: "sign-up-confirmed", SignUpState.WAITING: "sign-up-waiting"}
IN_CALENDAR = {"sign-up-confirmed", "event-reminder"}
QUIET = timedelta(minutes=15)


def confirmed(sign_up: SignUp) -> Letter | None:
    """What came of the sign-up. Who did it for a colleague is said."""
    from vardevei.workspaces.domain import sign_up_places as places

    for_another = sign_up.by if sign_up.by_id and sign_up.by_id != sign_up.person_id else None
    return _write(CONFIRMED[SignUpState(sign_up.state)], sign_up, who=for_another, number=places.in_line(sign_up))


def once_more(sign_up: SignUp) -> Letter | None:
    """The links again, for whoever has lost them; not more often than now and then, whoever asks."""
    if sign_up.written_at and sign_up.written_at > timezone.now() - QUIET:
        return None
    return offered(sign_up) if sign_up.state == SignUpState.OFFERED else confirmed(sign_up)


def offered(sign_up: SignUp) -> Letter | None:
    """There is a place for her, until a time; one press says yes or no."""
    return _write("place-offered", sign_up, until=sign_up.answer_by)


def passed(sign_up: SignUp) -> Letter | None:
    """She did not answer in time, and can stand in line again."""
    return _write("place-passed", sign_up)


def withdrawn(sign_up: SignUp, *, by: Person | None) -> Letter | None:
    """She is no longer signed up, and may do it again."""
    return _write("sign-up-withdrawn", sign_up, by=by, organiser=by is not None and by != sign_up.person)


def invited(sign_up: SignUp, *, text: str, by: Person) -> Letter | None:
    """Will she come? One press says yes or no."""
    return _write("event-invitation", sign_up, by=by, text=text)


def not_answered(sign_up: SignUp, *, by: Person | None) -> Letter | None:
    """The same question once more."""
    return _write("event-invitation-reminder", sign_up, by=by)


def soon(sign_up: SignUp) -> Letter | None:
    """The event is near."""
    return _write("event-reminder", sign_up)


def told(sign_up: SignUp, *, subject: str, text: str, by: Person) -> Letter | None:
    """The organiser's own words."""
    return _write("event-letter", sign_up, by=by, subject=subject, text=text)


def _write(code: str, sign_up: SignUp, *, by: Person | None = None, **values: Any) -> Letter | None:
    """Nothing for one without an address."""
    person, event = sign_up.person, sign_up.event
    if person is None or person.written_to() is None:
        return None
    SignUp.objects.filter(pk=sign_up.pk).update(written_at=timezone.now())
    return letters.write(
        code,
        to=person,
        form=sign_up.form,
        by=by,
        about=sign_up,
        place=event.workspace.owner_id,
        calendar=_entry(code, sign_up),
        **_facts(sign_up),
        **values,
    )


def _facts(sign_up: SignUp) -> dict[str, Any]:
    """What each letter says of the event, and the links."""
    event = sign_up.event
    with override(sign_up.form):
        said = {"event": event.title, "when": event_letters.when(event), "where": _where(sign_up)}
    links = {"yes_link": "kommer", "no_link": "kommer-ikke", "link": ""}
    opened = {name: keys.path(sign_up, act) for name, act in links.items()}
    return {"greeting": sign_up.name, "owner": event.workspace.owner.body, **said, **opened}


def _where(sign_up: SignUp) -> str:
    """The address online is for those who have a place."""
    return event_letters.where(sign_up.event, online=_has_place(sign_up))


def _entry(code: str, sign_up: SignUp) -> str:
    """Into the calendar with a place, out of it when the place is given up."""
    if code == "sign-up-withdrawn":
        return ical.entry(sign_up.event, to=sign_up.person, method="CANCEL")
    if code not in IN_CALENDAR:
        return ""
    return ical.entry(sign_up.event, to=sign_up.person, online=True, method="REQUEST")


def _has_place(sign_up: SignUp) -> bool:
    return sign_up.state == SignUpState.SIGNED_UP
