"""Sending the agenda and the minutes: first whom they go to, then one press."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from vardevei.web.together import frame
from vardevei.web.together.meetings import access
from vardevei.web.together.meetings.pages import TAB
from vardevei.workspaces.domain import meeting_letters


def agenda(request: HttpRequest, key: int) -> HttpResponse:
    who, meeting = access.run(request, key)
    if meeting.over:
        raise Http404(key)
    if request.method == "POST":
        meeting_letters.send_agenda(meeting, by=who)
        return redirect("meeting", key)
    context: dict[str, object] = {"meeting": meeting, "receivers": meeting_letters.receivers(meeting)}
    title = _("Send sakslisten")
    return frame.page(
        request, "together/meetings/send.html", meeting.workspace, TAB, {**context, "title": title}, here=title
    )


def minutes(request: HttpRequest, key: int) -> HttpResponse:
    who, meeting = access.written(request, key)
    if not meeting.approved:
        raise Http404(key)
    if request.method == "POST":
        meeting_letters.send_minutes(meeting, by=who)
        return redirect("meeting", key)
    context: dict[str, object] = {"meeting": meeting, "receivers": meeting_letters.receivers(meeting)}
    title = _("Send referatet")
    return frame.page(
        request, "together/meetings/send.html", meeting.workspace, TAB, {**context, "title": title}, here=title
    )
