"""The memo to take away: PDF/UA for everyone, and Word for those who go on writing."""

import re
from pathlib import Path
from typing import Any

from django.utils.text import slugify

from vardevei.core import printing
from vardevei.library.domain import memo_word, memo_words
from vardevei.library.domain.memo_content import Content
from vardevei.library.models import Edition

PAGE = Path(__file__).parents[1] / "memo.typ"
KINDS = ("pdf", "docx")
MOST = 12  # documents of editions in memory; an edition never changes, so neither does its document
_KEPT: dict[tuple[object, ...], bytes] = {}
# What neither XML nor a page can hold; it comes with text that is pasted.
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")


def make(edition: Edition, kind: str, form: str) -> bytes:
    """An edition as it was published, in one form of language."""
    key = (edition.pk, edition.sha256, kind, form)
    if key not in _KEPT:
        told = memo_words.of(edition.content, form, number=edition.number, on=edition.on, decided=edition.decided)
        if len(_KEPT) >= MOST:
            _KEPT.pop(next(iter(_KEPT)))
        _KEPT[key] = _made(told, kind)
    return _KEPT[key]


def draft(content: Content, kind: str, form: str) -> bytes:
    """The memo as it stands, marked as a draft."""
    return _made(memo_words.of(content, form), kind)


def name_of(told_title: str, number: int | None, kind: str) -> str:
    """ "de-gode-eksemplenes-vei-utgave-2.pdf" """
    plain = told_title.casefold().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    return f"{slugify(plain)[:60].strip('-')}-{f'utgave-{number}' if number else 'utkast'}.{kind}"


def _made(told: dict[str, Any], kind: str) -> bytes:
    seen = _seen(told)
    return printing.pdf(PAGE, "memo", seen) if kind == "pdf" else memo_word.document(seen)


def _seen(told: Any) -> Any:
    """The same, without what cannot be written."""
    if isinstance(told, dict):
        return {name: _seen(value) for name, value in told.items()}
    if isinstance(told, list | tuple):
        return [_seen(value) for value in told]
    return UNSEEN.sub("", told) if isinstance(told, str) else told
