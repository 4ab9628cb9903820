"""The hexagon map: one cell for each municipality or county, each a link with a name that can be read aloud.

A place is a column and a row; odd rows stand half a cell to the right, and row 0 is the northernmost.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

Point = tuple[float, float]
ROUND = [(math.sin(turn * math.pi / 3), -math.cos(turn * math.pi / 3)) for turn in range(6)]
GROUND = 2.0  # empty space around the map, so that lines and focus are not cut


@dataclass(frozen=True, slots=True)
class Cell:
    """`says` is read aloud and shown on pointing: "Østfold: 18 av 18 kommuner". `tone` is a class in maps.css."""

    code: str
    column: int
    row: int
    says: str
    tone: str
    href: str = ""
    label: str = ""
    value: str = ""
    group: str = ""
    me: bool = False


@dataclass(frozen=True, slots=True)
class HexMap:
    """`size` is the radius of a cell in the drawing's own units: about 10 for municipalities, 34 with words in it."""

    label: str
    cells: Sequence[Cell]
    name: str = "kart"
    size: float = 10
    borders: bool = False

    def svg(self) -> SafeString:
        return mark_safe(draw(self))

    @property
    def after(self) -> str:
        return f"etter-{self.name}"


def quantile(share: float, limits: Sequence[float] = (0.2, 0.4, 0.6)) -> str:
    """The class of a share: q0 is least ink, q3 is most. A share on a limit belongs above it."""
    return f"q{sum(share >= limit for limit in limits)}"


def draw(chart: HexMap) -> str:
    if not chart.cells:
        return ""
    centres = _centres(chart.cells, chart.size)
    width = max(x for x, _ in centres.values()) + chart.size * math.sqrt(3) / 2 + GROUND
    height = max(y for _, y in centres.values()) + chart.size + GROUND
    shape = "L".join(f"{chart.size * 0.95 * x:.1f} {chart.size * 0.95 * y:.1f}" for x, y in ROUND)
    frame = f'viewBox="0 0 {width:.0f} {height:.0f}" role="group" aria-label="{escape(chart.label)}"'
    own = f' width="{width * 1.2:.0f}"' if any(cell.label for cell in chart.cells) else ""
    cells = "\n".join(_cell(cell, centres[cell.code], chart) for cell in chart.cells if not cell.me)
    # One's own is drawn last, over its neighbours' edges.
    mine = "\n".join(_cell(cell, centres[cell.code], chart) for cell in chart.cells if cell.me)
    border = _borders(chart, centres) if chart.borders else ""
    return (
        f'<svg class="hexmap"{own} {frame}>'
        f'<defs><path id="{chart.name}-celle" d="M{shape}z"/></defs>\n{cells}{border}{mine}</svg>'
    )


def _centres(cells: Sequence[Cell], size: float) -> dict[str, Point]:
    step = size * math.sqrt(3)
    left = min(cell.column + cell.row % 2 / 2 for cell in cells)
    top = min(cell.row for cell in cells)
    return {
        cell.code: (
            (cell.column + cell.row % 2 / 2 - left + 0.5) * step + GROUND,
            (cell.row - top) * 1.5 * size + size + GROUND,
        )
        for cell in cells
    }


def _cell(cell: Cell, centre: Point, chart: HexMap) -> str:
    tone = "hex-me" if cell.me else cell.tone
    says = escape(cell.says)
    shape = f'<use class="{tone}" href="#{chart.name}-celle" x="{centre[0]:.1f}" y="{centre[1]:.1f}"/>'
    inside = f"<title>{says}</title>{shape}{_words(cell, centre)}"
    if cell.href:
        return f'<a href="{escape(cell.href)}" aria-label="{says}">{inside}</a>'
    return f'<g role="img" aria-label="{says}">{inside}</g>'


def _words(cell: Cell, centre: Point) -> str:
    ink = " lav" if cell.me else {"q2": " inv", "q3": " inv", "hex-yes": " on"}.get(cell.tone, "")
    lines = [(part, " s") for part in _parts(cell.label)] + ([(cell.value, "")] if cell.value else [])
    first = centre[1] + 4.5 - (len(lines) - 1) * 7.5
    at = [f'x="{centre[0]:.1f}" y="{first + place * 15:.1f}"' for place in range(len(lines))]
    return "".join(
        f'<text class="on-hex{small}{ink}" {spot} aria-hidden="true">{escape(text)}</text>'
        for spot, (text, small) in zip(at, lines, strict=True)
    )


def _parts(label: str) -> list[str]:
    """A long name of two words goes on two lines: "Midtre / Gauldal"."""
    return label.rsplit(" ", 1) if len(label) > 9 and " " in label else [label] if label else []


def _borders(chart: HexMap, centres: dict[str, Point]) -> str:
    lines = "".join(_edges(chart, centres))
    return f'<path class="border" d="{lines}"/>' if lines else ""


def _edges(chart: HexMap, centres: dict[str, Point]) -> Iterator[str]:
    """An edge that two neighbours of different groups share, drawn once."""
    step, groups = chart.size * math.sqrt(3), {cell.code: cell.group for cell in chart.cells}
    at = {(round(x), round(y)): code for code, (x, y) in centres.items()}
    for code, (x, y) in centres.items():
        for side in range(6):
            turn = side * math.pi / 3 + math.pi / 6
            other = _near(at, x + step * math.sin(turn), y - step * math.cos(turn))
            if other and code < other and groups[code] != groups[other]:
                ends = ((x + chart.size * dx, y + chart.size * dy) for dx, dy in (ROUND[side], ROUND[(side + 1) % 6]))
                yield "M" + "L".join(f"{along:.1f} {down:.1f}" for along, down in ends)


def _near(at: dict[tuple[int, int], str], x: float, y: float) -> str | None:
    found = (at.get((round(x) + dx, round(y) + dy)) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
    return next((code for code in found if code), None)
