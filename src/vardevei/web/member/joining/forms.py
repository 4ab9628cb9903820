"""What people write when they ask, answer, invite and leave."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vardevei.organisations.domain.colleagues import Colleague
from vardevei.organisations.roles import BY_CODE, IN_MUNICIPALITY, RoleCode, RoleKind
from vardevei.web.forms import Form, PlaceField

ROLES = [(kind.code.value, kind.code.label) for kind in IN_MUNICIPALITY]
MINE = [
    ("all", _("Alt: jeg slutter i kommunen")),
    ("contact", _("Bare rollen som kontaktperson: jeg fortsetter som medarbeider")),
]
THEIRS = [
    ("all", _("Alt: personen slutter i kommunen")),
    ("contact", _("Bare rollen som kontaktperson: personen fortsetter som medarbeider")),
]
MEANS = _("Kontaktpersonen er den fylket skriver til. En medarbeider kan gjøre det samme, uten å få brevene.")


class WithRole(Form):
    """`kind` is the role that was chosen."""

    role = forms.ChoiceField(label=_("Rolle"), choices=ROLES, widget=forms.RadioSelect, help_text=MEANS)

    @property
    def kind(self) -> RoleKind:
        return BY_CODE[RoleCode(self.cleaned_data["role"])]


class AskForm(WithRole):
    code = "join"
    called = _("Forespørsel til en kommune")
    place = PlaceField(label=_("Kommune"), help_text=_("Navn eller nummer. Gamle navn går også."))
    reason = forms.CharField(
        label=_("Hvorfor?"),
        help_text=_("En setning er nok: hva du arbeider med, så den som svarer kjenner deg igjen."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    field_order = ["place", "role", "reason"]


class AnswerForm(Form):
    code = "join-answer"
    called = _("Svar på en forespørsel")
    answer = forms.CharField(
        label=_("Noen ord til den som spør"),
        help_text=_("Kommer i brevet. Sier du nei, må du skrive hvorfor."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class InviteForm(WithRole):
    code = "invite"
    called = _("Invitasjon")
    email = forms.EmailField(label=_("E-postadresse"), max_length=254, help_text=_("Dit sender vi invitasjonen."))
    name = forms.CharField(label=_("Navn"), max_length=200, required=False)
    field_order = ["email", "name", "role"]


class EndForm(Form):
    """A contact may stay as a member; anybody else leaves."""

    code = "end-role"
    draft = False
    what = forms.ChoiceField(label=_("Hva skal avsluttes?"), widget=forms.RadioSelect)
    why = forms.CharField(
        label=_("Hvorfor?"), help_text=_("For eksempel: ny jobb. Står i loggen."), max_length=200, required=False
    )

    def __init__(self, *args: Any, colleague: Colleague, me: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["what"].choices = MINE if me else THEIRS  # type: ignore[attr-defined]
        self.initial.setdefault("what", "all")
        if not colleague.is_contact:
            del self.fields["what"]

    @property
    def stays(self) -> bool:
        return self.cleaned_data.get("what") == "contact"
