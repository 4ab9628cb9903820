"""What the county's staff have noted of a municipality: one text, and whether there is an international strategy."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.organisations import rules
from vardevei.organisations.enums import HasStrategy
from vardevei.organisations.models import Note, Organisation, StrategyNote


@transaction.atomic
def write(place: Organisation, *, text: str, by: Person) -> Note:
    """Replace the text that the county's staff share about the municipality."""
    rules.must(by, rules.WRITE_DIALOGUE, place)
    note = Note.objects.select_for_update().filter(place=place).first() or Note(place=place, version=0)
    if note.pk and note.text == text:
        return note
    note.text, note.by, note.written_at = text, by, timezone.now()
    note.version += 1
    note.save()
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
    place: Organisation, *, has: HasStrategy | str, year: int | None = None, link: str = "", by: Person
) -> StrategyNote:
    """Say whether the municipality has an international strategy; year and address only when it has."""
    rules.must(by, rules.WRITE_DIALOGUE, place)
    found = StrategyNote.objects.select_for_update().filter(place=place).first()
    note = found or StrategyNote(place=place, version=0)
    known = has == HasStrategy.YES
    note.has, note.year, note.link = HasStrategy(has), year if known else None, link if known else ""
    note.by, note.written_at = by, timezone.now()
    note.version += 1
    note.save()
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
