"""The form that a call is put in with, by hand."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from vardevei.core.enums import LanguageForm
from vardevei.opendata.sources.announced import Deadline as Told
from vardevei.programmes.domain.announcing import Entry
from vardevei.programmes.models import Call, Programme
from vardevei.web.forms import Day, Form, Money

CURRENCIES = [("EUR", "euro"), ("NOK", "kroner"), ("DKK", "DKK"), ("SEK", "SEK")]
DEADLINES = ("deadline", "second", "third")


class CallForm(Form):
    code = "call"
    called = gettext_lazy("Utlysning")
    groups = (
        (gettext_lazy("Hva"), ["programme", "title", "address", "language", "abstract", "who"]),
        (gettext_lazy("Når"), ["opens_on", *DEADLINES, "planned"]),
        (gettext_lazy("Hvor mye"), ["currency", "budget", "smallest", "largest"]),
    )
    programme = forms.ModelChoiceField(label=gettext_lazy("Program"), queryset=Programme.objects.none())
    title = forms.CharField(label=gettext_lazy("Tittel"), max_length=300)
    address = forms.URLField(
        label=gettext_lazy("Adressen der den er lyst ut"),
        max_length=500,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )
    language = forms.ChoiceField(label=gettext_lazy("Språket det er skrevet på"), choices=LanguageForm.choices)
    abstract = forms.CharField(
        label=gettext_lazy("Hva går den ut på?"),
        required=False,
        widget=forms.Textarea,
        help_text=gettext_lazy("Med egne ord. Ikke kopier teksten til den som lyser ut."),
    )
    who = forms.CharField(label=gettext_lazy("Hvem kan søke?"), required=False, widget=forms.Textarea)
    opens_on = Day(label=gettext_lazy("Åpner"), required=False)
    deadline = Day(label=gettext_lazy("Frist"), required=False)
    second = Day(label=gettext_lazy("Andre frist"), required=False, help_text=gettext_lazy("Når det er flere."))
    third = Day(label=gettext_lazy("Tredje frist"), required=False)
    planned = forms.BooleanField(label=gettext_lazy("Datoene er foreløpige"), required=False)
    currency = forms.ChoiceField(label=gettext_lazy("Valuta"), choices=CURRENCIES)
    budget = Money(label=gettext_lazy("Penger i alt"), required=False)
    smallest = Money(label=gettext_lazy("Minst til hvert prosjekt"), required=False)
    largest = Money(label=gettext_lazy("Mest til hvert prosjekt"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["programme"]
        field.queryset = Programme.objects.all()
        field.label_from_instance = _called

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        days = [cleaned.get(name) for name in DEADLINES if cleaned.get(name)]
        if not days and not cleaned.get("opens_on") and not self.errors:
            self.add_error("deadline", _("Skriv fristen, eller dagen den åpner."))
        return cleaned

    def entry(self) -> Entry:
        told = dict(self.cleaned_data)
        days = sorted({day for name in DEADLINES if (day := told.pop(name))})
        return Entry(**told, deadlines=tuple(Told(day) for day in days))


class WithdrawForm(Form):
    code = "call-withdraw"
    called = gettext_lazy("Trekk utlysningen")
    why = forms.CharField(
        label=gettext_lazy("Hvorfor?"), widget=forms.Textarea, help_text=gettext_lazy("Står på siden til utlysningen.")
    )


def _called(programme: Programme) -> str:
    name = programme.name.get(get_language() or "nb") or str(programme)
    return f"{name} {programme.start or ''}–{programme.end or ''}".strip(" –")


def standing(call: Call) -> dict[str, Any]:
    """What stands in a call, by the fields of the form."""
    names = ("title", "address", "language", "abstract", "who", "opens_on", "planned", "currency")
    told = {name: getattr(call, name) for name in (*names, "budget", "smallest", "largest")}
    days = dict(zip(DEADLINES, [one.on for one in call.deadlines.all()], strict=False))
    return told | days | {"programme": call.programme_id}
