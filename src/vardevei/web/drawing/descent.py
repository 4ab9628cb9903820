"""The line of descent: what a municipality was, is and became, as boxes along one line from top to bottom."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

WIDE, HIGH, ACROSS, DOWN = 360, 58, 160, 74
MIDDLE, LONGEST = WIDE / 2, 18


@dataclass(frozen=True, slots=True)
class Unit:
    """`note` says number and time: "1624, til 2017". `part` means that only a part of it came or went."""

    name: str
    note: str
    href: str = ""
    part: bool = False


@dataclass(frozen=True, slots=True)
class Descent:
    """Layers in time order: what came before (oldest first), the unit itself, and what came after."""

    label: str
    before: Sequence[Sequence[Unit]]
    now: Unit
    after: Sequence[Sequence[Unit]] = ()

    def svg(self) -> SafeString:
        layers = [*self.before, [self.now], *self.after]
        boxes, lines, y, joints = [], [], 4.0, []
        for layer in layers:
            joints.append((y, _depth(layer)))
            boxes += [
                _box(unit, *spot, now=unit is self.now) for unit, spot in zip(layer, _spots(layer, y), strict=True)
            ]
            y += _depth(layer) + 34
        lines = [_spine(joints)] + [_ribs(layer, joint[0]) for layer, joint in zip(layers, joints, strict=True)]
        return mark_safe(
            f'<svg class="tree" viewBox="0 0 {WIDE} {y - 30:.0f}" role="group" aria-label="{escape(self.label)}">'
            f'<path d="{"".join(lines)}"/>{"".join(boxes)}</svg>'
        )


def _depth(layer: Sequence[Unit]) -> float:
    return ((len(layer) + 1) // 2 - 1) * DOWN + HIGH


def _spots(layer: Sequence[Unit], y: float) -> list[tuple[float, float, float]]:
    """Left edge, top and width of each box: one alone stands in the middle, more stand on both sides of the line."""
    if len(layer) == 1:
        return [(MIDDLE - 120, y, 240)]
    return [(place % 2 * (WIDE - ACROSS), y + place // 2 * DOWN, ACROSS) for place in range(len(layer))]


def _spine(joints: list[tuple[float, float]]) -> str:
    """From the middle of the first layer to the middle of the last; the boxes that stand on it cover it."""
    (first, _), (last, depth) = joints[0], joints[-1]
    return f"M{MIDDLE:.0f} {first + HIGH / 2:.0f}V{last + depth - HIGH / 2:.0f}" if len(joints) > 1 else ""


def _ribs(layer: Sequence[Unit], y: float) -> str:
    if len(layer) == 1:
        return ""
    tops = [(place % 2 * (WIDE - ACROSS) + ACROSS / 2, y + place // 2 * DOWN + HIGH / 2) for place in range(len(layer))]
    return "".join(f"M{x:.0f} {top:.0f}H{MIDDLE:.0f}" for x, top in tops)


def _box(unit: Unit, x: float, y: float, wide: float, *, now: bool) -> str:
    centre, kind = x + wide / 2, " ".join(word for word, holds in (("now", now), ("part", unit.part)) if holds)
    name = _name(unit.name, centre, y, LONGEST if wide == ACROSS else LONGEST + 10)
    inside = f'<rect x="{x:.0f}" y="{y:.0f}" width="{wide:.0f}" height="{HIGH}" rx="4"/>{name}'
    inside += f'<text class="y" x="{centre:.0f}" y="{y + HIGH - 11:.0f}">{escape(unit.note)}</text>'
    group = f'<g class="{kind}">{inside}</g>' if kind else inside
    return (
        f'<a href="{escape(unit.href)}" aria-label="{escape(unit.name)}, {escape(unit.note)}">{group}</a>'
        if unit.href
        else group
    )


def _name(name: str, x: float, y: float, longest: int) -> str:
    """Names in several languages are too long for the box: the first is written, the whole is read aloud."""
    short = name if len(name) <= longest else name.split(" - ")[0].split(" – ")[0]
    squeeze = f' textLength="{longest * 8}" lengthAdjust="spacingAndGlyphs"' if len(short) > longest else ""
    return f'<text x="{x:.0f}" y="{y + 25:.0f}"{squeeze}>{escape(short)}</text>'
