"""A frozen figure in words: what it shows, drawn when it can be, as a table always, and what to beware of."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vardevei.opendata.figures import charts, words
from vardevei.opendata.figures.charts import Item

Block = dict[str, Any]
NUMBERS = ("count", "share", "money", "percent")


def blocks(figure: dict[str, Any], form: str, tables: Iterator[int], figures: Iterator[int]) -> Iterator[Block]:
    """Its sentence, the drawing when it has one, the table, and what to beware of."""
    title, sentence = figure["title"][form], figure["sentence"][form]
    yield {"kind": "p", "runs": [{"text": sentence}]}
    if figure["drawn"]:
        caption = _("Figur {number}. {title}").format(number=next(figures), title=title)
        yield {"kind": "figure", "svg": svg(figure, form), "alt": alt(figure, form), "caption": caption}
    yield table(figure, form, next(tables))
    notes = [one[form] for one in figure["caveats"]]
    if figure["read_at"]:
        notes.insert(0, _("Data lest {day}.").format(day=_day(figure["read_at"])))
    if notes:
        yield {"kind": "note", "runs": [{"text": " ".join(notes)}]}


def _day(told: str) -> str:
    """As people say it; figures keep it as 2026-11-24."""
    return date_format(date.fromisoformat(told), "j. F Y") if len(told) == 10 else told


def table(figure: dict[str, Any], form: str, number: int) -> Block:
    """Every number, so that nobody needs to see the drawing."""
    columns = figure["columns"]
    rows = [[_cell(column, row.get(column["name"]), form) for column in columns] for row in figure["rows"]]
    foot = [_cell(column, figure["total"].get(column["name"]), form) for column in columns] if figure["total"] else []
    if foot and not foot[0]:
        foot[0] = _("Sum")
    caption = _("Tabell {number}. {title}").format(number=number, title=figure["title"][form])
    return {
        "kind": "table",
        "caption": caption,
        "head": [[{"text": column["label"][form]}] for column in columns],
        "rows": [[[{"text": cell}] for cell in row] for row in rows],
        "foot": [[{"text": cell}] for cell in foot],
        "align": ["right" if column["type"] in NUMBERS else "left" for column in columns],
    }


def svg(figure: dict[str, Any], form: str) -> str:
    """The drawing: bars of shares, or columns of numbers."""
    how, _label = figure["drawn"]
    return charts.bars(items(figure, form)) if how == "bars" else charts.columns(items(figure, form))


def items(figure: dict[str, Any], form: str) -> list[Item]:
    """Bars show the share, columns how many; the longest possible bar is all of them."""
    how, name = figure["drawn"]
    column = next(one for one in figure["columns"] if one["name"] == name)
    if how == "bars":
        return [Item(_cell(column, row[name], form), row["share"], _share(row, form)) for row in figure["rows"]]
    most = max((row["municipalities_found"] or 0 for row in figure["rows"]), default=0) or 1
    counted = [(row, row["municipalities_found"] or 0) for row in figure["rows"]]
    return [Item(_cell(column, row[name], form), many / most, words.whole(many, form)) for row, many in counted]


def alt(figure: dict[str, Any], form: str) -> str:
    """What it shows, for those who do not see it: the kind, the sentence, the largest, and where the rest is."""
    drawn = items(figure, form)
    top = max(drawn, key=lambda item: item.share or 0, default=None)
    kind = _("Liggende søyler") if figure["drawn"][0] == "bars" else _("Stående søyler")
    text = _("{kind}: {title}. {sentence} Størst: {label} ({text}). Alle tallene står i tabellen under.")
    said = {"kind": kind, "title": figure["title"][form], "sentence": figure["sentence"][form]}
    return text.format(**said, label=top.label if top else "–", text=top.text if top else "–")


def _share(row: dict[str, Any], form: str) -> str:
    if row["share"] is None:
        return ""
    found = row.get("municipalities_found", row.get("found")) or 0
    part = _("{part} av {all}").format(part=words.whole(found, form), all=words.whole(row["municipalities"], form))
    return f"{part} ({words.share(row['share'], form)} %)"


def _cell(column: dict[str, Any], value: Any, form: str) -> str:
    return words.value(SimpleNamespace(**column), value, form)  # type: ignore[arg-type]
