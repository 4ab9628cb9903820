"""Documents in the county's dialogue with a municipality."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import files, log
from vardevei.core.domain.files import Readable
from vardevei.core.models import Person
from vardevei.organisations import rules
from vardevei.organisations.models import Organisation, PlaceDocument


@transaction.atomic
def add(
    place: Organisation, *, title: str, day: date, content: bytes | Readable, name: str, by: Person
) -> PlaceDocument:
    """Keep a document about the municipality."""
    rules.must(by, rules.WRITE_DIALOGUE, place)
    kept = files.keep(content, name, by=by)
    document = PlaceDocument.objects.create(place=place, title=title or kept.name, day=day, file=kept, by=by)
    _log("document-added", _("Et dokument om {municipality} ble lagt inn."), document, by)
    return document


@transaction.atomic
def remove(document: PlaceDocument, *, why: str, by: Person) -> PlaceDocument:
    """Take the file away for good; that it was there, and why it went, stays. Doing it again changes nothing."""
    rules.must(by, rules.WRITE_DIALOGUE, document.place_id)
    if document.removed_at is not None:
        return document
    kept, document.file = document.file, None
    document.removed_at, document.removed_why = timezone.now(), why
    document.save(update_fields=["file", "removed_at", "removed_why"])
    if kept:
        files.forget(kept)
    _log("document-removed", _("Et dokument om {municipality} ble tatt bort."), document, by, why)
    return document


def _log(act: str, text: str | Promise, document: PlaceDocument, by: Person, why: str = "") -> None:
    log.write(act, text, by=by, about=document, place=document.place_id, why=why, municipality=document.place)
