"""From a request to a conversation: whoever may not read it gets to know nothing of it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.web import access
from vardevei.workspaces import rules
from vardevei.workspaces.domain import talked_about
from vardevei.workspaces.models import Contribution, Thread, Workspace


def thread(request: HttpRequest, key: int) -> tuple[Person, Thread]:
    who = access.signed_in(request)
    found = get_object_or_404(Thread.objects.select_related("workspace__owner"), pk=key)
    must_read(who, found.workspace, found.about)
    return who, found


def must_read(who: Person, workspace: Workspace, about: str) -> None:
    if not talked_about.may_read(who, workspace, about):
        raise Http404(about)


def contribution(request: HttpRequest, key: int, *, own: bool = False) -> tuple[Person, Contribution]:
    """What was said, for one who may change it: `own` only by whoever said it, or else also by those who lead."""
    who = access.signed_in(request)
    found = get_object_or_404(Contribution.objects.select_related("thread__workspace__owner", "by"), pk=key)
    workspace = found.thread.workspace
    must_read(who, workspace, found.thread.about)
    rules.must(who, rules.TAKE_PART, workspace)
    if found.withdrawn_at:
        raise Http404(key)
    if found.by_id != who.pk and (own or not rules.may(who, rules.RUN, workspace)):
        raise PermissionDenied(_("endre innlegg som andre har skrevet."))
    return who, found
