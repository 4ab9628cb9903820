"""What goes on in a county's workspaces, as lines with a link: at most ten of a kind, the most pressing first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Count, Model, Q, QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vardevei.web import numbers
from vardevei.workspaces.enums import EventState, MeetingState, MemberState, SignUpState
from vardevei.workspaces.models import Event, FollowUp, Meeting, Survey, Workspace

SHOWN = 10
Here = QuerySet[Workspace]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing, with what there is to know of it now. `late`: somebody should have done something."""

    text: str
    href: str
    note: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    code: str
    title: str
    lines: list[Line]
    count: int


def sections(here: Here) -> Iterator[Section]:
    """In the order of what presses."""
    yield _section("forfalt", _("Oppfølginger som er forfalt"), overdue(here), _overdue)
    yield _section("referat", _("Møter uten godkjent referat"), without_minutes(here), _meeting)
    yield _section("kommer", _("Arrangementer som kommer"), coming(here), _event)
    yield _section("moter", _("Møter som kommer"), meetings_to_come(here), _meeting)
    yield _section("undersokelser", _("Undersøkelser som er åpne"), surveys(here), _survey)


def _section(code: str, title: str, rows: QuerySet[Any], say: Callable[[Any], Line]) -> Section:
    return Section(code, title, [say(row) for row in rows[:SHOWN]], rows.count())


def overdue(here: Here) -> QuerySet[FollowUp]:
    late = FollowUp.objects.active().overdue().filter(workspace__in=here)
    return late.select_related("workspace", "who", "organisation").order_by("due", "pk")


def _overdue(followup: FollowUp) -> Line:
    who = followup.who or followup.organisation or _("Ingen har den")
    said = _("{who}, frist {day}").format(who=who, day=numbers.day(followup.due))
    return Line(followup.what, _page_of("followup", followup), said, late=True)


def without_minutes(here: Here) -> QuerySet[Meeting]:
    """Those that were held, or whose day is over: their minutes are not approved."""
    behind = Q(state=MeetingState.HELD) | Q(at__lt=timezone.now() - timedelta(hours=12))
    found = Meeting.objects.timed().filter(behind, workspace__in=here, workspace__archived_at__isnull=True)
    return found.exclude(state=MeetingState.APPROVED).order_by("at", "pk")  # type: ignore[misc]


def meetings_to_come(here: Here) -> QuerySet[Meeting]:
    found = Meeting.objects.to_come().timed().filter(workspace__in=here, workspace__archived_at__isnull=True)
    last = timezone.now() - timedelta(hours=12)
    return found.filter(Q(at__isnull=True) | Q(at__gte=last)).order_by("at", "pk")  # type: ignore[misc]


def _meeting(meeting: Meeting) -> Line:
    at = meeting.at  # type: ignore[attr-defined]
    day = numbers.moment(at) if at else _("Uten tid")
    late = meeting.state == MeetingState.HELD
    return Line(meeting.title, _page_of("meeting", meeting), f"{day} · {meeting.get_state_display()}", late)


def coming(here: Here) -> QuerySet[Event]:
    """With how many come, out of how many places, and how many wait for one."""
    found = Event.objects.to_come().filter(workspace__in=here, workspace__archived_at__isnull=True)
    return (
        found.exclude(state=EventState.CANCELLED)
        .select_related("municipality", "sign_up_options")
        .annotate(
            holding=Count("sign_ups", filter=Q(sign_ups__state__in=[SignUpState.SIGNED_UP, SignUpState.OFFERED])),
            in_line=Count("sign_ups", filter=Q(sign_ups__state=SignUpState.WAITING)),
        )
    )


def _event(event: Event) -> Line:
    where = event.venue or (event.municipality.name if event.municipality else "")
    draft = _("kladd") if event.state == EventState.DRAFT else ""
    said = [numbers.moment(event.starts_at), where, draft, *_signed_up(event)]
    return Line(event.title, _page_of("event", event), " · ".join(part for part in said if part))


def _signed_up(event: Event) -> Iterator[str]:
    options = getattr(event, "sign_up_options", None)
    if options is None:
        return
    n, waiting = event.holding, event.in_line  # type: ignore[attr-defined]
    if options.limit is None:
        yield _("{n} påmeldt").format(n=n)
    else:
        yield _("{n} av {all} plasser").format(n=n, all=options.limit)
    if waiting:
        yield _("{n} på venteliste").format(n=waiting)


def surveys(here: Here) -> QuerySet[Survey]:
    """With how many were asked, and how many of them have answered."""
    asked = Q(respondents__invited_at__isnull=False)
    found = Survey.objects.open().filter(workspace__in=here)
    return found.annotate(
        asked=Count("respondents", filter=asked),
        answered=Count("respondents", filter=asked & Q(respondents__answered=True)),
    ).order_by("deadline", "pk")


def _survey(survey: Survey) -> Line:
    answered, asked = survey.answered, survey.asked  # type: ignore[attr-defined]
    rate = _("{n} av {all} har svart").format(n=answered, all=asked) if asked else _("åpen lenke")
    until = _("frist {day}").format(day=numbers.day(survey.deadline)) if survey.deadline else ""
    href = _page_of("survey-follow", survey)
    return Line(survey.said("title"), href, " · ".join(part for part in (rate, until) if part))


def rooms(here: Here) -> list[Line]:
    """The county's rooms with how many are in each, the newest first."""
    inside = Count("members", filter=Q(members__state=MemberState.IN))
    found = here.rooms().active().annotate(inside=inside)  # type: ignore[attr-defined]
    return [_room(workspace) for workspace in found]


def _room(workspace: Workspace) -> Line:
    n = workspace.inside  # type: ignore[attr-defined]
    said = ngettext("{n} er med", "{n} er med", n).format(n=n)
    href = _page_of("workspace", workspace)
    return Line(workspace.title, href, f"{said} · {workspace.get_visibility_display()}")


def _page_of(name: str, row: Model) -> str:
    """Nothing when this site does not have the tool."""
    try:
        return reverse(name, args=[row.pk])
    except NoReverseMatch:
        return ""
