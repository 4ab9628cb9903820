"""Bars without numbers of their own: the number always stands in the cell beside."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

_FRAME = '<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">{}</svg>'
_GROUND = '<rect class="bar0" width="100" height="8"/>'


@dataclass(frozen=True, slots=True)
class Bar:
    """`share` is between 0 and 1 of the whole width."""

    share: float
    past: bool = False

    def __html__(self) -> SafeString:
        return mark_safe(_FRAME.format(_GROUND + _part(0, self.share, self.past)))


@dataclass(frozen=True, slots=True)
class Span:
    """A period on a common time line from year `first` to `last`; `cut` marks a year, such as a merger."""

    begin: float
    end: float
    first: float
    last: float
    cut: float | None = None
    past: bool = False

    def __html__(self) -> SafeString:
        bar = _part(self._at(self.begin), self._at(self.end) - self._at(self.begin), self.past)
        cut = "" if self.cut is None else f'<path class="cut" d="M{self._at(self.cut) * 100:.1f} 0V8"/>'
        return mark_safe(_FRAME.format(_GROUND + bar + cut))

    def _at(self, year: float) -> float:
        return min(1, max(0, (year - self.first) / (self.last - self.first)))


def _part(begin: float, share: float, past: bool) -> str:
    return f'<rect class="{"bar2" if past else "bar1"}" x="{begin * 100:.1f}" width="{share * 100:.1f}" height="8"/>'
