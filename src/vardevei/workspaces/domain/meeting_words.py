"""An agenda or minutes in words, in the language in use: plain texts, ready to be set as PDF or Word.

Only the fixed words follow the language; what people wrote stands as they wrote it.
"""

from typing import Any

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.workspaces.domain import meeting_attendance, meeting_followups
from vardevei.workspaces.enums import SeenBy, Votes
from vardevei.workspaces.models import AgendaItem, Meeting, Resolution, WorkspaceFile


def agenda(meeting: Meeting) -> dict[str, Any]:
    """What is to be talked about."""
    told = _frame(meeting, _("Saksliste"))
    return {**told, "agenda": [_item(item, spot, told=False) for spot, item in _numbered(meeting)]}


def minutes(meeting: Meeting) -> dict[str, Any]:
    """What was said, decided and agreed; a draft says that it is one."""
    told = _frame(meeting, _("Referat"))
    told["facts"] += _attendance(meeting)
    told["note"] = "" if meeting.approved else _("Utkast. Referatet er ikke godkjent.")
    told["agenda"] = [_item(item, spot, told=True) for spot, item in _numbered(meeting)]
    told["followups"] = [_followup(one) for one in meeting_followups.of_meeting(meeting)]
    told["additions"] = [_addition(one) for one in meeting.additions.select_related("by")]
    return told


def votes(resolution: Resolution) -> str:
    """How it was passed, in words; nothing when that is not said."""
    if resolution.votes == Votes.NOT_SAID:
        return ""
    if resolution.votes_for is None or resolution.votes_against is None:
        return str(resolution.get_votes_display())
    text = _("Flertall: {n} for, {m} mot")
    return text.format(n=resolution.votes_for, m=resolution.votes_against)


def when(meeting: Meeting) -> str:
    """The day, and from when to when."""
    if meeting.begins is None:
        return _("Ikke bestemt")
    begins = timezone.localtime(meeting.begins)
    day, start = date_format(begins, "j. F Y"), time_format(begins, "H.i")
    if meeting.ends is None:
        return _("{day} kl. {start}").format(day=day, start=start)
    ends = timezone.localtime(meeting.ends)
    if ends.date() != begins.date():
        text = _("{day} kl. {start} til {last} kl. {end}")
        return text.format(day=day, start=start, last=date_format(ends, "j. F Y"), end=time_format(ends, "H.i"))
    return _("{day} kl. {start}–{end}").format(day=day, start=start, end=time_format(ends, "H.i"))


def paragraphs(text: str) -> list[str]:
    """A text as its lines; empty ones only part the others."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _frame(meeting: Meeting, kind: str) -> dict[str, Any]:
    facts = [
        (_("Når"), when(meeting)),
        (_("Hvor"), meeting.place or _("Ikke bestemt")),
        (_("Møteleder"), str(meeting.chair or "")),
        (_("Referent"), str(meeting.minute_taker or "")),
    ]
    return {
        "lang": get_language() or "nb",
        "kind": kind,
        "title": meeting.title,
        "from": f"{meeting.workspace.owner}"
        if meeting.workspace.alone
        else f"{meeting.workspace.owner} · {meeting.workspace}",
        "note": "",
        "facts": [(name, value) for name, value in facts if value],
        "text": paragraphs(meeting.text),
        "empty": _("Ingen saker er satt opp."),
        "followups": [],
        "additions": [],
        "heads": _heads(),
    }


def _heads() -> dict[str, Any]:
    return {
        "facts": _("Om møtet"),
        "agenda": _("Saker"),
        "questions": _("Spørsmål til diskusjon"),
        "resolution": _("Vedtak"),
        "followups": _("Hvem gjør hva"),
        "columns": [_("Hva"), _("Hvem"), _("Innen")],
        "additions": _("Tillegg etter godkjenning"),
        "what": _("Hva"),
        "told": _("Opplysning"),
        "page": _("Side"),
    }


def _numbered(meeting: Meeting) -> list[tuple[int, AgendaItem]]:
    laid_before = Prefetch("files", WorkspaceFile.objects.filter(removed_at__isnull=True).exclude(seen_by=SeenBy.LEADS))
    items = meeting.items.on().select_related("responsible").prefetch_related("resolutions", laid_before)
    return list(enumerate(items, 1))


def _item(item: AgendaItem, spot: int, *, told: bool) -> dict[str, Any]:
    """`told`: what was said stands instead of what was asked."""
    under = [str(item.get_kind_display()), str(item.responsible or "")]
    return {
        "number": str(spot),
        "title": item.title,
        "under": " · ".join(part for part in under if part),
        "text": [*paragraphs(item.text), *_files(item)],
        "questions": [] if told else item.asked,
        "minutes": paragraphs(item.minutes) if told else [],
        "resolutions": [_resolution(one) for one in item.resolutions.all()] if told else [],
    }


def _files(item: AgendaItem) -> list[str]:
    """The titles of what all in the workspace may read with it."""
    titles = sorted(file.title for file in item.files.all())
    return [_("Vedlegg: {titles}").format(titles=", ".join(titles))] if titles else []


def _resolution(one: Resolution) -> dict[str, Any]:
    under = [_("Rettet til: {whom}").format(whom=one.whom) if one.whom else "", votes(one)]
    return {
        "head": _("Vedtak {number}").format(number=str(one)),
        "text": paragraphs(one.text),
        "under": ". ".join(part for part in under if part),
    }


def _followup(one: Any) -> list[str]:
    return [one.what, str(one.who or one.organisation or _("ingen ennå")), date_format(one.due, "j. F Y")]


def _addition(one: Any) -> dict[str, Any]:
    at = date_format(timezone.localtime(one.at), "j. F Y")
    return {"head": ", ".join(part for part in (at, str(one.by or "")) if part), "text": paragraphs(one.text)}


def _attendance(meeting: Meeting) -> list[tuple[str, str]]:
    listed = meeting_attendance.recorded(meeting)
    came = [str(one) for one in listed if one.came]
    away = [str(one) for one in listed if not one.came]
    return [(name, ", ".join(those)) for name, those in ((_("Til stede"), came), (_("Ikke til stede"), away)) if those]
