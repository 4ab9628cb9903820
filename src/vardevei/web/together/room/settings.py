"""What a workspace is called and who sees it; and closing it, opening it again, copying it, taking it out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from vardevei.organisations import permission
from vardevei.web import access, working
from vardevei.web.together import doors, frame
from vardevei.web.together.room.forms import CopyForm, WorkspaceForm
from vardevei.workspaces import rules
from vardevei.workspaces.domain import copying, workspaces


def page(request: HttpRequest, key: int) -> HttpResponse:
    """An archived one has no form: it can only be opened again, copied and taken out."""
    person, workspace = doors.signed_in(request, key, rules.CLOSE)
    form = None if workspace.archived else WorkspaceForm.of(request, about=workspace)
    if form is not None and form.accepted():
        workspaces.change(workspace, **form.cleaned_data, by=person, version=form.version)
        form.done()
        return redirect("workspace", key)
    context: dict[str, object] = {"form": form, "begins": permission.may(person, rules.BEGIN, workspace.owner)}
    return frame.page(request, "together/room/settings.html", workspace, "workspace-settings", context)


@require_POST
def archive(request: HttpRequest, key: int) -> HttpResponse:
    person, workspace = doors.signed_in(request, key, rules.CLOSE)
    workspaces.archive(workspace, by=person)
    return redirect("workspace", key)


@require_POST
def unarchive(request: HttpRequest, key: int) -> HttpResponse:
    person, workspace = doors.signed_in(request, key, rules.CLOSE)
    workspaces.unarchive(workspace, by=person)
    return redirect("workspace", key)


def copy(request: HttpRequest, key: int) -> HttpResponse:
    """A new one on this one's pattern. Whoever leads it without working for the county may not begin one."""
    person, workspace = doors.signed_in(request, key, rules.CLOSE)
    access.require(request, rules.BEGIN, workspace.owner)
    first = copying.first_day(workspace)
    form = CopyForm.of(request, about=f"workspace:{key}", initial={"title": workspace.title})
    if form.accepted():
        told = form.cleaned_data
        made = copying.copy(workspace, title=told["title"], first=told["first"], invite=told["members"], by=person)
        form.done()
        return redirect("workspace", made.pk)
    context: dict[str, object] = {"form": form, "first": first}
    here = gettext("Bruk som mønster")
    return frame.page(request, "together/room/copy.html", workspace, "workspace-settings", context, here=here)


@require_POST
def take_out(request: HttpRequest, key: int) -> HttpResponse:
    """Seen by nobody but the one who asks: what lies in it is for those who lead the workspace."""
    person, _workspace = doors.signed_in(request, key, rules.CLOSE)
    back, mine = reverse("workspace-settings", args=[key]), f"{key}:{person.pk}"
    form = get_language() or "nb"
    return working.begin(request, "workspace-whole", by=person, key=mine, back=back, workspace=key, form=form)
