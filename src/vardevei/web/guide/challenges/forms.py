"""What people fill in about a challenge."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.guide.domain import suggestions
from vardevei.guide.enums import Suggested
from vardevei.organisations.models import Organisation
from vardevei.projects.domain.challenges import Said
from vardevei.projects.enums import Shared
from vardevei.projects.models.challenge import LONGEST
from vardevei.web.forms import Day, Form

WHO = [
    (Shared.COUNTY, _("Kommunen og rådgiverne i fylket, så de kan hjelpe")),
    (Shared.PRIVATE, _("Bare vi i kommunen")),
    (Shared.OPEN, _("Alle, også uten å logge inn")),
]


class ChallengeForm(Form):
    code = "challenge"
    called = _("Utfordring")
    municipality = forms.ChoiceField(label=_("Kommune"))
    text = forms.CharField(
        label=_("Hva vil dere gjøre noe med?"),
        help_text=_("Skriv som du snakker, på bokmål eller nynorsk. To eller tre setninger er nok."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=LONGEST,
    )
    theme = forms.CharField(label=_("Kort navn"), help_text=_("Det dere finner den igjen under."), required=False,
                            max_length=80)  # fmt: skip
    shared = forms.ChoiceField(label=_("Hvem skal se den?"), choices=WHO, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("shared", Shared.COUNTY)

    def within(self, places: list[Organisation]) -> None:
        """One municipality is not asked about."""
        field: Any = self.fields["municipality"]
        field.choices = [(place.pk, place.name) for place in places]
        self.initial.setdefault("municipality", places[0].pk)
        if len(places) == 1:
            field.required, field.widget = False, forms.HiddenInput()

    def said(self, language: str) -> Said:
        form = language if language in LanguageForm.values else LanguageForm.BOKMAL
        return Said(self.cleaned_data["text"], form, self.cleaned_data["theme"])


class EditForm(ChallengeForm):
    code = "challenge-edit"
    municipality = None  # type: ignore[assignment]


class CloseForm(Form):
    code = "challenge-close"
    why = forms.CharField(
        label=_("Hvordan gikk det?"), required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )


class SuggestForm(Form):
    code = "challenge-suggest"
    kind = forms.ChoiceField(label=_("Hva foreslår du?"), choices=Suggested.choices)
    title = forms.CharField(label=_("Hva eller hvem"), help_text=_("Navnet, gjerne med adresse."), max_length=500)
    why = forms.CharField(
        label=_("Hvorfor passer det?"),
        help_text=_("Kommunen leser dette i brevet."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )
    deadline = Day(label=_("Frist"), required=False)

    def suggested(self, key: str) -> suggestions.Said:
        told = self.cleaned_data
        return suggestions.Said(told["kind"], told["title"], told["why"], key, told["deadline"])
