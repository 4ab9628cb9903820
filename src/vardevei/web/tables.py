"""A table is its columns and rows; what stands in a cell knows how to show itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.html import format_html
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Column:
    """`kind` is "text", "number" (to the right, digits under digits) or "wide" (a drawing).

    `href` makes the heading a link that sorts by it; `sorted` is "ascending" or "descending" for the one that is.
    """

    label: str
    kind: str = "text"
    href: str = ""
    sorted: str = ""

    @property
    def css(self) -> str:
        return {"number": "num", "wide": "full"}.get(self.kind, "")


@dataclass(frozen=True, slots=True)
class Row:
    """The first cell names the row. A flagged row is the one that matters here, such as one's own county."""

    cells: Sequence[object]
    flag: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`fold` is how it looks on a phone: "named" (each value with its column's name) or "tight" (values in a line)."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    foot: Sequence[Row] = field(default_factory=tuple)
    fold: str = "named"
    hide_caption: bool = False

    def body(self) -> Iterator[tuple[Row, list[tuple[Column, object]]]]:
        return self._with_columns(self.rows)

    def sums(self) -> Iterator[tuple[Row, list[tuple[Column, object]]]]:
        return self._with_columns(self.foot)

    def _with_columns(self, rows: Sequence[Row]) -> Iterator[tuple[Row, list[tuple[Column, object]]]]:
        for row in rows:
            yield row, list(zip(self.columns, row.cells, strict=True))


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    href: str
    lang: str = ""

    def __html__(self) -> SafeString:
        lang = format_html(' lang="{}"', self.lang) if self.lang else ""
        return format_html('<a class="ds-link" href="{}"{}>{}</a>', self.href, lang, self.text)


@dataclass(frozen=True, slots=True)
class Gap:
    """An empty cell says why it is empty."""

    reason: str

    def __html__(self) -> SafeString:
        return format_html('<span class="gap">{}</span>', self.reason)
