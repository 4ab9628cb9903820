"""Drafts: kept while somebody writes, given back to that person alone, gone when the text is in its place."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from vardevei.core.models import Draft, Person
from vardevei.opendata.problem import Problem

DAYS = 30
MOST = 50  # for each person: the oldest go first
ROOM = 500_000  # characters: a long application twice over

Texts = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Begun:
    """A form as it was opened: which, about what, where, and over which version of the record.

    `after` is the key of the draft it went on from, `seen` when that was saved: it is replaced unless somebody has
    written more in it since, in another window.
    """

    key: str
    code: str
    about: str = ""
    title: str = ""
    address: str = ""
    version: int | None = None
    base: dict[str, str] | None = None
    after: str = ""
    seen: str = ""


def save(begun: Begun, texts: Texts, *, by: Person) -> Draft | None:
    """Keep what is written so far. Nothing written, nothing kept."""
    if not any(text.strip() for several in texts.values() for text in several):
        of(by).filter(key=begun.key).delete()
        return None
    if sum(len(text) for several in texts.values() for text in several) > ROOM:
        raise Problem(
            "draft-too-long",
            "The text is too long to be kept as a draft.",
            f"A draft holds {ROOM} characters.",
            "Save the form, or keep the text somewhere else meanwhile.",
        )
    draft = _put(begun, texts, by)
    _went_on(begun, by)
    Draft.objects.filter(pk__in=Draft.objects.filter(person=by)[MOST:].values_list("pk", flat=True)[:MOST]).delete()
    return draft


def _put(begun: Begun, texts: Texts, by: Person) -> Draft:
    """In one statement: the form's own saving and the one of a closing tab may come at the same moment."""
    kept = {
        "code": begun.code,
        "about": begun.about,
        "title": begun.title[:200],
        "address": begun.address[:500],
        "data": {name: [text.replace("\0", "") for text in several] for name, several in texts.items()},
        "version": begun.version,
        "base": begun.base or {},
        "saved_at": timezone.now(),
    }
    draft = Draft(person=by, key=begun.key, **kept)
    Draft.objects.bulk_create([draft], update_conflicts=True, unique_fields=["person", "key"], update_fields=[*kept])
    return Draft.objects.get(person=by, key=begun.key)


def of(person: Person) -> QuerySet[Draft]:
    """The person's drafts that are still kept, the newest first."""
    return Draft.objects.filter(person=person, saved_at__gte=timezone.now() - timedelta(days=DAYS))


def of_form(person: Person, code: str, *about: str) -> QuerySet[Draft]:
    """Drafts of one form about one record, by any of the names the record has had."""
    return of(person).filter(code=code, about__in=about)


def done(begun: Begun, *, by: Person) -> None:
    """What was written is in its place."""
    of(by).filter(key=begun.key).delete()
    _went_on(begun, by)


def discard(key: str, *, by: Person) -> str:
    """Throw a draft away; gives the address of its form, "" when there was no such draft."""
    draft = of(by).filter(key=key).first()
    if draft is None:
        return ""
    draft.delete()
    return draft.address


def _went_on(begun: Begun, by: Person) -> None:
    if begun.after and begun.after != begun.key:
        of(by).filter(key=begun.after, saved_at=datetime.fromisoformat(begun.seen)).delete()
