"""What python-docx lacks, or says in many words: looks, fields, links, lists that count anew, pictures with a text."""

from functools import cache
from typing import Any
from zlib import crc32

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shape import InlineShape
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

FJORD, INK, STEIN = RGBColor(0x14, 0x50, 0x5C), RGBColor(0x28, 0x2C, 0x2E), RGBColor(0x58, 0x5E, 0x61)
SIZES = {"Normal": 10.5, "Title": 32, "Subtitle": 12, "Heading 1": 20, "Heading 2": 15, "Heading 3": 12.5,
         "Heading 4": 11, "Heading 5": 10.5, "Caption": 9.5, "Quote": 10.5}  # fmt: skip
OWN = {  # name: (like, size, points before, points after)
    "Front line": ("Normal", 10.5, 130, 0),
    "Lead first": ("Normal", 12, 26, 8),
    "Lead": ("Normal", 12, 0, 8),
    "Note": ("Normal", 9, 2, 8),
    "Fact": ("Normal", 10.5, 0, 3),
    "Cell": ("Normal", 9.5, 2, 2),
    "Cell kept": ("Cell", 9.5, 2, 2),
    "After table": ("Normal", 6, 0, 4),
    "Question head": ("Normal", 10.5, 12, 4),
    "Question": ("List Bullet", 10.5, 0, 4),
    "toc 1": ("Normal", 10.5, 6, 2),
    "toc 2": ("Normal", 10.5, 0, 2),
    "toc 3": ("Normal", 10.5, 0, 2),
}
TEXT_WIDTH = 15.6  # centimetres between the margins
LETTER = 0.175  # about one letter of a cell
NARROW = 60  # letters in all columns: fewer do not need the whole width
SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def look(doc: Document, language: str) -> None:
    """A4, one typeface, our colours; and the language of the whole document."""
    section = doc.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.7)
    section.top_margin = section.bottom_margin = Cm(2.5)
    for name, (like, size, before, after) in OWN.items():
        style = doc.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.size = doc.styles[like], Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    for name, size in SIZES.items():
        _style(doc.styles[name], size, name)
    doc.styles["Heading 1"].paragraph_format.page_break_before = True
    doc.styles["Normal"].paragraph_format.space_after = Pt(8)
    doc.styles["Normal"].paragraph_format.line_spacing = 1.25
    doc.styles["Cell"].paragraph_format.line_spacing = 1.0
    doc.styles["Cell kept"].paragraph_format.keep_with_next = True
    doc.styles["Note"].font.color.rgb = doc.styles["Caption"].font.color.rgb = STEIN
    doc.styles["Question head"].font.bold, doc.styles["Question head"].font.color.rgb = True, FJORD
    doc.styles["Question head"].paragraph_format.keep_with_next = True
    for spot in (1, 2, 3):
        doc.styles[f"toc {spot}"].paragraph_format.left_indent = Cm(0.6 * (spot - 1))
        doc.styles[f"toc {spot}"].paragraph_format.line_spacing = 1.0
    doc.styles["toc 1"].font.bold = True
    _shaded(doc, "Question head", "Question")
    _lined(doc.styles["Fact"])
    _bar(doc.styles["Front line"])
    for name in ("Fact", "List Bullet", "List Number"):
        doc.styles[name].paragraph_format.widow_control = True
    _spaced(doc.styles["Subtitle"])
    _language(doc.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr")), language)


def _style(style: Any, size: float, name: str) -> None:
    style.font.name, style.font.size, style.font.italic = "Calibri", Pt(size), name == "Quote"
    style.font.color.rgb = FJORD if name.startswith(("Heading", "Title")) else STEIN if name == "Subtitle" else INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    if name == "Title":
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(10), Pt(10)
        border = style.element.get_or_add_pPr().find(qn("w:pBdr"))
        if border is not None:
            border.getparent().remove(border)
    if name.startswith("Heading"):
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(size * 1.1), Pt(size * 0.4)


def _shaded(doc: Document, *names: str) -> None:
    for name in names:
        shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="F0F4F5"/>')
        doc.styles[name].element.get_or_add_pPr().append(shade)


def _lined(style: Any) -> None:
    style.paragraph_format.left_indent = Cm(0.3)
    line = f'<w:pBdr {nsdecls("w")}><w:left w:val="single" w:sz="18" w:space="8" w:color="C6CC2E"/></w:pBdr>'
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(parse_xml(line), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def _bar(style: Any) -> None:
    """The green line over the title."""
    style.paragraph_format.right_indent = Cm(13)
    line = f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="48" w:space="1" w:color="C6CC2E"/></w:pBdr>'
    style.element.get_or_add_pPr().insert_element_before(parse_xml(line), "w:shd", "w:tabs", "w:spacing", "w:ind")


def _spaced(style: Any) -> None:
    """Letters as near each other as elsewhere; Word's template draws the subtitle apart."""
    apart = style.element.get_or_add_rPr().find(qn("w:spacing"))
    if apart is not None:
        apart.getparent().remove(apart)


def _language(letters: Any, language: str) -> None:
    said = letters.find(qn("w:lang"))
    if said is None:
        said = OxmlElement("w:lang")
        letters.append(said)
    said.set(qn("w:val"), language)


def paragraph(doc: Document, style: str, text: str = "") -> Paragraph:
    """A paragraph of a style. Word's own name of a style is looked up once: python-docx does it for each paragraph."""
    made = doc.add_paragraph()
    made._p.style = styles()[style]
    if text:
        made.add_run(text)
    return made


@cache
def styles() -> dict[str, str]:
    """The id of each style by its name; the same in every document of ours."""
    doc = docx.Document()
    look(doc, "")
    return {str(style.name): style.style_id for style in doc.styles}


def speaks(paragraph: Paragraph, language: str) -> None:
    """Another language than the document's."""
    for run in paragraph._p.iter(qn("w:r")):
        _language(run.get_or_add_rPr(), language)


def runs(paragraph: Paragraph, pieces: list[dict[str, Any]]) -> None:
    """Pieces of text in a paragraph: strong, emphasised, and links that can be pressed."""
    for piece in pieces:
        if piece.get("href", "").startswith(("http://", "https://", "mailto:")):
            _link(paragraph, piece["text"], piece["href"])
            continue
        run = paragraph.add_run(piece["text"])
        run.bold, run.italic = piece.get("strong") or None, piece.get("em") or None


def _link(paragraph: Paragraph, text: str, address: str) -> None:
    key = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), key)
    run = paragraph.add_run(text)
    run.font.color.rgb, run.font.underline = FJORD, True
    link.append(run._r)
    paragraph._p.append(link)


