"""From an address to a follow-up, for one who may see it: those who see who is in the room, and whoever has it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from vardevei.core.models import Person
from vardevei.web import access
from vardevei.workspaces import rules
from vardevei.workspaces.models import FollowUp
from vardevei.workspaces.workflow import FOLLOW_UP, is_given_to


def followup(request: HttpRequest, key: int) -> tuple[Person, FollowUp]:
    who = access.signed_in(request)
    everything = FollowUp.objects.select_related("workspace__owner", "who", "organisation", "by", "done_by")
    found = everything.filter(pk=key).first()
    if found is None or not sees(who, found):
        raise Http404(key)
    return who, found


def doing(request: HttpRequest, key: int, step: str) -> tuple[Person, FollowUp]:
    """For somebody who may take the step some day; whether it can be taken now, the verb says."""
    who, found = followup(request, key)
    if not FOLLOW_UP.steps[step].may(who, found):
        rules.must(who, rules.SEE_PEOPLE, found.workspace)
        raise PermissionDenied(step)
    return who, found


def running(request: HttpRequest, key: int) -> tuple[Person, FollowUp]:
    who, found = followup(request, key)
    if not rules.may(who, rules.RUN, found.workspace):
        raise PermissionDenied(str(rules.RUN.sentence))
    return who, found


def sees(person: Person, followup: FollowUp) -> bool:
    return rules.may(person, rules.SEE_PEOPLE, followup.workspace) or is_given_to(person, followup)
