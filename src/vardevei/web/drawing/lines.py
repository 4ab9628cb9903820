"""The line chart: only lines and dots are drawn. Years and numbers are text beside, and keep their size on a phone."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from vardevei.web.numbers import number


@dataclass(frozen=True, slots=True)
class Series:
    """One value for each step along the x axis; `None` where there is no number, and the line is broken there."""

    name: str
    values: Sequence[float | None]


@dataclass(frozen=True, slots=True)
class LineChart:
    """At most three series: more cannot be told apart without colour."""

    label: str
    steps: Sequence[str]
    series: Sequence[Series]

    def keys(self) -> list[tuple[str, str]]:
        return [(f"l{place}", line.name) for place, line in enumerate(self.series, start=1)]

    def top(self) -> float:
        """The lowest round number that no value is above and that four even steps lead up to."""
        most = max((value for line in self.series for value in line.values if value is not None), default=0) or 1
        step = 10.0 ** math.floor(math.log10(most / 4))
        steps = (step * factor for factor in (1, 2, 3, 5, 10))
        whole = all(isinstance(value, int) for line in self.series for value in line.values if value is not None)
        return next(4 * one for one in steps if 4 * one >= most and (one >= 1 or not whole))

    def y_ticks(self) -> list[str]:
        top = self.top()
        decimals = 0 if top >= 4 else 2
        return [number(top * part / 4, decimals) for part in (4, 3, 2, 1, 0)]

    def x_ticks(self) -> list[str]:
        """First, last and as many between as a phone has room for, evenly spaced so that each stands under its step."""
        gaps = len(self.steps) - 1
        stride = next((s for s in range(1, gaps + 1) if gaps % s == 0 and gaps // s <= 5), gaps or 1)
        return list(self.steps[::stride])

    def svg(self) -> SafeString:
        rules = "".join(f'<path class="rule" d="M0 {y}H100"/>' for y in (0, 25, 50, 75, 100))
        lines = "".join(self._line(place, line) for place, line in enumerate(self.series, start=1))
        return mark_safe(
            '<svg class="lines" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">'
            f"{rules}{lines}</svg>"
        )

    def _line(self, place: int, line: Series) -> str:
        points = [None if value is None else self._at(step, value) for step, value in enumerate(line.values)]
        path, pen = "", "M"
        for point in points:
            path, pen = (path, "M") if point is None else (f"{path}{pen}{point}", "L")
        dots = "".join(f"M{point}h0" for point in points if point)
        return f'<path class="l{place} line" d="{path}"/><path class="l{place} dot" d="{dots}"/>'

    def _at(self, step: int, value: float) -> str:
        return f"{step / max(1, len(self.steps) - 1) * 100:.1f} {100 - value / self.top() * 100:.1f}"
