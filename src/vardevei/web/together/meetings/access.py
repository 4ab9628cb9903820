"""From a request to a meeting, an item or a resolution, for one who may do the act with it."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from vardevei.core.models import Person
from vardevei.web import access
from vardevei.web.together import doors
from vardevei.workspaces import rules
from vardevei.workspaces.models import AgendaItem, Meeting, Resolution

MEETINGS = Meeting.objects.select_related("workspace__owner", "event__municipality", "chair", "minute_taker")


def meeting(request: HttpRequest, key: int, act: rules.Inside) -> tuple[Person | None, Meeting]:
    """The meeting of an address; what is open to all needs no sign-in."""
    found = get_object_or_404(MEETINGS, pk=key)
    return doors.require(request, act, found.workspace), found


def run(request: HttpRequest, key: int, act: rules.Inside = rules.RUN) -> tuple[Person, Meeting]:
    """The same, where somebody does something."""
    who, found = access.signed_in(request), get_object_or_404(MEETINGS, pk=key)
    doors.require(request, act, found.workspace)
    return who, found


def written(request: HttpRequest, key: int) -> tuple[Person, Meeting]:
    """For those who write the minutes."""
    who, found = run(request, key, rules.SEE_PEOPLE)
    _must_write(who, found)
    return who, found


def item(request: HttpRequest, key: int) -> tuple[Person, AgendaItem]:
    """An item, for those who make the agenda."""
    who = access.signed_in(request)
    found = get_object_or_404(AgendaItem.objects.select_related("meeting__workspace__owner"), pk=key)
    doors.require(request, rules.RUN, found.meeting.workspace)
    return who, found


def written_item(request: HttpRequest, key: int) -> tuple[Person, AgendaItem]:
    """An item on the agenda, for those who write the minutes."""
    who = access.signed_in(request)
    items = AgendaItem.objects.on().select_related("meeting__workspace__owner", "meeting__event")
    found = get_object_or_404(items, pk=key)
    doors.require(request, rules.SEE_PEOPLE, found.meeting.workspace)
    _must_write(who, found.meeting)
    return who, found


def resolution(request: HttpRequest, key: int) -> tuple[Person, Resolution]:
    """A resolution, for those who write the minutes."""
    who = access.signed_in(request)
    found = get_object_or_404(Resolution.objects.select_related("item__meeting__workspace__owner"), pk=key)
    doors.require(request, rules.SEE_PEOPLE, found.workspace)
    _must_write(who, found.item.meeting)
    return who, found


def _must_write(who: Person, found: Meeting) -> None:
    if not rules.may_write_minutes(who, found):
        rules.must(who, rules.RUN, found.workspace)  # says so when it is archived
        raise PermissionDenied(str(rules.RUN.sentence))
