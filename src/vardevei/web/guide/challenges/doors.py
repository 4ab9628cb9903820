"""From an address to a challenge that this reader may see. One she may not see is not there."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from vardevei.core.models import Person
from vardevei.guide.models import Match
from vardevei.organisations.models import Organisation
from vardevei.organisations.permission import reach_of
from vardevei.projects import rules
from vardevei.projects.models import Challenge
from vardevei.web import access


def seen(request: HttpRequest, key: int) -> tuple[Person | None, Challenge]:
    person = access.person(request)
    found = Challenge.objects.filter(pk=key).select_related("municipality", "by").first()
    if found and person is None and not rules.may_read(None, found):
        access.signed_in(request)
    if found is None or not rules.may_read(person, found):
        raise Http404(key)
    return person, found


def own(request: HttpRequest, key: int) -> tuple[Person, Challenge]:
    """For the municipality's own people."""
    who = access.signed_in(request)
    _person, found = seen(request, key)
    if not rules.is_own_challenge(who, found):
        raise PermissionDenied(str(rules.WRITE_CHALLENGE.sentence))
    return who, found


def helped(request: HttpRequest, key: int) -> tuple[Person, Challenge]:
    """For its county's advisers."""
    who = access.signed_in(request)
    _person, found = seen(request, key)
    if not rules.may_help(who, found):
        raise PermissionDenied(str(rules.HELP_CHALLENGE.sentence))
    return who, found


def match(request: HttpRequest, key: int) -> tuple[Person, Match]:
    """A match of a challenge that whoever asks works with: her own, or her county's."""
    who = access.signed_in(request)
    found = Match.objects.filter(pk=key).select_related("challenge__municipality").first()
    if found is None or not rules.may_read(who, found.challenge):
        raise Http404(key)
    if not rules.is_own_challenge(who, found.challenge) and not rules.may_help(who, found.challenge):
        raise PermissionDenied(str(rules.HELP_CHALLENGE.sentence))
    return who, found


def municipalities(person: Person | None) -> list[Organisation]:
    """Those she may write for."""
    return list(reach_of(person, rules.WRITE_CHALLENGE)) if person else []
