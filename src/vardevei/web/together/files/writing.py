"""Putting files in, renewing, changing and taking them away."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.web import problems
from vardevei.web.forms import Form
from vardevei.web.together import doors as rooms
from vardevei.web.together import frame
from vardevei.web.together.files import doors
from vardevei.web.together.files.forms import AddForm, ChangeForm, RemoveForm, VersionForm
from vardevei.workspaces import rules
from vardevei.workspaces.domain import files
from vardevei.workspaces.enums import SeenBy
from vardevei.workspaces.models import Workspace, WorkspaceFile


def add(request: HttpRequest, key: int) -> HttpResponse:
    who, workspace = rooms.signed_in(request, key, rules.TAKE_PART)
    form = AddForm.of(request, about=workspace.pk, initial={"item": request.GET.get("sak")})
    form.of_meetings(workspace)
    if not rules.may(who, rules.RUN, workspace):
        form.for_members()
    if form.accepted() and (made := _put_in(form, workspace, who)):
        form.done()
        _say(request, made, who)
        item = form.cleaned_data.get("item")
        there = f"{reverse('meeting', args=[item.meeting_id])}#sak-{item.pk}" if item else ""
        return _on(request, there or reverse("workspace-files", args=[workspace.pk]))
    return _page(request, workspace, form, _("Legg inn filer"), _("Legg inn"))


def add_version(request: HttpRequest, key: int) -> HttpResponse:
    who, file = doors.file(request, key)
    who, _workspace = rooms.signed_in(request, file.workspace_id, rules.TAKE_PART)
    form = VersionForm.of(request, about=f"file:{file.pk}")
    if form.accepted():
        given, note = form.cleaned_data["file"], form.cleaned_data["note"]
        if form.did(lambda: files.add_version(file, given, given.name, note=note, by=who)):
            return _on(request, _address(file))
    return _page(request, file.workspace, form, _("Ny utgave av %(title)s") % {"title": file.title}, _("Legg inn"))


def change(request: HttpRequest, key: int) -> HttpResponse:
    who, file = doors.to_change(request, key)
    form = ChangeForm.of(request, about=file)
    form.of_meetings(file.workspace, file.item)
    if not rules.may(who, rules.RUN, file.workspace):
        form.for_members()
    if form.accepted() and form.did(lambda: files.change(file, **form.cleaned_data, by=who, version=form.version)):
        return redirect(_address(file))
    return _page(request, file.workspace, form, _("Endre %(title)s") % {"title": file.title}, _("Lagre"))


def remove(request: HttpRequest, key: int) -> HttpResponse:
    who, file = doors.to_change(request, key)
    form = RemoveForm.of(request, about=f"file:{file.pk}")
    if form.accepted() and form.did(lambda: files.remove(file, why=form.cleaned_data["why"], by=who)):
        return redirect("workspace-files", file.workspace_id)
    title = _("Ta bort %(title)s") % {"title": file.title}
    lead = _("Alle utgaver av filen slettes for godt. Tittelen og grunnen blir stående i loggen.")
    return _page(request, file.workspace, form, title, _("Ta bort"), lead)


def _put_in(form: AddForm, workspace: Workspace, who: Person) -> list[WorkspaceFile]:
    """All the files, or none and what is wrong with each: nobody has to find out which ones came in."""
    more: dict[str, Any] = {
        "seen_by": form.cleaned_data.get("seen_by") or SeenBy.ROOM,
        "item": form.cleaned_data.get("item"),
    }
    chosen, made = form.cleaned_data["chosen"], list[WorkspaceFile]()
    with transaction.atomic():
        for one in chosen:
            try:
                made.append(files.add(workspace, one, one.name, **more, by=who))
            except Problem as problem:
                _tell(form, one, problem)
        if form.errors:
            transaction.set_rollback(True)
    if form.errors and len(chosen) > 1:
        form.add_error(None, _("Ingen av filene er lagt inn. Send dem på nytt uten den som ikke kan tas imot."))
    return [] if form.errors else made


def _tell(form: AddForm, file: UploadedFile, problem: Problem) -> None:
    form.add_error("chosen", f"{file.name}: {problems.text(problem)}")


def _say(request: HttpRequest, made: Sequence[WorkspaceFile], who: Person) -> None:
    said = ngettext("%(n)d fil er lagt inn.", "%(n)d filer er lagt inn.", len(made)) % {"n": len(made)}
    messages.success(request, said)
    for file in made:
        same = files.same_as(file, who)
        if same:
            words = _("«%(new)s» har samme innhold som «%(old)s», som ligger her fra før.")
            messages.info(request, words % {"new": file.title, "old": same.title})


def _on(request: HttpRequest, address: str) -> HttpResponse:
    """To the next page; the script that sent the files goes there itself."""
    return JsonResponse({"to": address}) if "X-Upload" in request.headers else redirect(address)


def _address(file: WorkspaceFile) -> str:
    return reverse("workspace-file", args=[file.pk])


def _page(
    request: HttpRequest, workspace: Workspace, form: Form, title: str, submit: str, lead: str = ""
) -> HttpResponse:
    context = {"form": form, "title": title, "submit": submit, "lead": lead}
    context["cancel"] = reverse("workspace-files", args=[workspace.pk])
    return frame.page(request, "together/files/write.html", workspace, "workspace-files", context, here=title)
