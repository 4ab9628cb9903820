"""What the county's staff have noted of a municipality: one text, and whether there is an international strategy."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, versioned
from vardevei.core.models import Person
from vardevei.organisations import rules
from vardevei.organisations.enums import HasStrategy
from vardevei.organisations.models import Note, Organisation, StrategyNote


@transaction.atomic
def write(place: Organisation, *, text: str, by: Person, version: int | None = None) -> Note:
    """Replace the text that the county's staff share about the municipality, when `version` is still what stands."""
    rules.must(by, rules.WRITE_DIALOGUE, place)
    note = Note.objects.filter(place=place).first() or Note(place=place)
    if note.pk and note.text == text:
        return note
    note.text, note.by, note.written_at = text, by, timezone.now()
    versioned.save(note, ["text", "by", "written_at"], version)
    log.write(
        "note-written",
        _("Notatet om {municipality} ble skrevet om."),
        by=by,
        about=note,
        place=place.pk,
        municipality=place,
    )
    return note


@transaction.atomic
def note_strategy(
    place: Organisation,
    *,
    has: HasStrategy | str,
    year: int | None = None,
    link: str = "",
    by: Person,
    version: int | None = None,
) -> StrategyNote:
    """Say whether the municipality has an international strategy; year and address only when it has.

    Refused when `version` is given and is no longer what stands.
    """
    rules.must(by, rules.WRITE_DIALOGUE, place)
    note = StrategyNote.objects.filter(place=place).first() or StrategyNote(place=place)
    known = has == HasStrategy.YES
    note.has, note.year, note.link = HasStrategy(has), year if known else None, link if known else ""
    note.by, note.written_at = by, timezone.now()
    versioned.save(note, ["has", "year", "link", "by", "written_at"], version)
    log.write(
        "strategy-noted",
        _("Internasjonal strategi i {municipality}: {answer}."),
        by=by,
        about=note,
        place=place.pk,
        municipality=place,
        answer=HasStrategy(has).label,
    )
    return note
