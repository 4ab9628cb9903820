"""Bars without numbers of their own: the number always stands in the cell beside."""

from django.utils.safestring import SafeString

_FRAME = '<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">{}</svg>'
_GROUND = '<rect class="bar0" width="100" height="8"/>'


class Bar(SafeString):
    """`share` is between 0 and 1 of the whole width."""

    def __new__(cls, share: float, past: bool = False) -> "Bar":
        return super().__new__(cls, _FRAME.format(_GROUND + _part(0, share, past)))


class Span(SafeString):
    """A period on a common time line from year `first` to `last`; `cut` marks a year, such as a merger."""

    def __new__(
        cls, begin: float, end: float, first: float, last: float, cut: float | None = None, past: bool = False
    ) -> "Span":
        start, stop = _at(begin, first, last), _at(end, first, last)
        mark = "" if cut is None else f'<path class="cut" d="M{_at(cut, first, last) * 100:.1f} 0V8"/>'
        return super().__new__(cls, _FRAME.format(_GROUND + _part(start, stop - start, past) + mark))


def _at(year: float, first: float, last: float) -> float:
    return min(1, max(0, (year - first) / (last - first)))


def _part(begin: float, share: float, past: bool) -> str:
    return f'<rect class="{"bar2" if past else "bar1"}" x="{begin * 100:.1f}" width="{share * 100:.1f}" height="8"/>'
