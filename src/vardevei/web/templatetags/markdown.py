"""`{{ text|markdown }}`: what people wrote, as a page shows it. Headings in the text begin at level 3, or at `:4`."""

from typing import Any

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from vardevei.core import markdown as core

register = template.Library()


@register.filter
def markdown(text: str, top: int = 3) -> SafeString:
    return mark_safe("\n".join(block(one, top) for one in core.blocks(text or "")))


@register.filter
def runs(pieces: list[core.Run]) -> SafeString:
    """One line, ready in pieces."""
    return mark_safe("".join(_run(piece) for piece in pieces))


def block(one: core.Block, top: int = 3) -> SafeString:
    match one["kind"]:
        case "h":
            level = min(6, top + max(0, one["level"] - 2))
            return format_html('<h{} class="ds-heading" data-size="xs">{}</h{}>', level, runs(one["runs"]), level)
        case "list":
            tag = "ol" if one["ordered"] else "ul"
            items = format_html_join("", "<li>{}</li>", ((runs(item),) for item in one["items"]))
            return format_html('<{} class="ds-list">{}</{}>', SafeString(tag), items, SafeString(tag))
        case "table":
            return _table(one)
        case "quote":
            return format_html("<blockquote><p>{}</p></blockquote>", runs(one["runs"]))
    return format_html("<p>{}</p>", runs(one["runs"]))


def _table(one: core.Block) -> SafeString:
    head = format_html_join("", '<th scope="col">{}</th>', ((runs(cell),) for cell in one["head"]))
    rows = [format_html_join("", "<td>{}</td>", ((runs(cell),) for cell in row)) for row in one["rows"]]
    body = format_html_join("", "<tr>{}</tr>", ((row,) for row in rows))
    table = '<table class="ds-table" data-color="neutral"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>'
    return format_html('<div class="scroll" tabindex="0">' + table + "</div>", head, body)


def _run(piece: dict[str, Any]) -> SafeString:
    words = conditional_escape(piece["text"])
    if piece.get("strong"):
        return format_html("<strong>{}</strong>", words)
    if piece.get("em"):
        return format_html("<em>{}</em>", words)
    if piece.get("href"):
        return format_html('<a class="ds-link" href="{}">{}</a>', piece["href"], words)
    return SafeString(words)
