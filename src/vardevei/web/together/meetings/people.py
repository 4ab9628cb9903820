"""Who is called to a meeting, and who came: a list to tick, on a phone too."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vardevei.web.together import frame
from vardevei.web.together.meetings import access
from vardevei.web.together.meetings.forms import GuestForm
from vardevei.web.together.meetings.pages import TAB
from vardevei.workspaces.domain import meeting_attendance, meeting_people


def attendance(request: HttpRequest, key: int) -> HttpResponse:
    """The list is put together when it is marked; until then it shows the members as they are now."""
    who, meeting = access.written(request, key)
    form = GuestForm.of(request, about=f"attendee:{key}")
    if form.accepted() and form.did(lambda: meeting_people.call_in(meeting, **form.cleaned_data, by=who)):
        return redirect("meeting-people", key)
    context: dict[str, object] = {
        "meeting": meeting,
        "form": form,
        "listed": meeting_attendance.listed(meeting),
        "saved": "lagret" in request.GET,
    }
    return frame.page(request, "together/meetings/people.html", meeting.workspace, TAB, context, here=_("Oppmøte"))


@require_POST
def mark(request: HttpRequest, key: int) -> HttpResponse:
    who, meeting = access.written(request, key)
    came, shown = request.POST.getlist("kom"), request.POST.getlist("vist") or None
    meeting_attendance.mark(meeting, came=came, shown=shown, by=who)
    return redirect(f"{request.path.removesuffix('kom/')}?lagret=1")


@require_POST
def take_off(request: HttpRequest, key: int, attendee: int) -> HttpResponse:
    who, meeting = access.written(request, key)
    meeting_people.take_off(get_object_or_404(meeting.attendees, pk=attendee), by=who)
    return redirect("meeting-people", key)
