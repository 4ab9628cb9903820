"""Writing the memo: sections added, written in one form of language at a time, put in order and taken out."""

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from vardevei.core import translated
from vardevei.core.domain import log, versioned
from vardevei.core.models import Person
from vardevei.library import rules
from vardevei.library.domain import memo_figures
from vardevei.library.models import Memo, Section
from vardevei.opendata.problem import Problem

MEMO = "notat"
WORDS = ("title", "text", "questions")
STAMPS = ("changed_at", "changed_by")


def memo() -> Memo | None:
    """The memo; None before the built-in facts are loaded."""
    return Memo.objects.filter(pk=MEMO).first()


def is_stale(section: Section, form: str) -> bool:
    """Whether the original has been changed since this form was translated from it."""
    return any(translated.out_of_date(getattr(section, name), form, section.original) for name in WORDS)


@transaction.atomic
def add(memo: Memo, *, title: str, kind: str, level: int, form: str, by: Person) -> Section:
    """A new section, last in the memo; its first language is its original."""
    rules.must(by, rules.WRITE_MEMO)
    last = memo.sections.aggregate(last=Max("order"))["last"] or 0
    section = Section(memo=memo, slug=_free(memo, title), order=last + 1, level=level, kind=kind, original=form)
    section.title, section.changed_by = {form: title}, by
    section.save()
    _say("memo-section-added", _("Delen «{section}» ble lagt til i notatet."), section, by)
    return section


@transaction.atomic
def write(section: Section, *, form: str, by: Person, version: int | None = None, **words: str) -> Section:
    """What it says in one form of language: title, text and questions. The other forms stay as they are."""
    rules.must(by, rules.WRITE_MEMO)
    if not words.get("title", "x").strip() and form == section.original:
        raise _without_title()
    for name, text in words.items():
        setattr(section, name, translated.written(getattr(section, name), form, text.strip(), section.original))
    _save(section, tuple(words), version, by)
    _say("memo-section-written", _("Delen «{section}» i notatet ble endret."), section, by)
    return section


@transaction.atomic
def set_up(section: Section, *, by: Person, version: int | None = None, **facts: Any) -> Section:
    """What it is: kind, level, the chosen examples, the figure and what is chosen for it, sources."""
    rules.must(by, rules.WRITE_MEMO)
    if "figure" in facts:
        memo_figures.check(facts["figure"], facts.get("choice", section.choice))
    for name, value in facts.items():
        setattr(section, name, value)
    _save(section, tuple(facts), version, by)
    _say("memo-section-set-up", _("Innholdet i delen «{section}» i notatet ble valgt."), section, by)
    return section


@transaction.atomic
def move(section: Section, *, up: bool, by: Person) -> None:
    """One place up or down. Not a change of the section itself: nobody who writes in it is disturbed."""
    rules.must(by, rules.WRITE_MEMO)
    standing = list(section.memo.sections.standing())
    spot = standing.index(section)
    other = spot - 1 if up else spot + 1
    if not 0 <= other < len(standing):
        return
    standing[spot], standing[other] = standing[other], standing[spot]
    for order, one in enumerate(standing, 1):
        Section.objects.filter(pk=one.pk).exclude(order=order).update(order=order)
    _say("memo-section-moved", _("Delen «{section}» fikk en annen plass i notatet."), section, by)


@transaction.atomic
def remove(section: Section, *, by: Person) -> None:
    """Out of the memo as it stands; editions that have it keep it, and it can be put back."""
    rules.must(by, rules.WRITE_MEMO)
    Section.objects.filter(pk=section.pk, removed_at=None).update(removed_at=timezone.now())
    _say("memo-section-removed", _("Delen «{section}» ble tatt ut av notatet."), section, by)


@transaction.atomic
def put_back(section: Section, *, by: Person) -> None:
    """A section that was taken out is there again, with what stood in it."""
    rules.must(by, rules.WRITE_MEMO)
    Section.objects.filter(pk=section.pk).update(removed_at=None)
    _say("memo-section-put-back", _("Delen «{section}» ble satt inn igjen i notatet."), section, by)


def _save(section: Section, fields: tuple[str, ...], version: int | None, by: Person) -> None:
    section.changed_at, section.changed_by = timezone.now(), by
    versioned.save(section, (*fields, *STAMPS), version)


def _free(memo: Memo, title: str) -> str:
    """Its address; a number behind when another section has it, also one that was taken out."""
    plain = title.casefold().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    wanted = slugify(plain)[:60].strip("-") or "del"
    taken = set(memo.sections.values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (wanted, *numbered) if slug not in taken)


def _without_title() -> Problem:
    return Problem(
        "section-without-title",
        "The section has no title.",
        "Its heading stands in the contents, and readers find it by that.",
        "Write a title.",
    )


def _say(act: str, text: str | Promise, section: Section, by: Person) -> None:
    log.write(act, text, by=by, about=section, section=str(section))
