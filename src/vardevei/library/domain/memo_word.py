"""The memo as a Word document: Word's own styles, a contents field, header rows that repeat, texts for pictures, and
the language of every text, so that it is read aloud and spelled right."""

import io
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from vardevei.core import printing
from vardevei.library.domain import memo_word_parts as parts

Block = dict[str, Any]
KEPT = 24  # rows of a table that has room on a page, and is not cut
REGIONS = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}


def document(told: dict[str, Any]) -> bytes:
    """The whole document as bytes."""
    doc = docx.Document()
    parts.look(doc, REGIONS[told["lang"]])
    _front(doc, told)
    headings = [block for block in told["parts"] if block["kind"] == "h" and block["id"]]
    parts.contents(doc, told["heads"]["contents"], headings)
    for block in told["parts"]:
        _add(doc, block)
    _sources(doc, told)
    parts.counted_on_opening(doc)
    about = doc.core_properties
    about.title, about.author, about.language = told["title"][:255], "Vardevei", REGIONS[told["lang"]]
    about.comments = ""
    file = io.BytesIO()
    doc.save(file)
    return file.getvalue()


def _front(doc: Document, told: dict[str, Any]) -> None:
    parts.paragraph(doc, "Front line")
    parts.paragraph(doc, "Title", told["title"])
    parts.paragraph(doc, "Subtitle", f"{told['edition']} · {told['day']}")
    if told["decided"]:
        parts.paragraph(doc, "Note", f"{told['heads']['decided']}: {told['decided']}")
    for spot, block in enumerate(told["lead"]):
        _add(doc, {**block, "style": "Lead first" if spot == 0 else "Lead"} if block["kind"] == "p" else block)
    parts.footer(doc, told)


def _add(doc: Document, block: Block) -> None:
    made = _KINDS[block["kind"]](doc, block)
    if "lang" in block:
        for paragraph in made:
            parts.speaks(paragraph, REGIONS[block["lang"]])


def _heading(doc: Document, block: Block) -> list[Paragraph]:
    said = f"{block['number']} {block['text']}" if block["number"] else block["text"]
    made = parts.paragraph(doc, f"Heading {min(block['level'], 5)}", said)
    parts.bookmark(made, block["id"])
    return [made]


def _paragraph(doc: Document, block: Block) -> list[Paragraph]:
    made = parts.paragraph(doc, block.get("style") or {"quote": "Quote", "note": "Note"}.get(block["kind"], "Normal"))
    parts.runs(made, block["runs"])
    return [made]


def _list(doc: Document, block: Block) -> list[Paragraph]:
    number = parts.numbering(doc) if block["ordered"] else None
    return [_item(doc, item, number) for item in block["items"]]


def _item(doc: Document, item: list[Block], number: int | None) -> Paragraph:
    made = parts.paragraph(doc, "List Bullet" if number is None else "List Number")
    if number is not None:
        parts.counted(made, number)
    parts.runs(made, item)
    return made


def _box(doc: Document, block: Block) -> list[Paragraph]:
    head = parts.paragraph(doc, "Question head", block["head"])
    return [head, *(_question(doc, item) for item in block["items"])]


def _question(doc: Document, item: list[Block]) -> Paragraph:
    made = parts.paragraph(doc, "Question")
    parts.runs(made, item)
    return made


def _facts(doc: Document, block: Block) -> list[Paragraph]:
    made = []
    for name, value in block["rows"]:
        one = parts.paragraph(doc, "Fact")
        one.add_run(f"{name}: ").bold = True
        one.add_run(value)
        made.append(one)
    return made


def _picture(doc: Document, block: Block) -> list[Paragraph]:
    line = doc.add_paragraph()
    drawn = line.add_run().add_picture(io.BytesIO(printing.picture(block["svg"])), width=Cm(15.5))
    parts.vector(doc, drawn, block["svg"])
    parts.described(drawn, block["alt"])
    line.paragraph_format.keep_with_next = True
    return [line, parts.paragraph(doc, "Caption", block["caption"])]


def _table(doc: Document, block: Block) -> list[Paragraph]:
    made = []
    if block["caption"]:
        made.append(parts.paragraph(doc, "Caption", block["caption"]))
        made[0].paragraph_format.keep_with_next = True
    rows = [block["head"], *block["rows"], *([block["foot"]] if block["foot"] else [])]
    table = doc.add_table(rows=len(rows), cols=len(block["head"]))
    for spot, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        bold = spot == 0 or (bool(block["foot"]) and spot == len(rows) - 1)
        shown = zip(row.cells, cells, block["align"], strict=True)
        style = "Cell kept" if spot < len(rows) - 1 and len(rows) <= KEPT else "Cell"
        made += [_cell(cell, said, align, bold, style) for cell, said, align in shown]
    parts.columns(table, block)
    parts.table(table, block["caption"] or block["head"][0][0]["text"])
    parts.paragraph(doc, "After table")
    return made


def _cell(cell: Any, said: list[Block], align: str, bold: bool, style: str) -> Paragraph:
    made: Paragraph = cell.paragraphs[0]
    made._p.style = parts.styles()[style]
    parts.runs(made, said)
    if bold:
        for run in made.runs:
            run.bold = True
    if align == "right":
        made.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return made


def _sources(doc: Document, told: dict[str, Any]) -> None:
    if not told["sources"]:
        return
    parts.paragraph(doc, "Heading 1", told["heads"]["sources"])
    number = parts.numbering(doc)
    for source in told["sources"]:
        made = parts.paragraph(doc, "List Number")
        parts.counted(made, number)
        made.add_run(source["title"])
        if source["address"]:
            made.add_run(". ")
            parts.runs(made, [{"text": source["address"], "href": source["address"]}])
        if source["read"]:
            made.add_run(f" ({source['read']})")


_KINDS = {
    "h": _heading, "p": _paragraph, "quote": _paragraph, "note": _paragraph, "list": _list, "box": _box,
    "facts": _facts, "figure": _picture, "table": _table,
}  # fmt: skip
