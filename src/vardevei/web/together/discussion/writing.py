"""Beginning a conversation, putting what one said in other words, and withdrawing it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from vardevei.web.forms import Form
from vardevei.web.together import doors as rooms
from vardevei.web.together import frame
from vardevei.web.together.discussion import doors
from vardevei.web.together.discussion.forms import BeginForm, EditForm, WithdrawForm
from vardevei.workspaces import rules
from vardevei.workspaces.domain import discussion, followup_people
from vardevei.workspaces.models import Workspace


def begin(request: HttpRequest, key: int) -> HttpResponse:
    who, workspace = rooms.signed_in(request, key, rules.TAKE_PART)
    form = BeginForm.of(request, about=f"workspace:{workspace.pk}")
    form.offer(followup_people.people_of(workspace), who)
    if form.accepted():
        said = {"title": form.cleaned_data["title"], "text": form.cleaned_data["text"]}
        if form.did(lambda: discussion.begin(workspace, **said, mentions=form.mentions(), by=who)):
            return redirect("workspace-discussion", workspace.pk)
    return _page(request, workspace, form, _("Ny samtale"), _("Begynn samtalen"))


def edit(request: HttpRequest, key: int) -> HttpResponse:
    who, said = doors.contribution(request, key, own=True)
    form = EditForm.of(request, about=said)
    if form.accepted() and form.did(
        lambda: discussion.edit(said, text=form.cleaned_data["text"], by=who, version=form.version)
    ):
        return redirect("discussion-thread", said.thread_id)
    lead = _("Det som stod før, kan fortsatt leses av dem som ser samtalen.")
    return _page(request, said.thread.workspace, form, _("Endre innlegget"), _("Lagre"), lead)


def withdraw(request: HttpRequest, key: int) -> HttpResponse:
    who, said = doors.contribution(request, key)
    form = WithdrawForm.of(request, about=f"contribution:{said.pk}")
    if form.accepted() and form.did(lambda: discussion.withdraw(said, by=who)):
        return redirect("discussion-thread", said.thread_id)
    lead = _("Teksten slettes for godt. At noen skrev noe her, blir stående. Brev som alt er sendt, kan ikke hentes.")
    return _page(request, said.thread.workspace, form, _("Trekk innlegget"), _("Trekk innlegget"), lead)


def _page(
    request: HttpRequest, workspace: Workspace, form: Form, title: str, submit: str, lead: str = ""
) -> HttpResponse:
    context = {"form": form, "title": title, "submit": submit, "lead": lead}
    return frame.page(request, "together/discussion/write.html", workspace, "workspace-discussion", context, here=title)
