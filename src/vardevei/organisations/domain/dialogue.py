"""The log of contact with a municipality. Contacts in the municipality do not see it."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, versioned
from vardevei.core.enums import LetterState
from vardevei.core.models import Letter, Person
from vardevei.opendata.problem import Problem
from vardevei.organisations import rules
from vardevei.organisations.enums import Channel
from vardevei.organisations.models import DialogueEntry, Organisation

REGRET = timedelta(days=1)


@transaction.atomic
def add(
    place: Organisation, *, channel: Channel | str, day: date, whom: str = "", text: str = "", by: Person
) -> DialogueEntry:
    """Write down one time the county and the municipality were in contact. Sent twice, it is there once."""
    rules.must(by, rules.WRITE_DIALOGUE, place)
    _has_been(day)
    same = DialogueEntry.objects.standing().filter(place=place, channel=channel, day=day, whom=whom, text=text, by=by)
    if found := same.filter(written_at__gte=timezone.now() - timedelta(minutes=5)).first():
        return found
    entry = DialogueEntry.objects.create(place=place, channel=channel, day=day, whom=whom, text=text, by=by)
    log.write(
        "dialogue-added",
        _("Kontakt med {municipality} {day} ble skrevet inn: {channel}."),
        by=by,
        about=entry,
        place=place.pk,
        municipality=place,
        day=day,
        channel=Channel(channel).label,
    )
    return entry


@transaction.atomic
def change(entry: DialogueEntry, *, channel: str, day: date, whom: str, text: str, by: Person) -> DialogueEntry:
    """Put right what was written. Everyone who may write the dialogue may; the log says who did."""
    rules.must(by, rules.WRITE_DIALOGUE, entry.place_id)
    _stands(entry)
    _has_been(day)
    entry.channel, entry.day, entry.whom, entry.text = channel, day, whom, text
    versioned.save(entry, ["channel", "day", "whom", "text"])
    _log("dialogue-changed", _("Kontakt med {municipality} {day} ble endret."), entry, by)
    return entry


def may_delete(entry: DialogueEntry, person: Person) -> bool:
    """One's own words, within a day: after that others may have acted on them."""
    return entry.by_id == person.pk and entry.struck_at is None and timezone.now() - entry.written_at < REGRET


@transaction.atomic
def delete(entry: DialogueEntry, *, by: Person) -> None:
    """Take away what one wrote oneself within the last day."""
    rules.must(by, rules.WRITE_DIALOGUE, entry.place_id)
    if not may_delete(entry, by):
        raise Problem(
            "dialogue-too-old",
            "This can no longer be deleted.",
            "It was written by somebody else, or more than a day ago, and others may have acted on it.",
            "Strike it and say why: it stays readable with a line through it.",
        )
    _log("dialogue-deleted", _("Kontakt med {municipality} {day} ble slettet av den som skrev."), entry, by)
    entry.delete()


@transaction.atomic
def strike(entry: DialogueEntry, *, why: str, by: Person) -> DialogueEntry:
    """Draw a line through what was wrong: it stays readable and says why, and no longer counts as contact."""
    rules.must(by, rules.WRITE_DIALOGUE, entry.place_id)
    _stands(entry)
    entry.struck_at, entry.struck_by, entry.struck_why = timezone.now(), by, why
    versioned.save(entry, ["struck_at", "struck_by", "struck_why"])
    _log("dialogue-struck", _("Kontakt med {municipality} {day} ble strøket."), entry, by, why)
    return entry


def latest(places: Iterable[str]) -> list[tuple[str, date, str]]:
    """(place, day, channel) of each entry that counts as contact: not struck, and not a note to oneself. One query."""
    found = DialogueEntry.objects.standing().exclude(channel=Channel.NOTE).filter(place_id__in=list(places))
    return list(found.order_by("day", "pk").values_list("place_id", "day", "channel"))


def letters_to(places: Iterable[str]) -> QuerySet[Letter]:
    """What was sent to people in the municipalities; it is contact without anybody writing it down."""
    return Letter.objects.filter(place__in=list(places), state=LetterState.SENT, urgent=False)


def latest_letters(places: Iterable[str]) -> list[tuple[str, date]]:
    """(place, day) of the last letter to each. One query."""
    last = letters_to(places).order_by().values("place").annotate(last=Max("sent_at"))
    return [(row["place"], timezone.localdate(row["last"])) for row in last]


def _has_been(day: date) -> None:
    if day > timezone.localdate():
        raise Problem(
            "dialogue-in-the-future",
            "The day has not been yet.",
            "The log tells of contact that has taken place.",
            "Write the day it took place, or make it a next step.",
        )


def _stands(entry: DialogueEntry) -> None:
    if entry.struck_at is not None:
        raise Problem(
            "dialogue-struck",
            "This has been struck out.",
            "What has been struck stays as it was.",
            "Write a new line instead.",
        )


def _log(act: str, text: str | Promise, entry: DialogueEntry, by: Person, why: str = "") -> None:
    log.write(
        act,
        text,
        by=by,
        about=entry,
        place=entry.place_id,
        why=why,
        municipality=entry.place,
        day=entry.day,
    )
