"""When one hears of what is said: chosen on a page, or by the link in a letter, without an account."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vardevei.web.behind_a_link import behind_a_link
from vardevei.web.together import doors as rooms
from vardevei.web.together import frame
from vardevei.web.together.discussion.forms import NoticesForm
from vardevei.workspaces import rules
from vardevei.workspaces.domain import notices
from vardevei.workspaces.enums import NoticeChoice


def choose(request: HttpRequest, key: int) -> HttpResponse:
    who, workspace = rooms.signed_in(request, key, rules.SEE_PEOPLE)
    form = NoticesForm.of(request, about=workspace.pk, initial={"choice": notices.choice_of(who, workspace)})
    if form.accepted():
        notices.choose(who, workspace, form.cleaned_data["choice"], by=who)
        form.done()
        messages.success(request, _("Valget er lagret."))
        return redirect("workspace-discussion", workspace.pk)
    context = {"form": form, "title": _("Varsler"), "submit": _("Lagre")}
    return frame.page(
        request, "together/discussion/write.html", workspace, "workspace-discussion", context, here=_("Varsler")
    )


@behind_a_link
def by_link(request: HttpRequest, token: UUID) -> HttpResponse:
    """Opening it changes nothing: scanners open links."""
    mine = notices.by_key(token)
    chosen = request.POST.get("choice")
    if request.method == "POST" and chosen in NoticeChoice.values:
        notices.choose(mine.person, mine.workspace, chosen, by=None)
        return redirect(request.path)
    others = [choice for choice in NoticeChoice if choice not in (mine.choice, NoticeChoice.NONE)]
    context = {"mine": mine, "stopped": mine.choice == NoticeChoice.NONE, "others": others, "none": NoticeChoice.NONE}
    return render(request, "together/discussion/by-link.html", context)
