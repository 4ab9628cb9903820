"""Who came: names tapped on a list, people added at the door, and the counts."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, people
from vardevei.core.models import Person
from vardevei.opendata import places
from vardevei.organisations.domain import lineage
from vardevei.organisations.models import Organisation
from vardevei.workspaces import rules
from vardevei.workspaces.domain import meetings
from vardevei.workspaces.enums import SignUpState
from vardevei.workspaces.models import Event, Meeting, SignUp


@dataclass(frozen=True, slots=True)
class Counts:
    """A municipality counts once however many come from it, on the map of today."""

    signed_up: int
    came: int
    waiting: int
    invited: int
    municipalities_signed_up: int
    municipalities_came: int


def counts(event: Event) -> Counts:
    """Also after the names are gone."""
    rows = list(event.sign_ups.values_list("state", "came", "organisation_id"))
    coming = [organisation for state, _came, organisation in rows if state == SignUpState.SIGNED_UP]
    came = [organisation for _state, here, organisation in rows if here]
    return Counts(
        signed_up=len(coming),
        came=len(came),
        waiting=sum(state in (SignUpState.WAITING, SignUpState.OFFERED) for state, _came, _organisation in rows),
        invited=sum(state == SignUpState.INVITED for state, _came, _organisation in rows),
        municipalities_signed_up=len(represented(coming)),
        municipalities_came=len(represented(came)),
    )


def represented(organisations: Iterable[str | None]) -> set[str]:
    """The municipalities of today that these are: Rissa and Leksvik are both Indre Fosen."""
    wanted = {pk for pk in organisations if pk}
    today = [place for place in places.on(timezone.localdate()) if place.kind == "municipality"]
    told = (
        lineage.of_each(today) if wanted - {place.id for place in today} else {place.id: [place.id] for place in today}
    )
    return {told[pk][0] for pk in wanted if pk in told}


@transaction.atomic
def mark(sign_up: SignUp, came: bool | None, *, by: Person) -> SignUp | None:
    """She came, or did not, or it is not known after all. A walk-in that is not known after all is gone: None."""
    rules.must(by, rules.RUN, sign_up.event.workspace)
    _must_be_open(sign_up.event)
    return note(sign_up, came)


def note(sign_up: SignUp, came: bool | None) -> SignUp | None:
    """The same for those who have asked who may: a meeting's list is ticked by whoever writes its minutes."""
    if sign_up.walk_in and not came:
        sign_up.delete()
        return None
    if sign_up.came != came:
        sign_up.came = came
        sign_up.save(update_fields=["came"])
    return sign_up


@transaction.atomic
def walk_in(
    event: Event,
    *,
    name: str,
    organisation: Organisation | None = None,
    organisation_name: str = "",
    email: str = "",
    by: Person,
) -> SignUp:
    """Somebody who came without having signed up. With an address, it is the one who may be on the list already."""
    rules.must(by, rules.RUN, event.workspace)
    _must_be_open(event)
    person = people.find_or_make(email, name) if email.strip() else None
    return put_in(event, person, name=name, organisation=organisation, organisation_name=organisation_name, by=by)


def put_in(
    event: Event,
    person: Person | None,
    *,
    name: str,
    organisation: Organisation | None = None,
    organisation_name: str = "",
    by: Person,
) -> SignUp:
    """The same for those who have asked who may."""
    found = SignUp.objects.filter(event=event, person=person).first() if person else _named(event, name, organisation)
    made = found or SignUp(event=event, person=person, name=name.strip(), walk_in=True, over_at=event.ends_at, by=by)
    made.organisation, made.organisation_name = organisation or made.organisation, organisation_name
    made.state, made.came = SignUpState.SIGNED_UP, True
    made.queued_at = made.offered_at = made.answer_by = None
    made.save()
    log.write(
        "walked-in",
        _("{who} kom på «{event}» uten å være påmeldt."),
        by=by,
        about=made,
        place=event.workspace.owner_id,
        who=person,
        event=event.title,
    )
    return made


def _must_be_open(event: Event) -> None:
    """When the event is a meeting's, who came stands in its minutes, and is locked with them."""
    if meeting := Meeting.objects.filter(event=event).first():
        meetings.must_be_open(meeting)


def _named(event: Event, name: str, organisation: Organisation | None) -> SignUp | None:
    """The same name from the same place added at the door twice is one."""
    return event.sign_ups.filter(walk_in=True, name=name.strip(), organisation=organisation).first()
