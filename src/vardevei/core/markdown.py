"""The little Markdown that people here write, as plain blocks: the same for a page, a PDF and a Word document.

blocks("Hei **du**.\n\n- en\n- to") == [
    {"kind": "p", "runs": [{"text": "Hei "}, {"text": "du", "strong": True}, {"text": "."}]},
    {"kind": "list", "ordered": False, "items": [[{"text": "en"}], [{"text": "to"}]]},
]

Headings, lists, tables, quotes, **strong**, *stressed* and [links](https://…). Anything else is only text: there is
no HTML, so there is nothing to clean.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

Block = dict[str, Any]
Run = dict[str, Any]

_INLINE = re.compile(
    r"\*\*(?P<strong>[^*\n]+?)\*\*"
    r"|(?<![\w*])\*(?P<em>[^*\s][^*\n]*?)\*(?![\w*])"
    r"|\[(?P<words>[^\]\n]+)\]\((?P<href>[^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)"
    r"|(?P<bare>https?://[^\s<>\"]+[^\s<>\".,;:!?)\]])"
)
_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_BULLET, _NUMBER = re.compile(r"\s{0,3}[-*•]\s+(.*)"), re.compile(r"\s{0,3}\d{1,3}[.)]\s+(.*)")
_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?$")
_SAFE = re.compile(r"(https?://|mailto:|/(?!/)|#)", re.IGNORECASE)


def blocks(text: str) -> list[Block]:
    """The text as blocks, in order."""
    return list(_blocks([line.rstrip() for line in text.splitlines()]))


def runs(text: str) -> list[Run]:
    """One line of text as pieces that are alike."""
    found: list[Run] = []
    at = 0
    for match in _INLINE.finditer(text):
        found += [{"text": text[at : match.start()]}] if match.start() > at else []
        found.append(_run(match))
        at = match.end()
    return [*found, {"text": text[at:]}] if text[at:] or not found else found


def plain(text: str) -> str:
    """Only the words: for a summary, a list, a description."""
    return " ".join(" ".join(_words(block)) for block in blocks(text)).strip()


def said(pieces: list[Run]) -> str:
    return "".join(str(piece["text"]) for piece in pieces)


def _run(match: re.Match[str]) -> Run:
    if match["strong"]:
        return {"text": match["strong"], "strong": True}
    if match["em"]:
        return {"text": match["em"], "em": True}
    href = match["href"] or match["bare"]
    words = match["words"] or match["bare"]
    return {"text": words, "href": href} if _SAFE.match(href) else {"text": match[0]}


def _blocks(lines: list[str]) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        block, at = next(kind for kind in map(_tried(lines, at), _KINDS) if kind)
        yield block


def _tried(lines: list[str], at: int) -> Callable[[Any], tuple[Block, int] | None]:
    return lambda kind: kind(lines, at)


def _heading(lines: list[str], at: int) -> tuple[Block, int] | None:
    match = _HEADING.match(lines[at])
    return ({"kind": "h", "level": len(match[1]), "runs": runs(match[2])}, at + 1) if match else None


def _table(lines: list[str], at: int) -> tuple[Block, int] | None:
    if "|" not in lines[at] or at + 1 >= len(lines) or not _RULE.match(lines[at + 1].strip()):
        return None
    head, last = _cells(lines[at]), at + 2
    while last < len(lines) and "|" in lines[last]:
        last += 1
    rows = [(_cells(line) + [[{"text": ""}]] * len(head))[: len(head)] for line in lines[at + 2 : last]]
    return {"kind": "table", "head": head, "rows": rows}, last


def _cells(line: str) -> list[list[Run]]:
    return [runs(cell.strip()) for cell in line.strip().strip("|").split("|")]


def _list(lines: list[str], at: int) -> tuple[Block, int] | None:
    mark = _BULLET if _BULLET.match(lines[at]) else _NUMBER
    items: list[str] = []
    last = at
    while last < len(lines):
        match = mark.match(lines[last])
        if match:
            items.append(match[1])
        elif items and lines[last].startswith(("  ", "\t")) and lines[last].strip():
            items[-1] += " " + lines[last].strip()
        else:
            break
        last += 1
    if not items:
        return None
    return {"kind": "list", "ordered": mark is _NUMBER, "items": [runs(item) for item in items]}, last


def _quote(lines: list[str], at: int) -> tuple[Block, int] | None:
    last = at
    while last < len(lines) and lines[last].startswith(">"):
        last += 1
    words = " ".join(line.lstrip("> ") for line in lines[at:last])
    return ({"kind": "quote", "runs": runs(words)}, last) if last > at else None


def _paragraph(lines: list[str], at: int) -> tuple[Block, int]:
    last = at + 1
    while last < len(lines) and lines[last].strip() and not any(kind(lines, last) for kind in _KINDS[:-1]):
        last += 1
    return {"kind": "p", "runs": runs(" ".join(line.strip() for line in lines[at:last]))}, last


_KINDS = (_heading, _table, _list, _quote, _paragraph)


def _words(block: Block) -> Iterator[str]:
    if "runs" in block:
        yield said(block["runs"])
    for item in block.get("items", []):
        yield said(item)
    for row in [block.get("head", []), *block.get("rows", [])]:
        yield from (said(cell) for cell in row)