def bookmark(paragraph: Paragraph, name: str) -> None:
    """What the contents lead to."""
    if not name:
        return
    number = str(crc32(name.encode()) % 10**8)
    for tag, where in (("w:bookmarkStart", 0), ("w:bookmarkEnd", None)):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), number)
        if where == 0:
            mark.set(qn("w:name"), _mark(name))
            paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, mark)
        else:
            paragraph._p.append(mark)


def _mark(name: str) -> str:
    return f"del_{name.replace('-', '_')}"[:40]


def contents(doc: Document, head: str, headings: list[dict[str, Any]]) -> None:
    """A contents field as Word makes it, filled with links; Word puts in page numbers when the field is updated."""
    doc.add_page_break()
    paragraph(doc, "TOC Heading", head)
    shown = [one for one in headings if one["level"] <= 3]
    for spot, one in enumerate(shown):
        line = paragraph(doc, f"toc {one['level']}")
        if spot == 0:
            _field(line, "begin")
            _instruction(line, 'TOC \\o "1-3" \\h \\z \\u')
            _field(line, "separate")
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), _mark(one["id"]))
        link.append(line.add_run(f"{one['number']} {one['text']}".strip())._r)
        line._p.append(link)
        if spot == len(shown) - 1:
            _field(line, "end")


def counted_on_opening(doc: Document) -> None:
    """Word asks once whether to fill in the fields, and then the contents have their page numbers."""
    asked = OxmlElement("w:updateFields")
    asked.set(qn("w:val"), "true")
    settings = doc.settings.element
    after = [settings.find(qn(f"w:{name}")) for name in ("hdrShapeDefaults", "footnotePr", "endnotePr", "compat")]
    first = next((one for one in after if one is not None), None)
    settings.append(asked) if first is None else first.addprevious(asked)


