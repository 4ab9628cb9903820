"""What somebody has written in an example, and how it becomes a revision without losing translations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from vardevei.core import translated
from vardevei.core.enums import LanguageForm
from vardevei.core.translated import Words
from vardevei.library import sections
from vardevei.library.enums import Model
from vardevei.library.models import Revision
from vardevei.opendata.problem import Problem

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Content:
    """As it comes from a form: `texts` is {section: text}; `resources` and `evidence` have `what` as plain text."""

    texts: Mapping[str, str]
    original: str = LanguageForm.BOKMAL
    resources: Sequence[Row] = ()
    evidence: Sequence[Row] = ()
    links: Sequence[Row] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    not_stated: Sequence[str] = ()
    source: str = ""
    note: str = ""


def check(content: Content) -> None:
    """An example has a title, a few words of what it is, and somebody who did it."""
    missing = [code for code in ("title", "lead") if not content.texts.get(code, "").strip()]
    facts = content.facts
    if missing or not (facts.get("organisations") or facts.get("others")):
        raise Problem(
            "example-too-short",
            "The example lacks a title, a few words of what was done, or who did it.",
            "Without these nobody can see what it is about.",
            "Fill in the three, and send it again. The rest can come later.",
        )


def fields_of(content: Content, before: Revision | None = None) -> dict[str, Any]:
    """The fields of a new revision. Translations follow from `before`, and know when the original has changed."""
    form = content.original
    old = before.texts if before else {}
    texts = {one.code: _words(old.get(one.code, {}), content.texts.get(one.code, ""), form) for one in sections.TEXTS}
    return {
        "original": form,
        "texts": {code: words for code, words in texts.items() if words},
        "resources": _rows(content.resources, before.resources if before else [], form),
        "evidence": _rows(content.evidence, before.evidence if before else [], form),
        "links": list(content.links),
        "facts": {"model": Model.OTHER.value, "dimensions": [], **content.facts},
        "not_stated": list(content.not_stated),
        "source": _words(before.source if before else {}, content.source, form),
        "note": content.note.strip(),
    }


def translation(revision: Revision, form: str, texts: Mapping[str, str]) -> dict[str, Any]:
    """The same revision with `texts` in another form; rows are named "resources.0" and so on. An empty text is none."""
    now = {name: getattr(revision, name) for name in ("original", "links", "facts", "not_stated")}
    said = {code: _said_in(words, form, texts.get(code), revision.original) for code, words in revision.texts.items()}
    rows = {
        name: [
            {**row, "what": _said_in(row["what"], form, texts.get(f"{name}.{at}"), revision.original)}
            for at, row in enumerate(getattr(revision, name))
        ]
        for name in ("resources", "evidence")
    }
    source = _said_in(revision.source, form, texts.get("source"), revision.original) if revision.source else {}
    return {**now, "texts": said, "source": source, **rows}


def title_of(revision: Revision, form: str = "") -> str:
    """What the example is called, in the form when it is there."""
    return translated.said(revision.texts.get("title", {}), form or revision.original, revision.original)


def _words(before: Words, text: str, form: str) -> Words:
    return translated.written(before, form, text.strip(), form) if text.strip() else {}


def _said_in(words: Words, form: str, text: str | None, original: str) -> Words:
    if text is None:
        return words
    if text.strip():
        return translated.written(words, form, text.strip(), original)
    return {key: value for key, value in words.items() if key != form}


def _rows(rows: Sequence[Row], before: Sequence[Row], form: str) -> list[Row]:
    """A row keeps its translations when its words, or else its place among equally many, are the same."""
    known = {row["what"].get(form): row["what"] for row in before}
    same = len(before) == len(rows)
    found = []
    for at, row in enumerate(rows):
        what = str(row["what"]).strip()
        old = known.get(what) or (before[at]["what"] if same else {})
        found.append({**row, "what": _words(old, what, form)})
    return found
