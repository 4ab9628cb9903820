"""A figure drawn whole, with its words in it: for a document, where no page stands around it. Plain SVG as text.

Colours are presentation attributes, which any style sheet may overrule by the classes (a page in the dark does).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

FJORD, PALE, INK, STONE = "#14505C", "#E3EAEC", "#282C2E", "#585E61"
WIDTH, LABEL, VALUE, ROW = 640, 190, 120, 24
HEIGHT = 200  # of columns


@dataclass(frozen=True, slots=True)
class Item:
    """`share` of the longest possible bar, from 0 to 1; None where there is no number. `text` stands beside the bar."""

    label: str
    share: float | None
    text: str


def bars(items: Sequence[Item]) -> str:
    """One line for each: label, bar, number."""
    lines = "".join(_bar(item, place) for place, item in enumerate(items))
    return _frame(lines, len(items) * ROW + 8)


def columns(items: Sequence[Item]) -> str:
    """One column for each, such as a year; the number above where there is room for it."""
    step = (WIDTH - 20) / max(1, len(items))
    stride = max(1, round(44 / step))
    drawn = "".join(_column(item, place, step, place % stride == 0, step >= 26) for place, item in enumerate(items))
    ground = f'<path class="rule" d="M10 {HEIGHT + 20}H{WIDTH - 10}" stroke="{STONE}" stroke-width="1"/>'
    return _frame(drawn + ground, HEIGHT + 48)


def _bar(item: Item, place: int) -> str:
    y, room = place * ROW + 6, WIDTH - LABEL - VALUE
    drawn = _text(LABEL - 10, y + 12, item.label, "end")
    drawn += f'<rect class="bar0" x="{LABEL}" y="{y}" width="{room}" height="14" fill="{PALE}"/>'
    if item.share:
        drawn += f'<rect class="bar1" x="{LABEL}" y="{y}" width="{item.share * room:.1f}" height="14" fill="{FJORD}"/>'
    return drawn + _text(WIDTH - VALUE + 10, y + 12, item.text, "start")


def _column(item: Item, place: int, step: float, labelled: bool, numbered: bool) -> str:
    x, tall = 10 + place * step, (item.share or 0) * HEIGHT
    drawn = (
        f'<rect class="bar1" x="{x + step * 0.15:.1f}" y="{HEIGHT + 20 - tall:.1f}" width="{step * 0.7:.1f}" '
        f'height="{tall:.1f}" fill="{FJORD}"/>'
    )
    middle = x + step / 2
    if labelled:
        drawn += _text(middle, HEIGHT + 40, item.label, "middle")
    if numbered and item.text:
        drawn += _text(middle, HEIGHT + 14 - tall, item.text, "middle")
    return drawn


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="Inter, Inter Variable, sans-serif" font-size="13" '
        f'fill="{INK}" text-anchor="{anchor}">{escape(words)}</text>'
    )


def _frame(drawn: str, height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}">{drawn}</svg>'
    )