def _field(line: Paragraph, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    line.add_run()._r.append(mark)


def _instruction(line: Paragraph, words: str) -> None:
    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = words
    line.add_run()._r.append(text)


def footer(doc: Document, told: dict[str, Any]) -> None:
    """Title, edition and page; not on the front."""
    section = doc.sections[0]
    section.different_first_page_header_footer = True
    line = section.footer.paragraphs[0]
    line.add_run(f"{told['title']} · {told['edition']} · {told['heads']['page']} ")
    for kind in ("begin", "PAGE", "separate", "1", "end"):
        if kind == "PAGE":
            _instruction(line, "PAGE")
        elif kind == "1":
            line.add_run("1")
        else:
            _field(line, kind)


def numbering(doc: Document) -> int:
    """A list that counts from one again: a number of its own, of the style's kind."""
    root = doc.part.numbering_part.element
    style = doc.styles["List Number"].element.pPr.numPr.numId.val
    kind = next(num.abstractNumId.val for num in root.num_lst if num.numId == style)
    made = root.add_num(kind)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def counted(paragraph: Paragraph, number: int) -> None:
    """The paragraph is an item of the list that has this number."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def columns(table: Table, block: dict[str, Any]) -> None:
    """As wide as their words ask for: numbers take little, and a small table does not fill the page."""
    cells = [block["head"], *block["rows"], *([block["foot"]] if block["foot"] else [])]
    each = [max(_longest(row[spot], block["align"][spot]) for row in cells) for spot in range(len(block["head"]))]
    table.autofit = False
    if sum(each) < NARROW:
        wide = [one * LETTER + 0.6 for one in each]
    else:
        words = [
            min(one, 40) if side == "left" and one > 19 else 0 for one, side in zip(each, block["align"], strict=True)
        ]
        fixed = [0 if many else one * LETTER + 0.5 for one, many in zip(each, words, strict=True)]
        rest = (TEXT_WIDTH - sum(fixed)) / (sum(words) or 1)
        wide = [few or many * rest for few, many in zip(fixed, words, strict=True)]
    for column, width in zip(table.columns, wide, strict=True):
        column.width = Cm(width)
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, wide, strict=True):
            cell.width = Cm(width)


def _longest(cell: list[dict[str, Any]], align: str) -> int:
    """Letters in a cell; a heading over numbers may take two lines."""
    said = "".join(str(run["text"]) for run in cell)
    return min(len(said), 12 if align == "right" else 200)


def table(table: Table, caption: str) -> None:
    """A header row that is repeated, rows that are not cut, hairlines, and a name for those who hear it read."""
    properties = table._tbl.tblPr
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="B9BCBD"/>' for side in ("bottom", "insideH")
    )
    properties.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>"))
    properties.append(parse_xml(f'<w:tblLook {nsdecls("w")} w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
                                ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'))  # fmt: skip
    named = OxmlElement("w:tblCaption")
    named.set(qn("w:val"), caption)
    properties.append(named)
    for spot, row in enumerate(table._tbl.tr_lst):
        row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        if spot == 0:
            row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def described(drawn: InlineShape, text: str) -> None:
    """What the picture shows, in words, for those who do not see it."""
    drawn._inline.docPr.set("descr", text)


def vector(doc: Document, drawn: InlineShape, svg: str) -> None:
    """The drawing itself beside its picture: Word 2016 and later shows it, sharp at any size."""
    name = PackURI(f"/word/media/drawing{drawn._inline.docPr.id}.svg")
    part = Part(name, "image/svg+xml", svg.encode(), doc.part.package)
    key = doc.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    blip = next(drawn._inline.iter(qn("a:blip")))
    blip.append(
        parse_xml(
            f'<a:extLst {nsdecls("a", "r")}><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
            f'<asvg:svgBlip xmlns:asvg="{SVG}" r:embed="{key}"/></a:ext></a:extLst>'
        )
    )
