"""Marked-up text as plain text: paragraphs with an empty line between, list items with a dash."""

import re
from html.parser import HTMLParser

BREAKS = {"p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "table", "tr", "section"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "li":
            self.parts.append("\n- ")
        elif tag == "br":
            self.parts.append("\n")
        elif tag in BREAKS:
            self.parts.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in BREAKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(re.sub(r"\s+", " ", data))


def plain(text: str) -> str:
    """Text without a mark is left as it is but for its spaces."""
    if "<" in text:
        reader = _Reader()
        reader.feed(text)
        text = "".join(reader.parts)
    text = re.sub(r"[ \t\xa0]+", " ", text)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r" *\n *", "\n", text)).strip()
