"""The files of a workspace, and one of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from vardevei.core.enums import FileKind
from vardevei.web.together import doors as rooms
from vardevei.web.together import frame
from vardevei.web.together.files import doors, rows
from vardevei.workspaces import rules
from vardevei.workspaces.domain import files


def all_there(request: HttpRequest, key: int) -> HttpResponse:
    """?sorter= and ?ned=1 say the order; the newest stand first when nothing is said."""
    who, workspace = rooms.workspace(request, key, rules.SEE)
    there = list(files.seen_by(who, workspace))
    names = rules.may(who, rules.SEE_PEOPLE, workspace)
    context: dict[str, object] = {"table": rows.table(there, request, names=names), "there": there}
    context["adds"] = rules.may(who, rules.TAKE_PART, workspace)
    return frame.page(request, "together/files/all.html", workspace, "workspace-files", context)


def one(request: HttpRequest, key: int) -> HttpResponse:
    """Somebody who may see the file and not the room sees nothing of the room."""
    who, file = doors.file(request, key)
    newest = file.newest
    content = newest.content if newest else None
    context: dict[str, object] = {
        "file": file,
        "newest": newest,
        "content": content,
        "is_pdf": content is not None and content.kind == FileKind.PDF,
        "facts": rows.facts(file),
        "older": [one for one in file.versions.all() if one is not newest],
        "changes": files.may_change(who, file) and not file.workspace.archived,
        "renews": file.removed_at is None and rules.may(who, rules.TAKE_PART, file.workspace),
    }
    if rules.may(who, rules.SEE, file.workspace):
        context["inside"] = rules.may(who, rules.SEE_PEOPLE, file.workspace)
        return frame.page(
            request, "together/files/one.html", file.workspace, "workspace-files", context, here=file.title
        )
    return render(request, "together/files/outside.html", context)
