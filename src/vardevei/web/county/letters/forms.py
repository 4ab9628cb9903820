"""The form that a county's letter is written in."""

from collections.abc import Iterable
from copy import copy
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vardevei.organisations.domain import mailing_texts, merging
from vardevei.organisations.enums import Asked
from vardevei.organisations.models import Mailing
from vardevei.web.forms import Day, Form

KINDS = [
    ("notice", _("Beskjed: gjelder mottakeren eller kommunen, og kommer alltid fram")),
    ("news", _("Nyhet: mottakeren kan si nei til flere")),
]
NAMES = {"nb": _("Brevet på bokmål"), "nn": _("Brevet på nynorsk"), "en": _("Brevet på engelsk")}
WORDS = ("subject", "text")
QUESTION = ("question", "choices")


class LetterForm(Form):
    """The words of a letter in each form of language that is needed, and perhaps a question."""

    code = "county-letter"
    called = _("Brev til kommunene")
    kind = forms.ChoiceField(label=_("Hva slags brev er det?"), choices=KINDS, widget=forms.RadioSelect)
    subject_nb = forms.CharField(label=_("Emne på bokmål"), max_length=200, required=False)
    text_nb = forms.CharField(label=_("Tekst på bokmål"), widget=forms.Textarea, required=False)
    subject_nn = forms.CharField(label=_("Emne på nynorsk"), max_length=200, required=False)
    text_nn = forms.CharField(label=_("Tekst på nynorsk"), widget=forms.Textarea, required=False)
    subject_en = forms.CharField(label=_("Emne på engelsk"), max_length=200, required=False)
    text_en = forms.CharField(label=_("Tekst på engelsk"), widget=forms.Textarea, required=False)
    asks = forms.ChoiceField(label=_("Hva skal mottakeren svare på?"), choices=Asked.choices, widget=forms.RadioSelect)
    question_nb = forms.CharField(label=_("Spørsmål på bokmål"), max_length=200, required=False)
    question_nn = forms.CharField(label=_("Spørsmål på nynorsk"), max_length=200, required=False)
    question_en = forms.CharField(label=_("Spørsmål på engelsk"), max_length=200, required=False)
    choices_nb = forms.CharField(label=_("Svar å velge mellom, på bokmål"), widget=forms.Textarea, required=False)
    choices_nn = forms.CharField(label=_("Svar å velge mellom, på nynorsk"), widget=forms.Textarea, required=False)
    choices_en = forms.CharField(label=_("Svar å velge mellom, på engelsk"), widget=forms.Textarea, required=False)
    deadline = Day(label=_("Siste dag å svare"), required=False)

    def __init__(self, *args: Any, mailing: Mailing, languages: Iterable[str], **kwargs: Any) -> None:
        initial = {name: getattr(mailing, name) for name in self.base_fields if name != "kind"}
        initial["kind"] = "news" if mailing.news else "notice"
        kwargs["initial"] = {**initial, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.mailing, self.languages = mailing, list(languages)
        self._leave_out()
        self._explain()
        self.groups = self._groups()  # type: ignore[misc]

    def _leave_out(self) -> None:
        asked_before = self.mailing.question_id is not None
        for name in list(self.fields):
            field, _sep, form = name.rpartition("_")
            not_needed = field in WORDS + QUESTION and form not in self.languages
            if not_needed or (asked_before and (field in QUESTION or name in ("asks", "deadline"))):
                del self.fields[name]

    def _explain(self) -> None:
        holes = ", ".join(f"{{{{ {name} }}}}" for name in merging.HOLES if name != "namn")
        self.fields["text_nb"].help_text = _("Disse fylles ut for hver mottaker: {holes}. Hilsen, navnet ditt og fylket kommer under teksten av seg selv.").format(holes=holes)  # fmt: skip # noqa: E501
        self.fields["text_nn"].help_text = _("Skriver du bare én målform, får alle den, som den er.")
        for form in ("nb", "nn", "en"):
            if f"choices_{form}" in self.fields:
                self.fields[f"choices_{form}"].help_text = _("Ett svar på hver linje.")

    def _groups(self) -> list[tuple[object, list[str]]]:
        words = [(NAMES[form], [f"{field}_{form}" for field in WORDS]) for form in self.languages]
        asked = [f"{field}_{form}" for field in QUESTION for form in self.languages]
        question = [name for name in ["asks", *asked, "deadline"] if name in self.fields]
        kind: list[tuple[object, list[str]]] = [(_("Slags brev"), ["kind"])]
        return [*words, *([(_("Spørsmål"), question)] if question else []), *kind]

    def clean(self) -> dict[str, Any]:
        """Everything that keeps the letter from being sent, told on its field."""
        cleaned = super().clean() or {}
        written = copy(self.mailing)
        for name, value in self.words().items():
            setattr(written, name, value)
        for field, sentence in mailing_texts.faults(written):
            self.add_error(field if field in self.fields else None, str(sentence))
        return cleaned

    def words(self) -> dict[str, Any]:
        """What was written, by the fields of the letter."""
        found = {name: value for name, value in self.cleaned_data.items() if name != "kind"}
        return {**found, "news": self.cleaned_data.get("kind") == "news"}
