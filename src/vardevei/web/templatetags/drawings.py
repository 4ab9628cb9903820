"""Small drawings for templates: cairn, ridge, mark, the key of a legend, and a number with its denominator."""

from decimal import Decimal

from django import template
from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from vardevei.web import numbers
from vardevei.web.drawing import hexmap, stones

register = template.Library()
_KEY_HEX = "L".join(f"{10 + 9 * x:.1f} {10 + 9 * y:.1f}" for x, y in hexmap.ROUND)
_RIDGE = stones.ridge()


@register.simple_tag(name="cairn")
def cairn(count: int, waiting: int | str = 0, seed: int | str = 1) -> SafeString:
    return stones.cairn(count, int(waiting or 0), int(seed or 1))


@register.simple_tag
def ridge() -> SafeString:
    return _RIDGE


@register.simple_tag
def mark() -> SafeString:
    return mark_safe(get_template("mark.svg.html").render())


@register.simple_tag
def key(tone: str) -> SafeString:
    if tone in {"l1", "l2", "l3"}:
        return format_html(
            '<svg class="key" viewBox="0 0 32 20" aria-hidden="true"><path class="{}" d="M2 10H30"/></svg>',
            tone,
        )
    return format_html(
        '<svg viewBox="0 0 20 20" aria-hidden="true"><path class="{}" d="M{}z"/></svg>', tone, mark_safe(_KEY_HEX)
    )


@register.simple_tag
def share(part: numbers.Number, whole: numbers.Number, noun: str) -> SafeString:
    """165 av 428 kommuner (39 %). Of nothing there is no share."""
    values = {"part": numbers.number(part), "whole": numbers.number(whole), "noun": noun}
    words = format_html("<b>{}</b>", _("%(part)s av %(whole)s %(noun)s") % values)
    return format_html("{} ({})", words, numbers.percent(Decimal(part) / Decimal(whole))) if whole else words
