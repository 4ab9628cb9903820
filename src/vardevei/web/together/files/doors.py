"""From a request to a file: `person, file = doors.file(request, key)`. Whoever may not see it gets to know nothing."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.web import access
from vardevei.workspaces import rules
from vardevei.workspaces.domain import files
from vardevei.workspaces.models import FileVersion, WorkspaceFile


def file(request: HttpRequest, key: int) -> tuple[Person | None, WorkspaceFile]:
    """The file for one who may see it; what is open to all needs no sign-in."""
    there = WorkspaceFile.objects.select_related("workspace__owner", "by", "removed_by")
    found = get_object_or_404(there.prefetch_related("versions__content", "versions__by", "versions__picture"), pk=key)
    who = access.person(request)
    if who is not None:
        who = access.signed_in(request)
    if files.may_see(who, found):
        return who, found
    access.signed_in(request)
    raise Http404(key)


def to_change(request: HttpRequest, key: int) -> tuple[Person, WorkspaceFile]:
    """The file for the one who put it in, or who leads."""
    who = access.signed_in(request)
    _who, found = file(request, key)
    rules.must(who, rules.TAKE_PART, found.workspace)
    if found.removed_at is None and not files.may_change(who, found):
        raise PermissionDenied(_("endre filer som andre har lagt inn."))
    return who, found


def version(request: HttpRequest, key: int, number: int) -> FileVersion:
    """One version that still has its content."""
    _who, found = file(request, key)
    one = next((one for one in found.versions.all() if one.number == number), None)
    if one is None or one.content is None:
        raise Http404(number)
    return one
