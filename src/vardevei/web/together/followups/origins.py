"""Where a follow-up comes from, as a way back: the name of the address and the words on the link, by kind of record."""

from django.apps import apps
from django.db.models import Model
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from vardevei.web.tables import Link
from vardevei.workspaces.models import FollowUp

# kind of record -> (words, name of the address, how to get from the record to the key that the address takes)
KINDS = {
    "workspaces.meeting": (_("Møtet «{title}»"), "meeting", ""),
    "workspaces.agendaitem": (_("Saken «{title}»"), "meeting", "meeting_id"),
    "workspaces.resolution": (_("Vedtaket «{title}»"), "meeting", "item.meeting_id"),
    "workspaces.thread": (_("Samtalen «{title}»"), "discussion-thread", ""),
    "workspaces.contribution": (_("Et innlegg i samtalen"), "discussion-thread", "thread_id"),
    "workspaces.survey": (_("Undersøkelsen «{title}»"), "survey", ""),
    "workspaces.event": (_("Arrangementet «{title}»"), "event", ""),
}


def of(followup: FollowUp) -> Link | str:
    """A link to it, or its words when it has no page of its own; nothing when it is gone."""
    kind, _colon, key = followup.origin.partition(":")
    record = _record(kind, key)
    if record is None:
        return ""
    words, address, path = KINDS[kind]
    said = str(words).format(title=record)
    try:
        return Link(said, reverse(address, args=[_at(record, path)]))
    except NoReverseMatch:
        return said


def _record(kind: str, key: str) -> Model | None:
    if kind not in KINDS or not key.isdigit():
        return None
    try:
        return apps.get_model(kind)._base_manager.filter(pk=key).first()
    except LookupError:
        return None


def _at(record: Model, path: str) -> object:
    found: object = record
    for name in path.split(".") if path else ["pk"]:
        found = getattr(found, name)
    return found
