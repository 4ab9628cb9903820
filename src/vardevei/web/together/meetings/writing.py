"""Writing minutes while the meeting goes on: one item at a time, and what the others write beside it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vardevei.web.together import frame
from vardevei.web.together.meetings import access
from vardevei.web.together.meetings.forms import AdditionForm, FollowUpForm, MinutesForm, ResolutionForm
from vardevei.web.together.meetings.pages import TAB
from vardevei.workspaces import rules
from vardevei.workspaces.domain import followups, meeting_followups, meeting_words, minutes, resolutions
from vardevei.workspaces.enums import Votes
from vardevei.workspaces.models import AgendaItem, Meeting


def editor(request: HttpRequest, key: int) -> HttpResponse:
    """?sak=12 for one item; without it, the first that nothing is written about."""
    who, meeting = access.written(request, key)
    if meeting.approved:
        return redirect("meeting", key)
    items = _items(meeting)
    item = _chosen(request, items)
    if item is None:
        context: dict[str, object] = {"meeting": meeting}
        return frame.page(
            request, "together/meetings/no-items.html", meeting.workspace, TAB, context, here=_("Referat")
        )
    form = MinutesForm.of(request, about=item)
    if form.accepted() and form.did(
        lambda: minutes.write(item, text=form.cleaned_data["minutes"], by=who, version=form.version)
    ):
        return redirect(_next(request, meeting, items, item))
    context = {
        "meeting": meeting,
        "item": item,
        "spot": items.index(item) + 1,
        "form": form,
        "more": _more(who, meeting, items, item),
        "saved": "lagret" in request.GET,
        **_written(meeting, items, item),
    }
    return frame.page(request, "together/meetings/minutes.html", meeting.workspace, TAB, context, here=_("Referat"))


def now(request: HttpRequest, key: int) -> HttpResponse:
    """What everybody has written so far, asked for by the editor's page again and again."""
    _who, meeting = access.written(request, key)
    items = _items(meeting)
    context = {"meeting": meeting, **_written(meeting, items, _chosen(request, items))}
    return render(request, "together/meetings/written.html", context)


def resolution(request: HttpRequest, key: int) -> HttpResponse:
    who, item = access.written_item(request, key)
    form = ResolutionForm.of(request, about=f"resolution-of:{key}", initial={"votes": Votes.NOT_SAID})
    if form.accepted() and form.did(lambda: resolutions.pass_(item, **form.cleaned_data, by=who)):
        return redirect(_editor(item))
    return _page(request, item, form, _("Vedtak i «{item}»"), _("Før inn vedtaket"))


def change_resolution(request: HttpRequest, key: int) -> HttpResponse:
    who, found = access.resolution(request, key)
    form = ResolutionForm.of(request, about=found)
    if request.method == "POST" and "fjern" in request.POST:
        resolutions.remove(found, by=who)
        return redirect(_editor(found.item))
    if form.accepted() and form.did(
        lambda: resolutions.change(found, **form.cleaned_data, by=who, version=form.version)
    ):
        return redirect(_editor(found.item))
    more = [(_("Fjern vedtaket"), "fjern", "1")]
    return _page(request, found.item, form, _("Vedtak i «{item}»"), _("Lagre"), more)


def followup(request: HttpRequest, key: int) -> HttpResponse:
    who, item = access.item(request, key)
    form = FollowUpForm.of(request, about=f"followup-of:{key}").suit(item.meeting.workspace)
    if form.accepted() and form.did(
        lambda: followups.set_up(item.meeting.workspace, **form.given(), origin=item, by=who)
    ):
        return redirect("meeting", item.meeting_id) if item.meeting.approved else redirect(_editor(item))
    return _page(request, item, form, _("Oppfølging av «{item}»"), _("Gi oppfølgingen"))


def add_to(request: HttpRequest, key: int) -> HttpResponse:
    """A dated addition to approved minutes."""
    who, meeting = access.written(request, key)
    form = AdditionForm.of(request, about=f"addition-to:{key}")
    if form.accepted() and form.did(lambda: minutes.add_to(meeting, **form.cleaned_data, by=who)):
        return redirect("meeting", key)
    back = reverse("meeting", args=[key])
    context = {"form": form, "title": _("Tillegg til referatet"), "submit": _("Legg til"), "cancel": back}
    return frame.page(request, "together/meetings/form.html", meeting.workspace, TAB, context, here=meeting.title)


@require_POST
def approve(request: HttpRequest, key: int) -> HttpResponse:
    who, meeting = access.written(request, key)
    minutes.approve(meeting, by=who)
    return redirect("meeting", key)


def _items(meeting: Meeting) -> list[AgendaItem]:
    return list(meeting.items.on().select_related("minutes_by", "responsible").prefetch_related("resolutions"))


def _chosen(request: HttpRequest, items: list[AgendaItem]) -> AgendaItem | None:
    asked = next((one for one in items if str(one.pk) == request.GET.get("sak")), None)
    return asked or next((one for one in items if not one.minutes), items[0] if items else None)


def _written(meeting: Meeting, items: list[AgendaItem], item: AgendaItem | None) -> dict[str, object]:
    under = meeting_followups.by_item(items)
    here = f"workspaces.agendaitem:{item.pk}" if item else ""
    return {
        "items": items,
        "current": item,
        "resolutions": [(one, meeting_words.votes(one)) for one in item.resolutions.all()] if item else [],
        "followups": under.get(here, []),
    }


def _more(who: object, meeting: Meeting, items: list[AgendaItem], item: AgendaItem) -> list[tuple[str, str, str]]:
    """The other buttons all save first, so that nothing is lost on the way."""
    found = [(_("Lagre og før inn vedtak"), "gaa", "vedtak")]
    if rules.may(who, rules.RUN, meeting.workspace):  # type: ignore[arg-type]
        found.append((_("Lagre og gi en oppfølging"), "gaa", "oppfolging"))
    if item is not items[-1]:
        found.append((_("Lagre og gå til neste sak"), "gaa", "neste"))
    return found


def _next(request: HttpRequest, meeting: Meeting, items: list[AgendaItem], item: AgendaItem) -> str:
    way = request.POST.get("gaa")
    if way in ("vedtak", "oppfolging"):
        return reverse(f"agenda-item-{'resolution' if way == 'vedtak' else 'followup'}", args=[item.pk])
    spot = items.index(item) + (way == "neste")
    return f"{_editor(items[min(spot, len(items) - 1)])}&lagret=1"


def _editor(item: AgendaItem) -> str:
    return f"{reverse('meeting-minutes', args=[item.meeting_id])}?sak={item.pk}"


def _page(
    request: HttpRequest,
    item: AgendaItem,
    form: object,
    title: str,
    submit: str,
    more: list[tuple[str, str, str]] | None = None,
) -> HttpResponse:
    context: dict[str, object] = {
        "form": form,
        "title": title.format(item=item.title),
        "submit": submit,
        "more": more or [],
        "cancel": reverse("meeting", args=[item.meeting_id]) if item.meeting.approved else _editor(item),
    }
    workspace = item.meeting.workspace
    return frame.page(request, "together/meetings/form.html", workspace, TAB, context, here=item.meeting.title)
