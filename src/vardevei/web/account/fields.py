"""Forms of the account pages. Not the site's common forms: nothing that is typed here may be kept as a draft."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Words = str | _StrPromise


NOT_WHOLE = _("Skriv hele adressen, som kari@kommune.no.")
# Django's own sentences are not there in all three languages.
WEAK = {
    "password_too_short": _("Passordet må ha minst 12 tegn."),
    "password_too_common": _("Passordet er et av dem som mange bruker."),
    "password_entirely_numeric": _("Passordet kan ikke være bare tall."),
    "password_too_similar": _("Passordet ligner for mye på navnet eller adressen din."),
}


class Fields(forms.Form):
    """Plain fields in Designsystemet's dress."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.setdefault("class", "ds-input")
            field.error_messages |= {"required": _("Du må fylle ut her."), "invalid": NOT_WHOLE}


def email_field(label: "Words", help_text: "Words" = "", autocomplete: str = "email") -> forms.EmailField:
    widget = forms.EmailInput(attrs={"autocomplete": autocomplete, "inputmode": "email", "spellcheck": "false"})
    return forms.EmailField(label=label, max_length=254, help_text=help_text, widget=widget)


def password_field(label: "Words", help_text: "Words" = "", autocomplete: str = "current-password") -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, help_text=help_text, widget=widget, strip=False, max_length=200)


def code_field(label: "Words", help_text: "Words" = "") -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "one-time-code", "spellcheck": "false", "autocapitalize": "none"})
    return forms.CharField(label=label, help_text=help_text, widget=widget, max_length=20)


class NewPassword(Fields):
    """A new password, judged by the rules of the site."""

    password = password_field(
        _("Nytt passord"),
        _("Minst 12 tegn. En setning du husker er bedre enn tegn du må skrive ned."),
        "new-password",
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        self.person = person
        super().__init__(*args, **kwargs)

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        try:
            validate_password(password, self.person)
        except forms.ValidationError as wrong:
            raise forms.ValidationError(
                [WEAK.get(error.code or "", error.message) for error in wrong.error_list]
            ) from None
        return password


class Name(Fields):
    """What somebody new is called."""

    name = forms.CharField(
        label=_("Navnet ditt"),
        help_text=_("Slik kollegaer og fylket kjenner deg igjen."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        max_length=200,
    )
