"""Editions of the memo: what would be new, and publishing it. Once published an edition never changes."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.library import rules
from vardevei.library.domain import contributions, memo_changes, memo_content, memo_figures
from vardevei.library.domain.memo_changes import Change
from vardevei.library.domain.memo_content import Content
from vardevei.library.models import Contribution, Edition, Memo
from vardevei.opendata.problem import Problem


def newest(memo: Memo) -> Edition | None:
    """The last edition that was published, if any."""
    return memo.editions.first()


def find(memo: Memo, number: int | None) -> Edition:
    """The edition with the number, or the newest."""
    found = newest(memo) if number is None else memo.editions.filter(number=number).first()
    if found is None:
        raise Problem(
            "edition-not-there",
            f"There is no edition {number}." if number else "There is no edition yet.",
            "",
            f"The editions are: {', '.join(str(one.number) for one in memo.editions.all()) or 'none'}.",
        )
    return found


def preview(memo: Memo) -> tuple[Content, list[Change]]:
    """What an edition would hold now, and what would be new in it."""
    last, content = newest(memo), memo_content.now(memo)
    accepted = Contribution.objects.waiting_for_edition().filter(section__memo=memo).select_related("section")
    return content, memo_changes.between(last.content if last else None, content, accepted)


@transaction.atomic
def publish(memo: Memo, *, on: date, decided: str, by: Person) -> Edition:
    """A new edition, with what is new since the one before; those whose contributions it took are told."""
    rules.must(by, rules.PUBLISH_EDITION)
    content, changes = preview(memo)
    last = newest(memo)
    if last and not changes:
        raise Problem(
            "edition-nothing-new",
            "The memo is as it was in the last edition.",
            "A new edition would be the same.",
            "Change something first.",
        )
    if last and on < last.on:
        raise Problem(
            "edition-before-the-last",
            "The day is before the last edition's.",
            f"Edition {last.number} is of {last.on}.",
            "Choose that day or a later one.",
            number=last.number,
        )
    edition = _keep(memo, on=on, decided=decided, content=content, changes=changes, by=by)
    contributions.taken(edition, by=by)
    told = _("Utgave {number} av notatet ble gitt ut.")
    log.write("edition-published", told, by=by, about=edition, number=edition.number)
    return edition


@transaction.atomic
def first(memo: Memo, *, decided: dict[str, str]) -> Edition | None:
    """The built-in edition, made once; None when there is one already. Who decided is said in three forms."""
    if memo.editions.exists():
        return None
    content, changes = preview(memo)
    content["decided"] = decided
    on = date.fromisoformat(content["as_of"])
    return _keep(memo, on=on, decided=decided["nb"], content=content, changes=changes, by=None)


def is_whole(edition: Edition) -> bool:
    """Whether the content is what was kept when the edition was made."""
    return memo_figures.digest(edition.content) == edition.sha256


def _keep(memo: Memo, *, on: date, decided: str, content: Content, changes: list[Change], by: Person | None) -> Edition:
    last = newest(memo)
    edition = Edition(memo=memo, number=(last.number if last else 0) + 1, on=on, decided=decided, by=by)
    edition.content, edition.changes, edition.sha256 = content, changes, memo_figures.digest(content)
    try:
        with transaction.atomic():
            edition.save(force_insert=True)
    except IntegrityError as error:
        raise Problem(
            "edition-meanwhile",
            "Somebody else has just published an edition.",
            f"Number {edition.number} is taken.",
            "Look at what that edition holds, and publish again if it is still needed.",
            number=edition.number,
        ) from error
    return edition
