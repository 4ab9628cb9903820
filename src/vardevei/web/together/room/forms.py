"""What is written about a workspace, and who is asked to be in it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vardevei.organisations.models import Organisation
from vardevei.web.forms import Day, Form, PlaceField
from vardevei.workspaces.enums import Part, Visibility

WHO_SEES = [
    (Visibility.MEMBERS, _("De som er med, og rådgiverne i fylket. De som er invitert, kan se det før de svarer.")),
    (Visibility.NAMED, _("Bare de som er med ved navn. En kommune kan ikke være med som kommune, bare folkene.")),
    (Visibility.OPEN, _("Alle, også uten å logge inn. Hvem som er med, ser bare de som er med, og fylket.")),
]


class WorkspaceForm(Form):
    code = "workspace"
    called = _("Arbeidsrom")
    title = forms.CharField(label=_("Navn"), max_length=200)
    purpose = forms.CharField(
        label=_("Hva er det til?"),
        help_text=_("En setning eller to. Står i invitasjonen."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    visibility = forms.ChoiceField(label=_("Hvem kan se det?"), choices=WHO_SEES, widget=forms.RadioSelect)


class InviteForm(Form):
    """One person."""

    code = "workspace-invite"
    called = _("Invitasjon til et arbeidsrom")
    email = forms.EmailField(label=_("E-postadresse"), max_length=254)
    name = forms.CharField(label=_("Navn"), max_length=200, required=False)
    organisation = PlaceField(label=_("Kommune"), help_text=_("Hvis personen er med for en kommune."), required=False)
    part = forms.ChoiceField(
        label=_("Som"),
        choices=Part.choices,
        widget=forms.RadioSelect,
        help_text=_("En leder kan invitere, og lage og endre alt i arbeidsrommet."),
    )
    field_order = ["email", "name", "organisation", "part"]


class Ticks(forms.MultipleChoiceField):
    """Somebody else may have asked one of them since the page was opened: that is no mistake."""

    known: frozenset[str] = frozenset()

    def valid_value(self, value: Any) -> bool:
        return value in self.known


class MunicipalitiesForm(Form):
    """Many at once: `offered` are shown, any of `there` can be chosen."""

    code = "workspace-invite-places"
    draft = False
    every = forms.BooleanField(label=_("Alle kommunene under"), required=False)
    municipalities = Ticks(label=_("Kommuner"), widget=forms.CheckboxSelectMultiple, required=False)

    def __init__(self, *args: Any, offered: list[Organisation], there: Iterable[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.there = {one.number: one for one in there}
        field = self.fields["municipalities"]
        assert isinstance(field, Ticks)
        field.choices, field.known = [(one.number, one.name) for one in offered], frozenset(self.there)
        self.offered = offered

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not cleaned.get("every") and not cleaned.get("municipalities") and not self.errors:
            self.add_error("municipalities", gettext("Kryss av minst én kommune."))
        return cleaned

    @property
    def chosen(self) -> list[Organisation]:
        if self.cleaned_data["every"]:
            return self.offered
        return [self.there[number] for number in self.cleaned_data["municipalities"]]


class CopyForm(Form):
    code = "workspace-copy"
    called = _("Nytt arbeidsrom etter mønster av et annet")
    title = forms.CharField(label=_("Navn på det nye"), max_length=200)
    first = Day(label=_("Første dag i det nye"))
    members = forms.BooleanField(
        label=_("Inviter de samme"),
        help_text=_("Hver får et brev og svarer selv. Uten dette er bare du med."),
        required=False,
    )
