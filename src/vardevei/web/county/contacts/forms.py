"""What is written about a contact by hand, and why one ends."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.organisations.domain.contacts import Facts
from vardevei.organisations.models import Organisation
from vardevei.web.forms import Day, Form


def _text(label: Any, longest: int, help_text: Any = "", **attributes: str) -> forms.CharField:
    widget = forms.TextInput(attributes)
    return forms.CharField(label=label, max_length=longest, required=False, help_text=help_text, widget=widget)


class ContactForm(Form):
    """`municipalities`: to choose from when the contact is new; none when the municipality is given."""

    code = "contact"
    municipality = forms.ChoiceField(label=_("Kommune"))
    name = _text(_("Navn"), 200, autocomplete="off")
    email = forms.EmailField(
        label=_("E-post"),
        max_length=254,
        required=False,
        widget=forms.EmailInput({"autocomplete": "off"}),
        help_text=_("Adressen brevene går til. Den kan legges inn senere."),
    )
    phone = _text(_("Telefon"), 40, type="tel")
    title = _text(_("Tittel"), 120, _("For eksempel «næringssjef»."))
    form = forms.ChoiceField(
        label=_("Målform"),
        required=False,
        choices=[("", _("Kommunens målform")), *LanguageForm.choices],
    )
    since = Day(label=_("Kontakt siden"), required=False)

    def __init__(self, *args: Any, municipalities: list[Organisation], known: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known:
            del self.fields["municipality"], self.fields["since"]
        else:
            choice: Any = self.fields["municipality"]
            choice.choices = [(one.number, one.name) for one in municipalities]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not told.get("name") and not told.get("email") and "email" not in self.errors:
            self.add_error("name", _("Skriv navn eller e-post."))
        return told

    def facts(self) -> Facts:
        told = self.cleaned_data
        words = {name: told[name] for name in ("name", "phone", "title", "form")}
        return Facts(**words, email=told["email"].lower(), since=told.get("since"))


class EndForm(Form):
    code = "contact-end"
    why = forms.CharField(
        label=_("Hvorfor slutter personen som kontakt?"),
        max_length=500,
        help_text=_("For eksempel «ny jobb» eller «nytt ansvar i kommunen». Det står i loggen."),
    )
    on = Day(
        label=_("Siste dag"),
        required=False,
        help_text=_("Tomt betyr at gårsdagen var den siste."),
    )


class ListForm(Form):
    """A file or pasted cells: one of them."""

    code = "contact-list"
    file = forms.FileField(
        label=_("Fil fra Excel eller annet regneark"),
        required=False,
        help_text=_("En .xlsx- eller .csv-fil. Ingenting blir lagret som kontakt før du har sett over."),
        widget=forms.FileInput({"accept": ".xlsx,.csv,.txt"}),
    )
    text = forms.CharField(
        label=_("Eller lim inn cellene her"),
        required=False,
        help_text=_("Merk cellene i regnearket, gjerne med overskriftene, kopier dem og lim inn."),
        widget=forms.Textarea({"rows": 6}),
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not told.get("file") and not told.get("text", "").strip() and "file" not in self.errors:
            self.add_error("file", _("Velg en fil, eller lim inn cellene."))
        return told
