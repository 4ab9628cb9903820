"""The memo as one content, ready to be kept for ever: words in three forms, examples and figures as they are now."""

from typing import Any

from django.utils import timezone

from vardevei.library.domain import memo_examples, memo_figures
from vardevei.library.models import Memo, Section

Content = dict[str, Any]


def now(memo: Memo) -> Content:
    """Everything that stands in the memo now. Nothing in it points to what may change, but slugs and numbers."""
    sections = list(memo.sections.standing())
    known = memo_examples.frozen({slug for section in sections for slug in section.examples})
    return {
        "title": memo.title,
        "lead": memo.lead,
        "as_of": timezone.localdate().isoformat(),
        "sections": [_section(section, known) for section in sections],
    }


def _section(section: Section, known: dict[str, Any]) -> dict[str, Any]:
    return {
        "slug": section.slug,
        "level": section.level,
        "kind": section.kind,
        "original": section.original,
        "title": section.title,
        "text": section.text,
        "questions": section.questions,
        "sources": section.sources,
        "examples": [known[slug] for slug in section.examples if slug in known],
        "figure": memo_figures.now(section.figure, section.choice),
    }
