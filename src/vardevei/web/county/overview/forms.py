"""What staff write about a municipality."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vardevei.core.models import Person
from vardevei.organisations.enums import Channel, HasStrategy
from vardevei.web.forms import Day, Form


def lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class ChangeContactForm(Form):
    code = "dialogue-change"

    channel = forms.ChoiceField(label=gettext_lazy("Hvordan"), choices=Channel.choices)
    day = Day(label=gettext_lazy("Dag"))
    whom = forms.CharField(label=gettext_lazy("Med hvem"), required=False, max_length=200)
    text = forms.CharField(label=gettext_lazy("Hva ble sagt"), required=False, widget=lines(4))

    def clean_day(self) -> Any:
        day = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Dagen har ikke vært ennå. Skriv det som et neste steg."))
        return day


class ContactForm(ChangeContactForm):
    """With what comes next, since that is when one knows it."""

    code = "dialogue"

    next_what = forms.CharField(label=gettext_lazy("Neste steg"), required=False, max_length=200)
    next_due = Day(label=gettext_lazy("Frist for neste steg"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("next_what") and not cleaned.get("next_due") and "next_due" not in self.errors:
            self.add_error("next_due", _("Skriv en frist for neste steg."))
        if cleaned.get("next_due") and not cleaned.get("next_what"):
            self.add_error("next_what", _("Skriv hva neste steg er, eller ta bort fristen."))
        return cleaned


class StrikeForm(Form):
    code = "dialogue-strike"

    why = forms.CharField(label=gettext_lazy("Hvorfor er det feil?"), max_length=200)


class StepForm(Form):
    code = "step"

    what = forms.CharField(label=gettext_lazy("Hva skal gjøres"), max_length=200)
    due = Day(label=gettext_lazy("Innen"))
    who = forms.TypedChoiceField(label=gettext_lazy("Hvem gjør det"), coerce=int)

    def offer(self, staff: list[Person]) -> None:
        """Only the county's own staff can be chosen."""
        self.fields["who"].choices = [(person.pk, str(person)) for person in staff]  # type: ignore[attr-defined]


class DoneForm(Form):
    code = "step-done"

    outcome = forms.CharField(label=gettext_lazy("Hvordan gikk det?"), required=False, max_length=200)


class NoteForm(Form):
    code = "note"

    text = forms.CharField(label=gettext_lazy("Notat"), required=False, widget=lines(10))


class StrategyForm(Form):
    code = "strategy-note"

    has = forms.ChoiceField(label=gettext_lazy("Har kommunen en internasjonal strategi?"), choices=HasStrategy.choices)
    year = forms.IntegerField(label=gettext_lazy("Vedtatt år"), required=False, min_value=1990, max_value=2100)
    link = forms.URLField(
        label=gettext_lazy("Adressen til strategien"),
        required=False,
        max_length=500,
        assume_scheme="https",
    )


class DocumentForm(Form):
    code = "place-document"

    file = forms.FileField(label=gettext_lazy("Fil"))
    title = forms.CharField(label=gettext_lazy("Tittel"), required=False, max_length=200)
    day = Day(label=gettext_lazy("Dokumentets dato"))


class RemoveForm(Form):
    code = "place-document-remove"

    why = forms.CharField(label=gettext_lazy("Hvorfor tas dokumentet bort?"), max_length=200)


class ViewForm(Form):
    """What is shown now, under a name."""

    code = "saved-view"

    name = forms.CharField(label=gettext_lazy("Navn på visningen"), max_length=60)
    shared = forms.BooleanField(label=gettext_lazy("Del den med de andre i fylket"), required=False)
    first = forms.BooleanField(label=gettext_lazy("Vis denne når jeg åpner siden"), required=False)
    query = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)
