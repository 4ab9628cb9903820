"""Blocks of the memo on a page; the words are made by the library, see memo_words."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from vardevei.web.templatetags import markdown

register = template.Library()
SIZES = {1: "md", 2: "sm", 3: "xs", 4: "2xs"}


@register.filter
def memo_block(block: dict[str, Any]) -> SafeString:
    return markdown.block(block)


@register.filter
def memo_heading(block: dict[str, Any]) -> SafeString:
    """One level down: the page's own heading is above them all."""
    level, size = min(6, block["level"] + 1), SIZES.get(block["level"], "2xs")
    name = format_html(' id="{}"', block["id"]) if block["id"] else ""
    words = f"{block['number']} {block['text']}".strip()
    lang = format_html(' lang="{}"', block["lang"]) if "lang" in block else ""
    return format_html('<h{} class="ds-heading" data-size="{}"{}{}>{}</h{}>', level, size, name, lang, words, level)


@register.filter
def memo_id(block: dict[str, Any]) -> str:
    return slugify(block["caption"])[:60]


@register.filter
def memo_drawing(block: dict[str, Any]) -> SafeString:
    """Drawn by the library from numbers and names that it has escaped."""
    return mark_safe(block["svg"])


@register.filter
def at(told: list[Any], spot: int) -> Any:
    return told[spot]
