"""The memo in words, in one form of language: blocks that a page, a PDF and a Word document set alike.

A block is {"kind": …} with what that kind needs: h (level, number, text, id), p, quote, list, table, figure, box, note.
`lang` stands on a block that is in another form than the document. Numbers are given here, so that all three have the
same: 2.3, Annex 1, Table 4.
"""

from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from vardevei.core import markdown, translated
from vardevei.library.domain import memo_example_words, memo_figure_words, memo_sources
from vardevei.library.domain.memo_content import Content
from vardevei.library.enums import SectionKind

Block = dict[str, Any]
Told = dict[str, Any]


def of(content: Content, form: str, *, number: int | None = None, on: date | None = None, decided: str = "") -> Told:
    """The whole document. Without a number it is the memo as it stands, and says that it is a draft."""
    with override(form):
        return _Writer(content, form).told(number, on or date.fromisoformat(content["as_of"]), decided)


class _Writer:
    """Counts chapters, annexes, tables and figures as it goes."""

    def __init__(self, content: Content, form: str) -> None:
        self.content, self.form = content, form
        self.tables, self.figures, self.annexes = count(1), count(1), count(1)
        self.chapter = self.part = 0
        self.in_annex = False

    def told(self, number: int | None, on: date, decided: str) -> Told:
        parts = [block for section in self.content["sections"] for block in self._section(section)]
        edition = _("Utgave {number}").format(number=number) if number else _("Utkast. Ikke gitt ut.")
        return {
            "lang": self.form,
            "title": translated.said(self.content["title"], self.form, "nb"),
            "edition": edition,
            "day": date_format(on, "j. F Y"),
            "decided": translated.said(self.content.get("decided", {}), self.form, "nb") or decided,
            "lead": markdown.blocks(translated.said(self.content["lead"], self.form, "nb")),
            "parts": parts,
            "sources": memo_sources.of(self.content, self.form),
            "heads": {
                "contents": _("Innhold"),
                "sources": _("Kilder"),
                "page": _("Side"),
                "decided": _("Bestemt av"),
                "questions": _("Spørsmål til diskusjon"),
            },
        }

    def _section(self, section: dict[str, Any]) -> Iterator[Block]:
        lang = translated.said_in(section["title"], self.form, section["original"])
        other = {"lang": lang} if lang != self.form else {}
        for block in self._inside(section, section["level"]):
            yield {**block, **({} if "lang" in block else other)}

    def _inside(self, section: dict[str, Any], level: int) -> Iterator[Block]:
        said = {name: self._said(section, name) for name in ("title", "text", "questions")}
        yield {"kind": "h", "level": level, "number": self._number(section), "text": said["title"],
               "id": section["slug"]}  # fmt: skip
        yield from self._text(said["text"], level)
        if section["figure"]:
            yield from memo_figure_words.blocks(section["figure"], self.form, self.tables, self.figures)
        for example in section["examples"]:
            yield from memo_example_words.blocks(example, self.form, level + 1, self.tables)
        if said["questions"].strip():
            asked = [line.strip() for line in said["questions"].splitlines() if line.strip()]
            yield {"kind": "box", "head": _("Spørsmål til diskusjon"), "items": [markdown.runs(one) for one in asked]}

    def _text(self, text: str, level: int) -> Iterator[Block]:
        for block in markdown.blocks(text):
            if block["kind"] == "h":
                yield {"kind": "h", "level": level + 1, "number": "", "text": markdown.said(block["runs"]), "id": ""}
            elif block["kind"] == "table":
                yield {**block, "caption": "", "align": ["left"] * len(block["head"]), "foot": []}
            else:
                yield block

    def _number(self, section: dict[str, Any]) -> str:
        if section["kind"] == SectionKind.ANNEX and section["level"] == 1:
            self.in_annex = True
            return _("Vedlegg {number}.").format(number=next(self.annexes))
        if section["level"] == 1:
            self.chapter, self.part, self.in_annex = self.chapter + 1, 0, False
            return str(self.chapter)
        self.part += 1
        return "" if self.in_annex else f"{self.chapter}.{self.part}"

    def _said(self, section: dict[str, Any], name: str) -> str:
        return translated.said(section[name], self.form, section["original"])
