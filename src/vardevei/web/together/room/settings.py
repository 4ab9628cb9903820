"""What a workspace is called and who sees it; and closing it, opening it again, copying it, taking it out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from vardevei.web.together import doors, frame
from vardevei.web.together.room.forms import WorkspaceForm
from vardevei.workspaces import rules
from vardevei.workspaces.domain import workspaces


def page(request: HttpRequest, key: int) -> HttpResponse:
    """An archived one has no form: it can only be opened again, copied and taken out."""
    person, workspace = doors.signed_in(request, key, rules.CLOSE)
    form = None if workspace.archived else WorkspaceForm.of(request, about=workspace)
    if form is not None and form.accepted():
        workspaces.change(workspace, **form.cleaned_data, by=person, version=form.version)
        form.done()
        return redirect("workspace", key)
    context: dict[str, object] = {"form": form}
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
