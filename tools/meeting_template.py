"""Makes `workspaces/meeting.docx`, the Word document that agendas and minutes are filled into. A county may open the
result in Word and give it another look: what stands in braces is filled in, all else stands as it is.

Run: python tools/meeting_template.py
"""

from pathlib import Path

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

TO = Path(__file__).parents[1] / "src/vardevei/workspaces/meeting.docx"
FJORD, INK = RGBColor(0x14, 0x50, 0x5C), RGBColor(0x28, 0x2C, 0x2E)


def main() -> None:
    doc = Document()
    _look(doc)
    _footer(doc)
    doc.add_paragraph("{{ m.from }}", "Subtitle")
    doc.add_paragraph("{{ m.kind }}: {{ m.title }}", "Heading 1")
    _when(doc, "m.note", lambda: doc.add_paragraph("{{ m.note }}", "Intense Quote"))
    doc.add_paragraph("{{ m.heads.facts }}", "Heading 2")
    _table(doc, ["{{ m.heads.told }}", "{{ m.heads.what }}"], "m.facts", "{{ m.heads.facts }}")
    _each(doc, "m.text", "Normal")
    doc.add_paragraph("{{ m.heads.agenda }}", "Heading 2")
    _when(doc, "not m.agenda", lambda: doc.add_paragraph("{{ m.empty }}"))
    doc.add_paragraph("{%p for item in m.agenda %}")
    _item(doc)
    doc.add_paragraph("{%p endfor %}")
    _when(doc, "m.followups", lambda: _followups(doc))
    _when(doc, "m.additions", lambda: _additions(doc))
    doc.save(str(TO))


def _item(doc) -> None:  # type: ignore[no-untyped-def]
    doc.add_paragraph("{{ item.number }}. {{ item.title }}", "Heading 3")
    _when(doc, "item.under", lambda: doc.add_paragraph("{{ item.under }}", "Subtitle"))
    _each(doc, "item.text", "Normal")
    doc.add_paragraph("{%p if item.questions %}")
    doc.add_paragraph("{{ m.heads.questions }}", "Heading 4")
    _each(doc, "item.questions", "List Bullet")
    doc.add_paragraph("{%p endif %}")
    _each(doc, "item.minutes", "Normal")
    doc.add_paragraph("{%p for one in item.resolutions %}")
    doc.add_paragraph("{{ one.head }}", "Heading 4")
    _each(doc, "one.text", "Quote")
    _when(doc, "one.under", lambda: doc.add_paragraph("{{ one.under }}", "Subtitle"))
    doc.add_paragraph("{%p endfor %}")


def _followups(doc) -> None:  # type: ignore[no-untyped-def]
    doc.add_paragraph("{{ m.heads.followups }}", "Heading 2")
    heads = [f"{{{{ m.heads.columns[{spot}] }}}}" for spot in range(3)]
    _table(doc, heads, "m.followups", "{{ m.heads.followups }}")


def _additions(doc) -> None:  # type: ignore[no-untyped-def]
    doc.add_paragraph("{{ m.heads.additions }}", "Heading 2")
    doc.add_paragraph("{%p for one in m.additions %}")
    doc.add_paragraph("{{ one.head }}", "Heading 3")
    _each(doc, "one.text", "Normal")
    doc.add_paragraph("{%p endfor %}")


def _each(doc, them: str, style: str) -> None:  # type: ignore[no-untyped-def]
    doc.add_paragraph(f"{{%p for line in {them} %}}")
    doc.add_paragraph("{{ line }}", style)
    doc.add_paragraph("{%p endfor %}")


def _when(doc, what: str, make) -> None:  # type: ignore[no-untyped-def]
    doc.add_paragraph(f"{{%p if {what} %}}")
    make()
    doc.add_paragraph("{%p endif %}")


def _table(doc, heads: list[str], them: str, caption: str) -> None:  # type: ignore[no-untyped-def]
    """A table with a header row that is repeated on each page, and a name for those who hear it read."""
    table = doc.add_table(rows=4, cols=len(heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    table.rows[1].cells[0].text = f"{{%tr for row in {them} %}}"
    for spot, cell in enumerate(table.rows[2].cells):
        cell.text = f"{{{{ row[{spot}] }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    named = OxmlElement("w:tblCaption")
    named.set(qn("w:val"), caption)
    table._tbl.tblPr.append(named)
    doc.add_paragraph()


def _look(doc) -> None:  # type: ignore[no-untyped-def]
    for name, size in (("Normal", 11), ("Heading 1", 22), ("Heading 2", 15), ("Heading 3", 12.5), ("Heading 4", 11)):
        style = doc.styles[name]
        style.font.name, style.font.size = "Calibri", Pt(size)
        style.font.color.rgb = INK if name == "Normal" else FJORD
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    doc.styles["Heading 4"].font.italic = False
    subtitle = doc.styles["Subtitle"].font
    subtitle.size, subtitle.italic, subtitle.color.rgb, subtitle.name = (
        Pt(10),
        False,
        RGBColor(0x58, 0x5E, 0x61),
        "Calibri",
    )


def _footer(doc) -> None:  # type: ignore[no-untyped-def]
    line = doc.sections[0].footer.paragraphs[0]
    line.add_run("{{ m.title }} – {{ m.heads.page }} ")
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    number.append(run)
    line._p.append(number)


if __name__ == "__main__":
    main()
