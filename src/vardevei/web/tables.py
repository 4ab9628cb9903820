"""A table is its columns and rows; what stands in a cell knows how to show itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.html import format_html
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Column:
    """`kind` is "text", "long" (a sentence), "number" (to the right, digits under digits) or "wide" (a drawing).

    `href` makes the heading a link that sorts by it; `sorted` is "ascending" or "descending" for the one that is.
    """

    label: str
    kind: str = "text"
    href: str = ""
    sorted: str = ""

    @property
    def css(self) -> str:
        return {"number": "num", "wide": "full", "long": "long"}.get(self.kind, "")


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


class Link(SafeString):
    """A link that can stand in a cell, a fact or a sentence. Ready markup: templates turn other objects into text."""

    def __new__(cls, text: object, href: str, lang: str = "") -> "Link":
        language = format_html(' lang="{}"', lang) if lang else ""
        return super().__new__(cls, format_html('<a class="ds-link" href="{}"{}>{}</a>', href, language, text))


class Noted(SafeString):
    """A value with a small note under it, such as what the source says where a person has corrected it."""

    def __new__(cls, value: object, note: object) -> "Noted":
        return super().__new__(cls, format_html('{}<span class="noted">{}</span>', value, note))


class Gap(SafeString):
    """An empty cell says why it is empty."""

    def __new__(cls, reason: object) -> "Gap":
        return super().__new__(cls, format_html('<span class="gap">{}</span>', reason))
