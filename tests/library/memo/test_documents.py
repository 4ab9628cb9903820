"""The memo as documents that everyone can read: PDF/UA with tags, and Word with real styles."""

import io

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from tests import pdf_rules
from vardevei.library.domain import editions, memo_documents, memo_sections
from vardevei.library.models import Edition, Section

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]

STRANGE = "<b>Bø & Ås</b> {{ 7*7 }} ]]> #set text(red) $x$ \\ «Čáhci» 😀 \x0b slutt"


def pdf(form="nb") -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(memo_documents.make(Edition.objects.get(), "pdf", form)))


def word(form="nb"):
    return docx.Document(io.BytesIO(memo_documents.make(Edition.objects.get(), "docx", form)))


def text_of(reader: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def tags(reader: pypdf.PdfReader) -> set[str]:
    """The kinds of marked elements in the document."""
    found, waiting = set(), [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop()
        if isinstance(element, pypdf.generic.IndirectObject):
            element = element.get_object()
        if isinstance(element, list):
            waiting += element
        elif isinstance(element, pypdf.generic.DictionaryObject):
            found.add(str(element.get("/S", "")))
            waiting.append(element.get("/K", []))
    return found


@pytest.mark.parametrize(("form", "title"), [("nb", "De gode eksemplenes vei"), ("en", "The way of the good examples")])
def test_pdf_is_tagged_and_says_its_language_and_title(memo, form, title) -> None:
    reader = pdf(form)

    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 -- pypdf's own kind of true
    assert str(root["/Lang"]).lower().startswith(form)
    assert reader.metadata.title == title
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert {"/H1", "/H2", "/TOC", "/Table", "/TH", "/TD", "/L", "/P", "/Figure"} <= tags(reader)


@pytest.mark.parametrize("form", ["nb", "nn", "en"])
def test_every_rule_of_an_independent_checker_passes(memo, form) -> None:
    pdf_rules.check(memo_documents.make(Edition.objects.get(), "pdf", form))


def test_pdf_has_contents_questions_annexes_and_sources(memo) -> None:
    text = text_of(pdf())

    for part in ("Innhold", "Spørsmål til diskusjon", "Vedlegg 1. Kommuner i Interreg", "Kilder", "Tabell 1"):
        assert part in text


def test_word_has_real_headings_contents_header_rows_alt_texts_and_its_language(memo) -> None:
    document = word("nn")

    styles = [one.style.name for one in document.paragraphs]
    assert {"Title", "Heading 1", "Heading 2", "List Bullet", "List Number", "Caption", "toc 1"} <= set(styles)
    assert 'TOC \\o "1-3"' in document.element.xml
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in document.tables)
    drawn = [one._inline.docPr.get("descr") for one in document.inline_shapes]
    assert drawn
    assert all(said.startswith(("Liggjande", "Ståande")) for said in drawn)
    assert document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn("w:val")) == "nn-NO"
    assert document.core_properties.language == "nn-NO"
    assert any(part.content_type == "image/svg+xml" for part in document.part.package.iter_parts())


def test_a_part_that_is_not_translated_says_which_language_it_is_in(memo) -> None:
    Section.objects.filter(slug="bakgrunn").update(title={"nb": "Bare bokmål"}, text={"nb": "Her."})
    content, _changes = editions.preview(memo)

    made = docx.Document(io.BytesIO(memo_documents.draft(content, "docx", "en")))
    heading = next(one for one in made.paragraphs if one.style.name == "Heading 1" and "Bare bokmål" in one.text)
    assert heading.runs[0]._r.rPr.find(qn("w:lang")).get(qn("w:val")) == "nb-NO"


def test_text_that_looks_like_code_is_only_text(memo, eva) -> None:
    section = Section.objects.get(slug="bakgrunn")
    memo_sections.write(section, form="nb", title=STRANGE, text=STRANGE, questions=STRANGE, by=eva)
    content, _changes = editions.preview(memo)
    seen = " ".join(STRANGE.replace("\x0b", "").split())

    told = docx.Document(io.BytesIO(memo_documents.draft(content, "docx", "nb")))
    assert any(seen in " ".join(one.text.split()) for one in told.paragraphs)
    made = pypdf.PdfReader(io.BytesIO(memo_documents.draft(content, "pdf", "nb")))
    assert seen.replace("😀", "?") in text_of(made)
