"""The built-in memo: one plain file for each section in `library/memo/`, with its facts on top and its texts in three
forms of language. What somebody has changed on this site is never written over."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from vardevei.core import translated
from vardevei.library.domain import editions, memo_figures
from vardevei.library.domain.memo_sections import MEMO
from vardevei.library.models import Edition, Memo, Section

FILES = Path(__file__).parents[1] / "memo"
FORMS = ("nb", "nn", "en")
FACTS = {"kind", "level", "examples", "figure", "choice", "sources"}
QUESTIONS = "?"


@dataclass(frozen=True, slots=True)
class File:
    """A section as it lies in its file: `words` are title, text and questions in three forms."""

    slug: str
    facts: dict[str, Any]
    words: dict[str, dict[str, str]]


@transaction.atomic
def load() -> int:
    """Put in what is not there, renew what nobody has touched; how many sections there are in the files."""
    about = yaml.safe_load((FILES / "memo.yaml").read_text("utf-8"))
    memo, _made = Memo.objects.update_or_create(pk=MEMO, defaults={"title": about["title"], "lead": about["lead"]})
    files = read()
    known = {section.slug: section for section in memo.sections.all()}
    for order, file in enumerate(files, 1):
        _put(memo, file, order, known.get(file.slug))
    return len(files)


def first_edition() -> Edition | None:
    """Edition 1, made once: as soon as there are figures to freeze. None when it is made, or cannot be yet."""
    memo = Memo.objects.filter(pk=MEMO).first()
    if memo is None or not memo_figures.is_computed():
        return None
    decided = yaml.safe_load((FILES / "memo.yaml").read_text("utf-8"))["decided"]
    return editions.first(memo, decided=decided)


def read() -> list[File]:
    """Every file, in the order of their names: 010-bakgrunn.md comes before 020-tall.md."""
    return [read_one(file) for file in sorted(FILES.glob("*.md"))]


def read_one(file: Path) -> File:
    """Facts in YAML; then, for each form: its code, a title, the text, and questions that begin with "?"."""
    head, *parts = file.read_text("utf-8").split("\n=== ")
    told = {part[:2]: _words(part[2:]) for part in parts}
    facts = json.loads(json.dumps(yaml.safe_load(head) or {}, default=str))  # days as texts
    wrong = (set(facts) - FACTS) | (set(FORMS) ^ set(told))
    if wrong:
        raise ValueError(f"{file.name}: {', '.join(sorted(wrong))}")
    words = {name: {form: told[form][name] for form in FORMS} for name in ("title", "text", "questions")}
    return File(file.stem.partition("-")[2], facts, words)


def _words(text: str) -> dict[str, str]:
    lines = text.strip().splitlines()
    asked = [line[1:].strip() for line in lines if line.startswith(QUESTIONS)]
    body = [line for line in lines[1:] if not line.startswith(QUESTIONS)]
    return {"title": lines[0].lstrip("# "), "text": "\n".join(body).strip(), "questions": "\n".join(asked)}


def _put(memo: Memo, file: File, order: int, known: Section | None) -> None:
    if known and (known.version > 1 or known.changed_by_id or known.removed_at or not known.built_in):
        return
    section = known or Section(memo=memo, slug=file.slug, built_in=True)
    section.order = order if known is None else known.order
    section.kind, section.level = file.facts.get("kind", "text"), file.facts.get("level", 1)
    section.examples, section.sources = file.facts.get("examples", []), file.facts.get("sources", [])
    section.figure, section.choice = file.facts.get("figure", ""), file.facts.get("choice", {})
    for name, told in file.words.items():
        setattr(section, name, _in_three_forms(told))
    section.save()


def _in_three_forms(told: dict[str, str]) -> dict[str, Any]:
    words: dict[str, Any] = {}
    for form in FORMS:
        words = translated.written(words, form, told[form], "nb") if told[form] else words
    return words
