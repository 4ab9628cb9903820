"""From an address to a survey: for those who run it, and for staff of a county that takes part."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from vardevei.core.models import Person
from vardevei.organisations import permission
from vardevei.web import access
from vardevei.web.together import doors
from vardevei.workspaces import rules
from vardevei.workspaces.domain import survey_counties
from vardevei.workspaces.domain.survey_counties import Seen
from vardevei.workspaces.models import Survey


def survey(request: HttpRequest, key: int) -> tuple[Person, Survey, Seen]:
    """The survey, for one who may follow it, with the counties whose respondents she sees. To others it is not there,
    unless they see its room."""
    who = access.signed_in(request)
    found = get_object_or_404(Survey.objects.select_related("workspace__owner", "event"), pk=key)
    seen = survey_counties.seen_by(who, found)
    if seen is None or seen:
        return who, found, seen
    if rules.may(who, rules.SEE, found.workspace) or permission.may(who, rules.BEGIN, found.workspace.owner_id):
        raise PermissionDenied(str(rules.RUN.sentence))
    raise Http404(key)


def run(request: HttpRequest, key: int) -> tuple[Person, Survey]:
    """The survey, for one who may change it."""
    access.signed_in(request)
    found = get_object_or_404(Survey.objects.select_related("workspace__owner", "event"), pk=key)
    who = doors.require(request, rules.RUN, found.workspace)
    assert who is not None
    return who, found


def asks(request: HttpRequest, key: int) -> tuple[Person, Survey]:
    """The survey, for one who may ask somebody: who runs it, and staff of a county that takes part."""
    who, found, _seen = survey(request, key)
    if not survey_counties.asks_for(who, found):
        rules.must(who, rules.RUN, found.workspace)
    return who, found
