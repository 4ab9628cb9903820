"""What a municipality was asked to, and what came of it: one line for each survey, event and workspace.

reached.by(ids, person)      # only what the person may see; the newest first
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Max, QuerySet, When
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.core.translated import said
from vardevei.workspaces import rules
from vardevei.workspaces.enums import EventState, MemberState, SignUpState
from vardevei.workspaces.models import Event, Member, Respondent, SignUp, Survey, Workspace

SIGNED = (SignUpState.SIGNED_UP, SignUpState.WAITING, SignUpState.OFFERED)


@dataclass(frozen=True, slots=True)
class Line:
    """`about` is what it was; `outcome` says in words how the municipality stands to it."""

    day: date
    kind: str | Promise
    about: Survey | Event | Workspace
    title: str
    outcome: str | Promise


def by(ids: Collection[str], person: Person) -> list[Line]:
    """`ids` are those of the municipality and of what it was before. It counts once, however many were asked."""
    seen = rules.visible_to(person)
    lines = [*_surveys(ids, person, seen), *_events(ids, person), *_workspaces(ids, seen)]
    return sorted(lines, key=lambda line: line.day, reverse=True)


def _surveys(ids: Collection[str], person: Person, seen: QuerySet[Workspace]) -> Iterator[Line]:
    """Those asked by letter. Of an anonymous survey only that it was asked: not who has answered."""
    asked = Respondent.objects.invited().filter(organisation_id__in=ids, survey__workspace__in=seen)
    rows = asked.values("survey").annotate(day=Max("invited_at"), answered=Max(_once("answered")))
    surveys = Survey.objects.select_related("workspace").in_bulk([row["survey"] for row in rows])
    for row in rows:
        survey = surveys[row["survey"]]
        if not rules.may(person, rules.CLOSE, survey.workspace):  # who has answered is for those who lead
            continue
        outcome = _("anonym") if survey.anonymous else _("svarte") if row["answered"] else _("har ikke svart")
        title = said(survey.title, get_language() or "nb", survey.original)
        yield Line(timezone.localdate(row["day"]), _("Spurt i en undersøkelse"), survey, title, outcome)


def _events(ids: Collection[str], person: Person) -> Iterator[Line]:
    events = rules.events_seen_by(person).exclude(state=EventState.DRAFT)
    there = SignUp.objects.filter(organisation_id__in=ids, event__in=events)
    signed = Case(When(state__in=SIGNED, then=1), default=0)
    rows = there.values("event").annotate(came=Max(_once("came")), signed=Max(signed))
    found = Event.objects.select_related("workspace").in_bulk([row["event"] for row in rows])
    for row in rows:
        event = found[row["event"]]
        if rules.may(person, rules.SEE_PEOPLE, event.workspace):
            yield Line(
                timezone.localdate(event.starts_at),
                _("Arrangement"),
                event,
                event.title,
                _came(event, came=row["came"], signed=row["signed"]),
            )


def _came(event: Event, *, came: int, signed: int) -> Promise:
    if came:
        return _("kom")
    if event.state == EventState.CANCELLED:
        return _("avlyst")
    over = event.ends_at < timezone.now()
    if signed:
        return _("meldt på, ikke registrert som kommet") if over else _("meldt på")
    return _("invitert, kommer ikke eller har ikke svart")


def _workspaces(ids: Collection[str], seen: QuerySet[Workspace]) -> Iterator[Line]:
    members = Member.objects.filter(organisation_id__in=ids, workspace__in=seen, workspace__alone=False)
    for member in members.select_related("workspace"):
        day = timezone.localdate(member.answered_at or member.added_at)
        outcome = MemberState(member.state).label
        yield Line(day, _("Arbeidsrom"), member.workspace, member.workspace.title, outcome)


def _once(field: str) -> Case:
    """1 when any of them is true: the largest of yes and no is no function of its own in all databases."""
    return Case(When(**{field: True}, then=1), default=0)
