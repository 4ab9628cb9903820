"""Texts in three forms of language as fields of a form: the one they are first written in comes first."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.core.translated import Words

HEADINGS: dict[str, Promise] = {"nb": _("På bokmål"), "nn": _("På nynorsk"), "en": _("På engelsk")}


def order(original: str) -> list[str]:
    return [original, *(form for form in LanguageForm.values if form != original)]


def put(form: forms.Form, name: str, label: Any, original: str, **more: Any) -> None:
    """One field for each language, called name_nb and so on; `long`, `lines`, `max_length`, `help_text`, `required`."""
    long, required = more.pop("long", False), more.pop("required", False)
    for language in order(original):
        field = forms.CharField(label=label, required=required and language == original, **more)
        if long:
            field.widget = forms.Textarea(attrs={"rows": 4})
        form.fields[f"{name}_{language}"] = field


def groups(names: Iterable[str], original: str) -> list[tuple[object, list[str]]]:
    """A heading for each language, with its fields."""
    return [(HEADINGS[language], [f"{name}_{language}" for name in names]) for language in order(original)]


def initial(name: str, words: Words) -> dict[str, str]:
    return {f"{name}_{language}": words.get(language, "") for language in LanguageForm.values}


def written(cleaned: dict[str, Any], name: str) -> Words:
    """What was written, without the languages that lack it."""
    found = {language: (cleaned.get(f"{name}_{language}") or "").strip() for language in LanguageForm.values}
    return {language: words for language, words in found.items() if words}
