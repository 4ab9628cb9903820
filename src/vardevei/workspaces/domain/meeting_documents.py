"""Agenda and minutes as documents: PDF/UA for everyone, and Word for those who go on writing.

The Word document is filled into `meeting.docx`, which can be opened and given another look (tools/meeting_template.py).
"""

import io
import re
from pathlib import Path
from typing import Any

from django.utils.text import slugify
from django.utils.translation import override
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docxtpl import DocxTemplate

from vardevei.core import printing
from vardevei.core.enums import LanguageForm
from vardevei.workspaces.domain import meeting_words
from vardevei.workspaces.models import Meeting

PAGE, DOCUMENT = Path(__file__).parents[1] / "meeting.typ", Path(__file__).parents[1] / "meeting.docx"
WORDS = {"agenda": meeting_words.agenda, "minutes": meeting_words.minutes}
KINDS = ("pdf", "docx")
REGIONS = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
# What neither XML nor a page can hold; it comes with text that is pasted.
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")


def make(meeting: Meeting, what: str, kind: str, form: LanguageForm | str) -> bytes:
    """`what` is "agenda" or "minutes", `kind` "pdf" or "docx", `form` the language of the fixed words."""
    with override(LanguageForm(form).value):
        told = _seen(WORDS[what](meeting))
    return printing.pdf(PAGE, "meeting", told) if kind == "pdf" else _word(told)


def name_of(meeting: Meeting, what: str, kind: str, form: LanguageForm | str) -> str:
    """ "saksliste-dialogmote.pdf" """
    with override(LanguageForm(form).value):
        first = WORDS[what](meeting)["kind"]
    plain = f"{first} {meeting.title}".casefold().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    return f"{slugify(plain)[:80].strip('-')}.{kind}"


def _word(told: dict[str, Any]) -> bytes:
    document = DocxTemplate(str(DOCUMENT))
    document.render({"m": told}, autoescape=True)
    _speaks(document, REGIONS[told["lang"]])
    about = document.docx.core_properties
    about.title, about.author, about.language = (
        f"{told['kind']}: {told['title']}"[:255],
        "Vardevei",
        REGIONS[told["lang"]],
    )
    about.comments = ""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _speaks(document: DocxTemplate, language: str) -> None:
    """The language of the whole document, so that it is read aloud and spelled right."""
    defaults = document.docx.styles.element.find(qn("w:docDefaults"))
    letters = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    said = letters.find(qn("w:lang"))
    if said is None:
        said = OxmlElement("w:lang")
        letters.append(said)
    said.set(qn("w:val"), language)


def _seen(told: Any) -> Any:
    """The same, without what cannot be written."""
    if isinstance(told, dict):
        return {name: _seen(value) for name, value in told.items()}
    if isinstance(told, list | tuple):
        return [_seen(value) for value in told]
    return UNSEEN.sub("", told) if isinstance(told, str) else told
