"""Text in up to three forms of language: one is the original, the others know which original they were made from.

words = {"nb": "Hei.", "en": "Hello.", "of": {"en": "<digest of the original it was translated from>"}}
"""

from hashlib import sha256
from typing import Any

from vardevei.core.enums import LanguageForm

Words = dict[str, Any]
NORWEGIAN = {LanguageForm.BOKMAL: LanguageForm.NYNORSK, LanguageForm.NYNORSK: LanguageForm.BOKMAL}


def said(words: Words, form: str, original: str) -> str:
    """The words in the form; else in the other Norwegian form, else as they were first written."""
    return words.get(said_in(words, form, original), "") if words else ""


def said_in(words: Words, form: str, original: str) -> str:
    """The form that `said` answers in: for the page's lang attribute, and to say that a translation is missing."""
    order = (form, NORWEGIAN.get(LanguageForm(form), original), original, *LanguageForm.values)
    return next((one for one in order if words.get(one)), original)


def written(words: Words, form: str, text: str, original: str) -> Words:
    """The words with this text in the form. A translation remembers the original that stood when it was made."""
    made_from = {**words.get("of", {})}
    if form != original:
        made_from[form] = digest(words.get(original, ""))
    return {**words, form: text, "of": made_from}


def out_of_date(words: Words, form: str, original: str) -> bool:
    """Whether the original has been changed since the text in this form was translated from it."""
    if form == original or not words.get(form):
        return False
    return bool(words.get("of", {}).get(form) != digest(words.get(original, "")))


def digest(text: str) -> str:
    return sha256(text.strip().encode()).hexdigest()[:16]
