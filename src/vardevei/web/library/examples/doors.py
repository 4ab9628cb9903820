"""From an address to an example that this reader may see."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.library import rules
from vardevei.library.models import Example
from vardevei.web import access


def seen(request: HttpRequest, slug: str) -> tuple[Person | None, Example]:
    """Whoever asks, and the example; one that is not published is not there for those who have no part in it."""
    person = access.person(request)
    example = Example.objects.filter(slug=slug).select_related("published", "county", "by").first()
    if example is None or not rules.may_see(person, example):
        raise Http404(slug)
    return person, example


def revisable(request: HttpRequest, slug: str) -> tuple[Person, Example]:
    """For those who may change it."""
    who = access.signed_in(request)
    _person, example = seen(request, slug)
    if not rules.may_revise(who, example):
        raise PermissionDenied(_("endre dette eksempelet."))
    return who, example


def editable(request: HttpRequest, slug: str) -> tuple[Person, Example]:
    """For its editors: the county's and the network's."""
    who = access.signed_in(request)
    _person, example = seen(request, slug)
    if not rules.may_edit(who, example):
        raise PermissionDenied(_("vurdere dette eksempelet."))
    return who, example
