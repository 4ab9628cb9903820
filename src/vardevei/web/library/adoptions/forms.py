"""What is said of following an example: how far they have come. The rest may be left empty."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core import translated
from vardevei.library.domain.adoptions import Said
from vardevei.library.domain.strategies import Document
from vardevei.library.enums import AdoptionState
from vardevei.library.models import Adoption, Strategy
from vardevei.organisations.models import Organisation
from vardevei.web.forms import Day, Form
from vardevei.web.library.strategies import words

TWO_LINES = {"rows": 2}


class AdoptionForm(Form):
    code = "adoption"
    called = _("Vi følger et eksempel")

    organisation = forms.ChoiceField(label=_("Hvem følger det?"))
    state = forms.ChoiceField(
        label=_("Hvor langt er dere kommet?"), choices=AdoptionState.choices, widget=forms.RadioSelect
    )
    on = Day(label=_("Siden når?"), help_text=_("Dagen dere begynte, eller dagen det ble vedtatt."))
    cause = forms.CharField(
        label=_("Hvorfor gjør dere det?"),
        help_text=_("For eksempel: Partnere spurte etter en strategi."),
        widget=forms.Textarea(attrs=TWO_LINES),
        required=False,
        max_length=2000,
    )
    help = forms.CharField(
        label=_("Hvem har hjulpet dere, og med hva?"),
        widget=forms.Textarea(attrs=TWO_LINES),
        required=False,
        max_length=2000,
    )
    learned_from = forms.ChoiceField(label=_("Hvem lærte dere av?"), required=False)
    strategy = forms.ModelChoiceField(
        label=_("Strategi eller vedtak i registeret"), required=False, queryset=Strategy.objects.none()
    )
    file = forms.FileField(
        label=_("Et dokument som viser det"), required=False, help_text=_("Det blir åpent for alle.")
    )
    address = forms.URLField(label=_("Eller en lenke"), required=False, max_length=500, assume_scheme="https")
    county_note = forms.CharField(
        label=_("Hvordan vet dere det?"),
        help_text=_("Fyll ut når dere svarer for en kommune: hvem som sa det, og når. Alle kan lese det."),
        max_length=300,
        required=False,
    )

    def offer(self, organisations: list[Organisation], teachers: list[Organisation], *, own: bool) -> None:
        """Only the questions that have more than one answer: one organisation alone, or no other follower, is not
        asked about; those who speak for themselves say not how they know."""
        self.fields["organisation"].choices = [(one.pk, one.body) for one in organisations]  # type: ignore[attr-defined]
        owners = ("", _("Dem som laget eksempelet"))
        self.fields["learned_from"].choices = [owners, *((one.pk, one.body) for one in teachers)]  # type: ignore[attr-defined]
        strategies = self.fields["strategy"]
        found = Strategy.objects.standing().filter(organisation__in=organisations)
        strategies.queryset = found.select_related("organisation")  # type: ignore[attr-defined]
        alone = len(organisations) == 1
        strategies.label_from_instance = lambda one: named(one, alone=alone)  # type: ignore[attr-defined]
        needless = {"organisation": alone, "learned_from": not teachers, "strategy": not found, "county_note": own}
        for name in [name for name, without in needless.items() if without]:
            del self.fields[name]
        self.groups = self._grouped()  # type: ignore[misc]

    def _grouped(self) -> list[tuple[Any, list[str]]]:
        said: list[tuple[Any, list[str]]] = [
            ("", ["organisation", "county_note", "state", "on"]),
            (_("Så andre kan lære av dere"), ["cause", "help", "learned_from"]),
            (_("Hva viser det?"), ["strategy", "file", "address"]),
        ]
        return [(heading, [name for name in names if name in self.fields]) for heading, names in said]

    def said(self) -> Said:
        given = {name: value for name, value in self.cleaned_data.items() if name not in ("organisation", "file")}
        teacher = given.pop("learned_from", "")
        return Said(form=words.form(), learned_from=Organisation.objects.get(pk=teacher) if teacher else None, **given)

    def document(self) -> Document | None:
        file = self.cleaned_data["file"]
        return Document(file, file.name) if file else None


def named(strategy: Strategy, *, alone: bool) -> str:
    title = words.title(strategy)
    return title if alone else f"{strategy.organisation.body}: {title}"


def standing(adoption: Adoption | None) -> dict[str, Any]:
    """What stands now, as the form has it."""
    if adoption is None:
        return {"on": timezone.localdate(), "state": AdoptionState.CONSIDERING}
    plain = {name: getattr(adoption, name) for name in ("state", "on", "address", "county_note")}
    texts = {
        name: translated.said(getattr(adoption, name), words.form(), adoption.original) for name in ("cause", "help")
    }
    return {**plain, **texts, "strategy": adoption.strategy_id, "learned_from": adoption.learned_from_id or ""}


class BackForm(Form):
    code = "adoption-withdraw"

    why = forms.CharField(label=_("Hva var feil?"), max_length=300)
