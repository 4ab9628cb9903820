"""Inviting people to an event by a letter that is answered with one press: comes, or does not come."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations.domain import language
from vardevei.organisations.models import Organisation, Role
from vardevei.workspaces import rules
from vardevei.workspaces.domain import sign_up_letters
from vardevei.workspaces.domain import sign_up_places as places
from vardevei.workspaces.enums import SignUpState
from vardevei.workspaces.models import Event, Member, Respondent, SignUp, Survey

Asked = tuple[Person, Organisation | None]
BETWEEN = timedelta(days=1)  # two reminders of the same


@transaction.atomic
def invite(event: Event, asked: Iterable[Asked], *, text: str = "", by: Person) -> int:
    """One letter to each who is not asked or signed up already; how many. "Kommer" in it signs up."""
    rules.must(by, rules.RUN, event.workspace)
    options = places.lock(event)
    if not places.goes_on(options.event):
        raise Problem(
            "event-not-ahead",
            "Nobody can be invited to this event now.",
            "It is not published, it has begun, or it is cancelled.",
            "Publish it first.",
        )
    known = set(event.sign_ups.values_list("person", flat=True))
    new = {person.pk: (person, at) for person, at in asked if person.pk not in known and person.written_to()}
    for person, at in new.values():
        sign_up_letters.invited(_asked(event, person, at), text=text, by=by)
    if new:
        log.write(
            "event-invited",
            _("{n} ble invitert til «{event}»."),
            by=by,
            about=event,
            place=event.workspace.owner_id,
            n=len(new),
            event=event.title,
        )
    return len(new)


@transaction.atomic
def remind(event: Event, *, by: Person) -> int:
    """A letter to those who have not answered, and to nobody else; how many. Not twice within a day."""
    rules.must(by, rules.RUN, event.workspace)
    places.lock(event)
    silent = list(unanswered(event))
    for sign_up in silent:
        _remind(sign_up, by)
    return len(silent)


def unanswered(event: Event) -> Iterable[SignUp]:
    """Those who can be reminded now."""
    lately = timezone.now() - BETWEEN
    silent = event.sign_ups.filter(state=SignUpState.INVITED, invited_at__lt=lately)
    return silent.filter(Q(reminded_at__isnull=True) | Q(reminded_at__lt=lately)).select_related("person")


def _remind(sign_up: SignUp, by: Person | None) -> None:
    sign_up.reminded_at = timezone.now()
    sign_up.save(update_fields=["reminded_at"])
    sign_up_letters.not_answered(sign_up, by=by)


def contacts_of(municipalities: Iterable[Organisation]) -> list[Asked]:
    """The contact persons of the municipalities."""
    roles = Role.objects.now().contacts().filter(organisation__in=list(municipalities))
    return [(role.person, role.organisation) for role in roles.select_related("person", "organisation")]


def members_of(event: Event) -> list[Asked]:
    """Those who are in the workspace by name, and the contacts of the organisations that are."""
    members = list(Member.objects.now().filter(workspace=event.workspace).select_related("person", "organisation"))
    named = [(member.person, member.organisation) for member in members if member.person]
    return named + contacts_of(member.organisation for member in members if member.organisation and not member.named)


def surveys_of(event: Event, by: Person) -> list[Survey]:
    """The owner's surveys whose answerers can be invited: somebody has answered, and under a name."""
    told = Respondent.objects.filter(answered=True, anonymous=False, person__isnull=False)
    found = Survey.objects.filter(workspace__owner=event.workspace.owner_id, pk__in=told.values("survey"))
    return [survey for survey in found.select_related("workspace") if rules.may(by, rules.RUN, survey.workspace)]


def answerers_of(survey: Survey) -> list[Asked]:
    """Those who have answered it, and nobody else."""
    told = Respondent.objects.filter(survey=survey, answered=True, anonymous=False).select_related(
        "person", "organisation"
    )
    return [(one.person, one.organisation) for one in told if one.person]


def _asked(event: Event, person: Person, at: Organisation | None) -> SignUp:
    now = timezone.now()
    return SignUp.objects.create(
        event=event,
        person=person,
        name=person.name,
        organisation=at,
        state=SignUpState.INVITED,
        invited_at=now,
        at=now,
        over_at=event.ends_at,
        form=language.form_for(person, at),
    )
