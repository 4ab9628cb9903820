"""The line of descent: what a municipality was, is and became, as boxes along one line from top to bottom."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

WIDE, HIGH, ACROSS, DOWN = 360, 58, 160, 74
MIDDLE, LONGEST, GROUND, BETWEEN, BEND = WIDE / 2, 18, 4, 34, 12


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
        tops = [GROUND + sum(_depth(layer) + BETWEEN for layer in layers[:place]) for place in range(len(layers))]
        lines = _spine(layers, tops) + "".join(
            _ribs(layer, top, rising=place > len(self.before))
            for place, (layer, top) in enumerate(zip(layers, tops, strict=True))
        )
        boxes = "".join(
            _box(unit, spot, now=unit is self.now)
            for layer, top in zip(layers, tops, strict=True)
            for unit, spot in zip(layer, _spots(layer, top), strict=True)
        )
        height = tops[-1] + _depth(layers[-1]) + GROUND
        return mark_safe(
            f'<svg class="tree" viewBox="0 0 {WIDE} {height:.0f}" role="group" aria-label="{escape(self.label)}">'
            f'<path d="{lines}"/>{boxes}</svg>'
        )


def _depth(layer: Sequence[Unit]) -> float:
    return ((len(layer) + 1) // 2 - 1) * DOWN + HIGH


def _spots(layer: Sequence[Unit], y: float) -> list[tuple[float, float, float]]:
    """Left edge, top and width of each box: one alone stands in the middle, more stand on both sides of the line."""
    if len(layer) == 1:
        return [(MIDDLE - 120, y, 240)]
    return [(place % 2 * (WIDE - ACROSS), y + place // 2 * DOWN, ACROSS) for place in range(len(layer))]


def _spine(layers: Sequence[Sequence[Unit]], tops: Sequence[float]) -> str:
    """The line in the middle. Where several boxes stand beside it, it begins or ends in the curve of the outermost."""
    if len(layers) == 1:
        return ""
    first = tops[0] + HIGH / 2 + (BEND if len(layers[0]) > 1 else 0)
    last = tops[-1] + _depth(layers[-1]) - HIGH / 2 - (BEND if len(layers[-1]) > 1 else 0)
    return f"M{MIDDLE:.0f} {first:.0f}V{last:.0f}"


def _ribs(layer: Sequence[Unit], top: float, *, rising: bool) -> str:
    """From each box into the line: bending down into what it became, or up to what it came from."""
    bend = -BEND if rising else BEND
    spots = _spots(layer, top) if len(layer) > 1 else []
    return "".join(
        f"M{x + wide / 2:.0f} {y + HIGH / 2:.0f}H{MIDDLE + (BEND if x else -BEND):.0f}"
        f"Q{MIDDLE:.0f} {y + HIGH / 2:.0f} {MIDDLE:.0f} {y + HIGH / 2 + bend:.0f}"
        for x, y, wide in spots
    )


def _box(unit: Unit, spot: tuple[float, float, float], *, now: bool) -> str:
    x, y, wide = spot
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
