"""The forms of participation: one put in by hand, a correction, a reason."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from vardevei.opendata import families
from vardevei.opendata.sources.listing import COUNTRIES
from vardevei.projects.enums import Evidence
from vardevei.web import words
from vardevei.web.forms import Day, Form, Money, PlaceField

CURRENCIES = [(code, code) for code in ("EUR", "NOK", "SEK", "DKK")]
EVIDENCE = [
    (Evidence.TOLD, gettext_lazy("Kommunen fortalte oss det")),
    (Evidence.LINK, gettext_lazy("En nettside")),
    (Evidence.DOCUMENT, gettext_lazy("Et dokument")),
]


def family_choices() -> list[Any]:
    """Programmes under the heading of their group, in the reader's language."""
    language = get_language() or "nb"
    choices: list[Any] = [("", "")]
    for group, name in families.GROUPS.items():
        inside = [(one.code, _first(one.name[language])) for one in families.families() if one.group == group]
        choices.append((_first(name[language]), inside))
    return choices


def _first(text: str) -> str:
    return text[:1].upper() + text[1:]


def role_choices() -> list[tuple[str, str]]:
    return [("", _("Ikke kjent")), *((code, _first(str(name))) for code, name in words.ROLES.items())]


def line(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class EntryForm(Form):
    """A participation. What is public: no names of persons."""

    code = "participation-by-hand"

    place = PlaceField(label=gettext_lazy("Hvilken kommune deltar?"))
    council = forms.BooleanField(label=gettext_lazy("Det er fylkeskommunen selv"), required=False)
    title = forms.CharField(
        label=gettext_lazy("Prosjektets navn"),
        max_length=300,
        help_text=gettext_lazy("Siden er åpen: Ikke skriv navn på personer."),
    )
    family = forms.ChoiceField(label=gettext_lazy("Program"))
    evidence = forms.ChoiceField(
        label=gettext_lazy("Hvor vet vi det fra?"), choices=EVIDENCE, widget=forms.RadioSelect, initial=Evidence.TOLD
    )
    evidence_day = Day(label=gettext_lazy("Når fikk vi vite det?"), required=False)
    evidence_link = forms.URLField(
        label=gettext_lazy("Adressen til nettsiden"), required=False, max_length=500, assume_scheme="https"
    )
    evidence_text = forms.CharField(label=gettext_lazy("Navnet på dokumentet"), required=False, max_length=300)
    role = forms.ChoiceField(label=gettext_lazy("Rolle i prosjektet"), required=False)
    start = Day(label=gettext_lazy("Startet"), required=False)
    end = Day(label=gettext_lazy("Slutter"), required=False)
    amount = Money(
        label=gettext_lazy("Beløp til kommunen"), required=False, widget=forms.TextInput(attrs={"inputmode": "decimal"})
    )
    currency = forms.ChoiceField(label=gettext_lazy("Valuta"), choices=CURRENCIES, required=False)
    acronym = forms.CharField(label=gettext_lazy("Kortnavn"), required=False, max_length=60)
    number = forms.CharField(label=gettext_lazy("Prosjektnummer"), required=False, max_length=100)
    programme_part = forms.CharField(label=gettext_lazy("Delprogram eller utlysning"), required=False, max_length=200)
    partners = forms.CharField(
        label=gettext_lazy("Partnere"),
        required=False,
        widget=line(4),
        help_text=gettext_lazy("Én på hver linje, med landet bak: «Östersunds kommun, SE»."),
    )

    groups = (
        (gettext_lazy("Det viktigste"), ("place", "council", "title", "family")),
        (gettext_lazy("Kilden"), ("evidence", "evidence_day", "evidence_link", "evidence_text")),
        (
            gettext_lazy("Mer, hvis du vet det"),
            ("role", "start", "end", "amount", "currency", "acronym", "number", "programme_part", "partners"),
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].required = not self.data.get("council")
        self.fields["family"].choices = family_choices()  # type: ignore[attr-defined]
        self.fields["role"].choices = role_choices()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if told.get("place") and told.get("council"):
            self.add_error("place", _("Skriv kommunen, eller kryss av for fylkeskommunen, ikke begge."))
        start, end = told.get("start"), told.get("end")
        if start and end and end < start:
            self.add_error("end", _("Prosjektet kan ikke slutte før det starter."))
        self._check_evidence(told)
        return told

    def _check_evidence(self, told: dict[str, Any]) -> None:
        wanted: dict[str, tuple[str, str]] = {
            Evidence.TOLD: ("evidence_day", _("Skriv dagen dere fikk vite det.")),
            Evidence.LINK: ("evidence_link", _("Skriv adressen til nettsiden.")),
            Evidence.DOCUMENT: ("evidence_text", _("Skriv navnet på dokumentet.")),
        }
        field, words = wanted.get(told.get("evidence", ""), ("", ""))
        if field and not told.get(field) and field not in self.errors:
            self.add_error(field, words)

    def clean_partners(self) -> list[tuple[str, str]]:
        """(name, country) for each line; a line without a country keeps none."""
        return [partner(text) for text in self.cleaned_data["partners"].splitlines() if text.strip()]


def partner(text: str) -> tuple[str, str]:
    """ "Östersunds kommun, SE" -> its name and "SE"; the country may be written out in Norwegian or English."""
    name, comma, last = text.strip().rpartition(",")
    country = last.strip()
    code = country.upper() if len(country) == 2 and country.isalpha() else COUNTRIES.get(country.casefold(), "")
    return (name.strip(), code) if comma and code else (text.strip(), "")


class WhyForm(Form):
    code = "participation-why"

    why = forms.CharField(label=gettext_lazy("Hvorfor?"), widget=line(3), max_length=500)


class CorrectForm(Form):
    """One field. `value` is a day, an amount, a role or a text, as the field asks for."""

    code = "participation-correct"

    value = forms.CharField(required=False)
    why = forms.CharField(
        label=gettext_lazy("Hvordan vet du det?"),
        widget=line(3),
        max_length=500,
        help_text=gettext_lazy("Begrunnelsen ser bare de som arbeider i fylket."),
    )

    def __init__(self, *args: Any, field: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"] = _value_field(field)
        self.order_fields(["value", "why"])


def _value_field(field: str) -> forms.Field:
    label = words.field(field)
    if field in ("signed", "start", "end"):
        return Day(label=label, required=False)
    if field == "amount":
        return Money(label=label, required=False, widget=forms.TextInput(attrs={"inputmode": "decimal"}))
    if field == "role":
        return forms.ChoiceField(label=label, choices=role_choices(), required=False)
    return forms.CharField(label=label, max_length=300, required=field == "name")


class WhoForm(Form):
    """Who it is: a municipality, the county council, or neither."""

    code = "participation-who"

    verdict = forms.ChoiceField(
        label=gettext_lazy("Hvem er det?"),
        widget=forms.RadioSelect,
        choices=[
            ("place", gettext_lazy("En kommune")),
            ("council", gettext_lazy("En fylkeskommune")),
            ("none", gettext_lazy("Ikke en kommune eller fylkeskommune")),
        ],
    )
    place = PlaceField(label=gettext_lazy("Hvilken kommune?"), required=False)
    county = PlaceField(label=gettext_lazy("Hvilken fylkeskommune?"), required=False, kind="county")
    why = forms.CharField(label=gettext_lazy("Hvordan vet du det?"), widget=line(3), max_length=500)

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        field = {"place": "place", "council": "county"}.get(told.get("verdict", ""), "")
        if field and field not in self.errors and not told.get(field):
            self.add_error(field, _("Skriv navnet."))
        told["organisation"] = told.get(field) if field else None
        return told
