"""Items on the agenda: added, proposed, changed, put in order, taken off."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vardevei.web.together import frame
from vardevei.web.together.meetings import access
from vardevei.web.together.meetings.forms import DeclineForm, ItemForm
from vardevei.web.together.meetings.pages import TAB
from vardevei.workspaces import rules
from vardevei.workspaces.domain import agenda
from vardevei.workspaces.models import Meeting


def new(request: HttpRequest, key: int) -> HttpResponse:
    """Those who lead put it on the agenda; a member proposes it."""
    who, meeting = access.run(request, key, rules.TAKE_PART)
    writes = rules.may_write_minutes(who, meeting)
    form = ItemForm.of(request, about=f"meeting-item:{key}", initial={"kind": "discussion"}).suit(meeting.workspace)
    verb = agenda.add if writes else agenda.propose
    if form.accepted() and form.did(lambda: verb(meeting, **form.cleaned_data, by=who)):
        return redirect((request.GET.get("til") == "referat" and "meeting-minutes") or "meeting", key)
    title, submit = (_("Ny sak"), _("Sett på sakslisten")) if writes else (_("Foreslå en sak"), _("Send forslaget"))
    return _page(request, meeting, {"form": form, "title": title, "submit": submit})


def change(request: HttpRequest, key: int) -> HttpResponse:
    who, item = access.item(request, key)
    form = ItemForm.of(request, about=item).suit(item.meeting.workspace, item.responsible_id)
    if form.accepted() and form.did(lambda: agenda.change(item, **form.cleaned_data, by=who, version=form.version)):
        return redirect("meeting", item.meeting_id)
    return _page(request, item.meeting, {"form": form, "title": _("Endre saken"), "submit": _("Lagre")})


def decline(request: HttpRequest, key: int) -> HttpResponse:
    who, item = access.item(request, key)
    form = DeclineForm.of(request, about=item)
    if form.accepted() and form.did(lambda: agenda.decline(item, **form.cleaned_data, by=who)):
        return redirect("meeting", item.meeting_id)
    title = _("Ikke ta med «{item}»").format(item=item.title)
    return _page(request, item.meeting, {"form": form, "title": title, "submit": _("Ikke ta med")})


@require_POST
def take_on(request: HttpRequest, key: int) -> HttpResponse:
    who, item = access.item(request, key)
    agenda.take_on(item, by=who)
    return redirect("meeting", item.meeting_id)


@require_POST
def move(request: HttpRequest, key: int) -> HttpResponse:
    who, item = access.item(request, key)
    agenda.move(item, up="opp" in request.POST, by=who)
    return redirect(f"{reverse('meeting', args=[item.meeting_id])}#sak-{item.pk}")


@require_POST
def remove(request: HttpRequest, key: int) -> HttpResponse:
    who, item = access.item(request, key)
    meeting = item.meeting_id
    agenda.remove(item, by=who)
    return redirect("meeting", meeting)


def _page(request: HttpRequest, meeting: Meeting, context: dict[str, object]) -> HttpResponse:
    context["cancel"] = reverse("meeting", args=[meeting.pk])
    return frame.page(request, "together/meetings/form.html", meeting.workspace, TAB, context, here=meeting.title)
