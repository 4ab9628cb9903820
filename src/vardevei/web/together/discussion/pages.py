"""The conversations of a workspace, and one of them with what was said and where one writes on."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from vardevei.core.models import Person
from vardevei.core.models.log import subject_of
from vardevei.web import access
from vardevei.web.forms import Form
from vardevei.web.together import doors as rooms
from vardevei.web.together import frame
from vardevei.web.together.discussion import doors
from vardevei.web.together.discussion.forms import SayForm
from vardevei.workspaces import rules
from vardevei.workspaces.domain import discussion, notices, talked_about
from vardevei.workspaces.models import Contribution, Thread


def all_there(request: HttpRequest, key: int) -> HttpResponse:
    who, workspace = rooms.signed_in(request, key, rules.SEE_PEOPLE)
    context = {
        "threads": talked_about.threads(who, workspace),
        "writes": rules.may(who, rules.TAKE_PART, workspace),
        "choice": notices.choice_of(who, workspace).label,
    }
    return frame.page(request, "together/discussion/all.html", workspace, "workspace-discussion", context)


def one(request: HttpRequest, key: int) -> HttpResponse:
    who, thread = doors.thread(request, key)
    form = _form(request, who, thread)
    if form.accepted() and form.did(
        lambda: discussion.write(thread, text=form.cleaned_data["text"], mentions=form.mentions(), by=who)
    ):
        return redirect(f"{reverse('discussion-thread', args=[thread.pk])}#siste")
    if request.method == "GET":
        discussion.read(thread, by=who)
    return _page(request, who, thread, form)


def about(request: HttpRequest, about: str) -> HttpResponse:
    """The conversation about a thing, before anybody has said anything of it."""
    who = access.signed_in(request)
    item = talked_about.item_of(about)
    workspace = item.workspace  # type: ignore[attr-defined]  # everything that is talked about lies in one
    doors.must_read(who, workspace, about)
    thread = Thread.objects.filter(workspace=workspace, about=about).first()
    if thread:
        return redirect("discussion-thread", thread.pk)
    thread = Thread(workspace=workspace, about=subject_of(item), title=str(item)[:200])
    form = _form(request, who, thread)
    if form.accepted() and form.did(
        lambda: discussion.write_about(item, text=form.cleaned_data["text"], mentions=form.mentions(), by=who)
    ):
        return redirect("discussion-thread", Thread.objects.get(workspace=workspace, about=about).pk)
    return _page(request, who, thread, form)


def said_in(thread: Thread) -> QuerySet[Contribution]:
    """What was said, the first first, with all a page tells of it."""
    return thread.contributions.select_related("by", "withdrawn_by").prefetch_related("earlier", "mentions__person")


def _form(request: HttpRequest, who: Person, thread: Thread) -> SayForm:
    form = SayForm.of(request, about=thread.about or f"thread:{thread.pk}")
    form.offer(discussion.readers(thread), who)
    return form


def _page(request: HttpRequest, who: Person, thread: Thread, form: Form) -> HttpResponse:
    workspace = thread.workspace
    context = {
        "thread": thread,
        "said": said_in(thread) if thread.pk else [],
        "form": form,
        "me": who,
        "writes": rules.may(who, rules.TAKE_PART, workspace),
    }
    template, tab = "together/discussion/one.html", "workspace-discussion"
    return frame.page(request, template, workspace, tab, context, here=thread.title)
