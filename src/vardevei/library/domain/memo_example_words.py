"""An example in the memo: who, where and when, then each of its sections; what the source does not say is said."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vardevei.core import markdown, translated
from vardevei.library.domain import memo_followers
from vardevei.library.sections import BY_CODE
from vardevei.opendata.figures import words

Block = dict[str, Any]
TEXTS = ("target_group", "problem", "steps", "what_failed", "transfer")


def blocks(example: dict[str, Any], form: str, level: int, tables: Iterator[int]) -> Iterator[Block]:
    """The example set under a heading of this level; what is told in another language says so."""
    original = example["original"]
    lang = translated.said_in(example["texts"]["title"], form, original)
    for block in _blocks(example, form, level, tables):
        yield {**block, "lang": lang} if lang != form else block


def _blocks(example: dict[str, Any], form: str, level: int, tables: Iterator[int]) -> Iterator[Block]:
    def said(words: Any) -> str:
        return translated.said(words, form, example["original"]) if isinstance(words, dict) else str(words or "")

    texts = example["texts"]
    yield _heading(level, said(texts["title"]), example["slug"])
    yield from _text(said(texts.get("lead")))
    yield from _facts(example, form)
    for name in TEXTS:
        if said(texts.get(name)):
            yield _heading(level + 1, _head(name))
            yield from _text(said(texts[name]))
        if name == "steps":
            yield from _numbers(example, form, said, level, tables)
    yield from memo_followers.blocks(example.get("followers", []), form, _heading(level + 1, ""))
    yield from _links(example, said, level)
    missing = [_head(name) for name in BY_CODE if name in example["not_stated"]]
    if missing:
        text = _("Ikke oppgitt i kilden: {what}.").format(what=", ".join(f"«{head}»" for head in missing))
        yield {"kind": "note", "runs": [{"text": text}]}


def _head(code: str) -> str:
    return str(BY_CODE[code].heading)


def _facts(example: dict[str, Any], form: str) -> Iterator[Block]:
    """Who, where, when, which programme, by which model: as a list of pairs in a table without a head."""
    named = example.get("named", {})
    pairs = [
        (_("Hvem"), ", ".join(named.get("organisations", []))),
        (_("Hvor"), ", ".join(named.get("places", []))),
        (_("Når"), _period(example["facts"])),
        (_("Program"), ", ".join(translated.said(one, form, "nb") for one in named.get("programmes", []))),
        (_("Modell"), translated.said(named.get("model", {}), form, "nb")),
        (_("Fulgt av"), ", ".join(one["who"] for one in example.get("followers", []))),
    ]
    rows = [(name, value) for name, value in pairs if value]
    if rows:
        yield {"kind": "facts", "rows": [[name, value] for name, value in rows]}


def _period(facts: dict[str, Any]) -> str:
    since, until = _day(facts.get("since")), _day(facts.get("until"))
    if since and until and since != until:
        return f"{since}–{until}"
    return _("fra {year}").format(year=since) if since and not until else since or until


def _day(told: Any) -> str:
    """A year stays as it is; a whole day is said as people do."""
    text = str(told or "")
    return date_format(date.fromisoformat(text), "j. F Y") if len(text) == 10 else text


def _numbers(example: dict[str, Any], form: str, said: Any, level: int, tables: Iterator[int]) -> Iterator[Block]:
    if example["resources"]:
        yield _heading(level + 1, _head("resources"))
        rows = [[said(one.get("what")), _amount(one, "amount", form, said)] for one in example["resources"]]
        yield _table(next(tables), said(example["texts"]["title"]), [_("Hva"), _("Hvor mye")], rows, [1])
    if example["evidence"]:
        yield _heading(level + 1, _head("evidence"))
        rows = [
            [
                said(one.get("what")),
                _amount(one, "value", form, said),
                str(one.get("year") or ""),
                said(one.get("source")),
            ]
            for one in example["evidence"]
        ]
        yield _table(
            next(tables), said(example["texts"]["title"]), [_("Hva"), _("Tall"), _("År"), _("Kilde")], rows, [1, 2]
        )


def _amount(one: dict[str, Any], name: str, form: str, said: Any) -> str:
    """With a space in large numbers; a year of four digits, or what somebody has written in words, as it stands."""
    value = "" if one.get(name) is None else str(one[name])
    if value.isdecimal() and len(value) > 4:
        value = words.whole(int(value), form)
    return " ".join(part for part in (value, said(one.get("unit"))) if part)


def _table(number: int, title: str, head: list[str], rows: list[list[str]], right: list[int]) -> Block:
    return {
        "kind": "table",
        "caption": _("Tabell {number}. {title}").format(number=number, title=title),
        "head": [[{"text": one}] for one in head],
        "rows": [[[{"text": cell}] for cell in row] for row in rows],
        "foot": [],
        "align": ["right" if spot in right else "left" for spot in range(len(head))],
    }


def _links(example: dict[str, Any], said: Any, level: int) -> Iterator[Block]:
    if example["links"]:
        yield _heading(level + 1, _head("links"))
        items = [
            [{"text": said(one.get("title")) or one["address"], "href": one["address"]}]
            if str(one.get("address", "")).startswith(("http://", "https://"))
            else [{"text": said(one.get("title"))}]
            for one in example["links"]
        ]
        yield {"kind": "list", "ordered": False, "items": items}


def _heading(level: int, text: str, slug: str = "") -> Block:
    return {"kind": "h", "level": level, "number": "", "text": text, "id": f"eksempel-{slug}" if slug else ""}


def _text(text: str) -> Iterator[Block]:
    for block in markdown.blocks(text):
        if block["kind"] == "table":
            yield {**block, "caption": "", "align": ["left"] * len(block["head"]), "foot": []}
        elif block["kind"] != "h":
            yield block
        else:
            yield {"kind": "p", "runs": [{"text": markdown.said(block["runs"]), "strong": True}]}
