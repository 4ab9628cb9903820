"""What people fill in when they sign up, and what the organiser fills in."""

import re
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from vardevei.web.forms import Form, PlaceField
from vardevei.workspaces.domain.sign_up_questions import LONGEST
from vardevei.workspaces.enums import AskKind
from vardevei.workspaces.models import Event, SignUpQuestion

# The name stands in a letter to an address that anyone can write: it must not carry a message of its own.
A_NAME = RegexValidator(
    re.compile(r"[/@<>]|www\.", re.IGNORECASE), _("Skriv bare navnet her."), inverse_match=True, code="name"
)
WHY_ASKED = _(
    "Frivillig. Vi spør for å kunne legge til rette. Bare arrangøren ser svaret, og det blir slettet dagen etter "
    "arrangementet."
)
YES_NO = [("yes", _("Ja")), ("no", _("Nei"))]


class SignUpForm(Form):
    """`event` gives the questions; `asks_address` is False for one who is signed in."""

    code = "sign-up"
    called = _("Påmelding")
    name = forms.CharField(label=_("Navn"), max_length=200, validators=[A_NAME])
    email = forms.EmailField(label=_("E-post"), help_text=_("Hit sender vi bekreftelsen."))
    organisation = PlaceField(
        label=_("Kommunen du kommer fra"),
        required=False,
        help_text=_("Navn eller nummer. La feltet stå tomt hvis du ikke kommer fra en kommune."),
    )
    organisation_name = forms.CharField(
        label=_("Annen organisasjon"), required=False, max_length=200, validators=[A_NAME]
    )

    def __init__(self, *args: Any, event: Event, asks_address: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(event.sign_up_questions.all())
        if not asks_address:
            del self.fields["email"]
        for question in self.questions:
            self.fields[f"q{question.pk}"] = field_of(question)

    @property
    def answers(self) -> dict[int, object]:
        return {question.pk: self.cleaned_data.get(f"q{question.pk}") for question in self.questions}

    @property
    def person(self) -> dict[str, Any]:
        """Name, address and where from, as the verbs take them."""
        names = ("name", "email", "organisation", "organisation_name")
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}


class ColleagueForm(SignUpForm):
    """The same for somebody else; a visitor also says who is doing it."""

    code = "sign-up-colleague"
    called = _("Påmelding av en kollega")
    by_name = forms.CharField(label=_("Navnet ditt"), max_length=200, validators=[A_NAME])
    by_email = forms.EmailField(label=_("E-posten din"), help_text=_("Kollegaen får vite at det var du som meldte på."))

    def __init__(self, *args: Any, visitor: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Kollegaens navn")
        self.fields["email"].label = _("Kollegaens e-post")
        self.fields["organisation"].label = _("Kommunen kollegaen kommer fra")
        if not visitor:
            del self.fields["by_name"], self.fields["by_email"]


def field_of(question: SignUpQuestion) -> forms.Field:
    """The field that the question is answered in. What is sensitive is never kept in a draft."""
    given: dict[str, Any] = {"label": question.words, "required": question.required}
    if question.sensitive:
        given["help_text"] = WHY_ASKED
    field = _field(question, given)
    if question.sensitive:
        field.draft = False  # type: ignore[attr-defined]
    return field


def _field(question: SignUpQuestion, given: dict[str, Any]) -> forms.Field:
    choices = [(choice, choice) for choice in question.choices]
    if question.kind == AskKind.MANY:
        return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **given)
    if question.kind in (AskKind.ONE, AskKind.YES_NO):
        shown = YES_NO if question.kind == AskKind.YES_NO else choices
        return forms.ChoiceField(choices=shown, widget=forms.RadioSelect, **given)
    return forms.CharField(max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2}), **given)


class QuestionForm(Form):
    code = "sign-up-question"
    called = _("Spørsmål ved påmelding")
    words = forms.CharField(label=_("Spørsmålet"), max_length=250)
    kind = forms.ChoiceField(label=_("Hvordan skal det besvares?"), choices=AskKind.choices, widget=forms.RadioSelect)
    choices = forms.CharField(
        label=_("Svarvalg, ett på hver linje"),
        required=False,
        help_text=_("Bare for spørsmål med valg."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    required = forms.BooleanField(label=_("Alle må svare"), required=False)
    sensitive = forms.BooleanField(
        label=_("Svaret forteller om helse, for eksempel allergi eller behov for tilrettelegging"),
        required=False,
        help_text=_("Da er det frivillig å svare, og svarene blir slettet dagen etter. Antallet blir stående."),
    )

    def clean_choices(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["choices"].splitlines() if line.strip()]
