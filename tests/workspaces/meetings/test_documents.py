"""Agenda and minutes as documents that can be read by everyone: PDF/UA, and Word with real styles."""

import io

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from tests import pdf_rules
from vardevei.workspaces.domain import agenda, meeting_attendance, meeting_documents, minutes, resolutions
from vardevei.workspaces.models import AgendaItem, Meeting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]

STRANGE = "<b>Bø & Ås</b> {{ 7*7 }} {% raw %} ]]> #set text(red) $x$ \\ «Čáhci» 😀 \x0b slutt"


@pytest.fixture
def whole(meeting, item, liv):
    """A meeting with something in every place."""
    minutes.write(item, text="Vi snakket lenge.\n\nSå var vi enige.", by=liv)
    resolutions.pass_(item, text="Nettverket går videre.", whom="Kommunene", votes="unanimous", by=liv)
    meeting_attendance.mark(meeting, came=[f"p{liv.pk}"], by=liv)
    return Meeting.objects.get()


def pdf(meeting, what="minutes", form="nb") -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(meeting_documents.make(meeting, what, "pdf", form)))


def text_of(reader: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def word(meeting, what="minutes", form="nb"):
    return docx.Document(io.BytesIO(meeting_documents.make(meeting, what, "docx", form)))


def told(document) -> list[tuple[str, str]]:
    return [(one.style.name, one.text) for one in document.paragraphs if one.text.strip()]


def tags(reader: pypdf.PdfReader) -> set[str]:
    """The kinds of marked elements in the document."""
    found, waiting = set(), [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop()
        if isinstance(element, pypdf.generic.DictionaryObject):
            found.add(str(element.get("/S", "")))
            below = element.get("/K", [])
            below = below.get_object()
            waiting += [one.get_object() for one in (below if isinstance(below, list) else [below])]
    return found


def test_every_rule_of_an_independent_checker_passes(whole) -> None:
    for what in ("agenda", "minutes"):
        pdf_rules.check(meeting_documents.make(whole, what, "pdf", "nn"))


@pytest.mark.parametrize(("form", "kind"), [("nb", "Referat"), ("nn", "Referat"), ("en", "Minutes")])
def test_pdf_is_tagged_and_says_its_language_and_title(whole, form, kind) -> None:
    reader = pdf(whole, form=form)

    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 -- pypdf's own kind of true
    assert str(root["/Lang"]).lower().startswith(form)
    assert reader.metadata.title == f"{kind}: Dialogmøte"
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert {"/H1", "/H2", "/H3", "/H4", "/Table", "/TH", "/TD", "/P"} <= tags(reader)


def test_minutes_say_what_was_said_and_decided_and_who_was_there(whole) -> None:
    text = text_of(pdf(whole))

    for part in ("Utkast. Referatet er ikke godkjent.", "Så var vi enige.", "Nettverket går videre.", "Enstemmig"):
        assert part in text
    assert "Til stede Liv Leder" in text
    assert "Ikke til stede Kari Nes" in text


def test_word_has_real_headings_a_header_row_and_its_language(whole) -> None:
    document = word(whole, form="nn")

    assert ("Heading 1", "Referat: Dialogmøte") in told(document)
    assert ("Heading 3", "1. Veien videre") in told(document)
    assert ("Quote", "Nettverket går videre.") in told(document)
    table = document.tables[0]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Om møtet"
    assert [row.cells[0].text for row in table.rows][:2] == ["Opplysning", "Når"]
    assert document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn("w:val")) == "nn-NO"
    assert document.core_properties.language == "nn-NO"


def test_the_agenda_has_the_questions_and_nothing_of_what_was_said(whole) -> None:
    lines = told(word(whole, "agenda"))

    assert ("List Bullet", "Hva nå?") in lines
    assert not [text for _style, text in lines if "enige" in text or "Vedtak 1" in text]


def test_an_agenda_without_items_says_so(meeting) -> None:
    assert "Ingen saker er satt opp." in text_of(pdf(meeting, "agenda"))
    assert ("Normal", "Ingen saker er satt opp.") in told(word(meeting, "agenda"))


def test_text_that_looks_like_code_is_only_text(meeting, liv) -> None:
    agenda.add(meeting, title=STRANGE, text=STRANGE, questions=STRANGE, by=liv)
    seen = STRANGE.replace("\x0b", "")

    assert f"1. {seen}" in [text for _style, text in told(word(meeting, "agenda"))]
    assert " ".join(seen.split()).replace("😀", "?") in text_of(pdf(meeting, "agenda"))


def test_a_very_long_item_goes_over_many_pages(meeting, liv) -> None:
    item = agenda.add(meeting, title="Lang sak " * 20, by=liv)
    minutes.write(item, text="\n".join(f"Linje {n}: " + "ord " * 60 for n in range(200)), by=liv)
    resolutions.pass_(AgendaItem.objects.get(), text="Vedtatt. " * 2000, by=liv)

    reader = pdf(meeting)
    assert len(reader.pages) > 8
    assert "Linje 199" in text_of(reader)
    assert told(word(meeting))[-1][1].startswith("Vedtatt.")


def test_the_document_is_called_what_it_is(meeting) -> None:
    assert meeting_documents.name_of(meeting, "agenda", "pdf", "nb") == "saksliste-dialogmote.pdf"
    assert meeting_documents.name_of(meeting, "minutes", "docx", "en") == "minutes-dialogmote.docx"
