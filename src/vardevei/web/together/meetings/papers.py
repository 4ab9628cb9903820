"""Agenda and minutes to take away: from the meeting's page, and behind the link in a letter."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.core.enums import FileKind
from vardevei.web import downloads, exports
from vardevei.web.behind_a_link import behind_a_link
from vardevei.web.together import doors
from vardevei.web.together.meetings import access
from vardevei.workspaces import rules
from vardevei.workspaces.domain import meeting_documents, meeting_followups, meeting_words, resolutions
from vardevei.workspaces.models import FollowUp, Meeting

OPEN_FOR = timedelta(days=365)
ADDRESSES = {"saksliste": "agenda", "referat": "minutes"}


def document(request: HttpRequest, key: int, what: str, kind: str) -> HttpResponse:
    """Minutes that are not approved are for those who are in it."""
    _person, meeting = access.meeting(request, key, rules.SEE)
    if ADDRESSES.get(what) == "minutes" and not meeting.approved:
        access.meeting(request, key, rules.SEE_PEOPLE)
    return _send(meeting, what, kind)


@behind_a_link
def behind(request: HttpRequest, token: str) -> HttpResponse:
    """What the letter tells of: the agenda, and the minutes when they are approved. No account is needed."""
    meeting = get_object_or_404(access.MEETINGS, key=token)
    if _ended(meeting):
        return redirect("meeting", meeting.pk)
    told = meeting_words.minutes(meeting) if meeting.approved else meeting_words.agenda(meeting)
    return render(request, "together/meetings/papers.html", {"meeting": meeting, "told": told, "token": token})


@behind_a_link
def document_behind(request: HttpRequest, token: str, what: str, kind: str) -> HttpResponse:
    meeting = get_object_or_404(access.MEETINGS, key=token)
    if _ended(meeting) or (what == "referat" and not meeting.approved):
        raise Http404(what)
    return _send(meeting, what, kind)


def _ended(meeting: Meeting) -> bool:
    """A letter may lie about for years: after one, those who take part read it after signing in."""
    return (meeting.begins or meeting.called_at) < timezone.now() - OPEN_FOR


def list_of_resolutions(request: HttpRequest, key: int, kind: str) -> HttpResponse:
    """Every resolution of the workspace, with what followed."""
    _person, workspace = doors.workspace(request, key, rules.SEE_PEOPLE)
    if kind not in exports.TYPES:
        raise Http404(kind)
    heads = [
        _("Vedtak"),
        _("Dag"),
        _("Møte"),
        _("Sak"),
        _("Vedtaket"),
        _("Rettet til"),
        _("Avstemning"),
        _("Oppfølging"),
    ]
    found = list(resolutions.of_workspace(workspace))
    under = meeting_followups.by_item([one.item for one in found])
    rows: list[list[exports.Cell]] = [
        [
            str(one),
            one.day,
            one.item.meeting.title,
            one.item.title,
            one.text,
            one.whom,
            meeting_words.votes(one),
            _led_to(under, one.item_id),
        ]
        for one in found
    ]
    return exports.send(kind, f"vedtak-{key}", exports.Table(heads, rows, title=_("Vedtak")))


def _led_to(under: dict[str, list[FollowUp]], item: int) -> str:
    """ "Skrive brev: Kari Nes, innen 1.2.2027 (Gjort)" for each."""
    text = _("{what}: {who}, innen {day} ({state})")
    return "; ".join(
        text.format(
            what=one.what,
            who=one.who or one.organisation or "",
            day=f"{one.due:%d.%m.%Y}",
            state=one.get_state_display(),
        )
        for one in under.get(f"workspaces.agendaitem:{item}", [])
    )


def _send(meeting: Meeting, what: str, kind: str) -> HttpResponse:
    form = get_language() or "nb"
    if what not in ADDRESSES or kind not in meeting_documents.KINDS:
        raise Http404(what)
    made = meeting_documents.make(meeting, ADDRESSES[what], kind, form)
    answer = HttpResponse(made, content_type=downloads.TYPES[FileKind(kind)])
    name = meeting_documents.name_of(meeting, ADDRESSES[what], kind, form)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
