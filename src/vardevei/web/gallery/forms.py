"""Forms as people meet them: every kind of field, empty and with something wrong."""

from collections.abc import Iterator, Mapping, Sequence

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vardevei.core.models import Draft, LogEntry, Person
from vardevei.web.forms import Day, Form, Money, PlaceField
from vardevei.web.forms.conflicts import Clash, Conflict

Example = tuple[str, Sequence[Mapping[str, object]]]
ROLES = [("lead", gettext_lazy("Leder prosjektet")), ("partner", gettext_lazy("Er partner"))]
HOW = [("mail", gettext_lazy("E-post")), ("phone", gettext_lazy("Telefon"))]


class Shown(Form):
    code = "gallery"
    groups = [
        (gettext_lazy("Hvem"), ["name", "email", "phone", "place"]),
        (
            gettext_lazy("Prosjektet"),
            ["about", "role", "how", "start", "partners", "amount", "language", "file", "sure"],
        ),
    ]
    name = forms.CharField(label=gettext_lazy("Navn"), help_text=gettext_lazy("Fornavn og etternavn"))
    email = forms.EmailField(label=gettext_lazy("E-postadresse"))
    phone = forms.CharField(
        label=gettext_lazy("Telefon"), required=False, widget=forms.TextInput(attrs={"type": "tel"})
    )
    place = PlaceField(label=gettext_lazy("Kommune"), help_text=gettext_lazy("Navn eller nummer, gamle også"))
    about = forms.CharField(label=gettext_lazy("Hva gjelder det?"), max_length=200, widget=forms.Textarea)
    role = forms.ChoiceField(label=gettext_lazy("Rolle"), choices=ROLES, widget=forms.RadioSelect)
    how = forms.MultipleChoiceField(
        label=gettext_lazy("Hvordan kan vi nå deg?"),
        choices=HOW,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Velg gjerne begge"),
    )
    start = Day(label=gettext_lazy("Fra dag"), required=False)
    partners = forms.IntegerField(label=gettext_lazy("Antall partnere"), required=False, min_value=0)
    amount = Money(label=gettext_lazy("Beløp"), required=False)
    language = forms.ChoiceField(
        label=gettext_lazy("Målform"), choices=[("nb", "Bokmål"), ("nn", "Nynorsk")], required=False
    )
    file = forms.FileField(label=gettext_lazy("Vedlegg"), required=False)
    sure = forms.BooleanField(label=gettext_lazy("Jeg har lest gjennom"))


class Short(Form):
    code = "gallery-short"
    name = forms.CharField(label=gettext_lazy("Navn"))
    about = forms.CharField(label=gettext_lazy("Melding"), widget=forms.Textarea)


FAULTY = QueryDict("faulty-place=Våler&faulty-start=31.2.2026&faulty-amount=mye&faulty-partners=-1&faulty-email=kari")


def _draft() -> Draft:
    text = _("Ringte rådmannen, som ville høre mer om Interreg")
    return Draft(key="gallery", code="gallery", address="#draft-offer", data={"text": [text]}, saved_at=timezone.now())


def _clash() -> Clash:
    return Clash("about", _("Melding"), _("Møtet er flyttet til torsdag."))


def examples() -> Iterator[Example]:
    yield "draft-offer", [{"drafts": [_draft()], "token": "gallery"}]
    yield "draft-found", [{"when": "12:03"}]
    last = LogEntry(by=Person(name="Ola Vik"), at=timezone.now())
    yield "conflict", [{"conflict": Conflict({"about": _clash()}, [_("Frist")], last), "still": True}]
    mine = Short({"clash-about": _("Møtet er avlyst.")}, prefix="clash")
    yield "clash", [{"clash": _clash(), "field": mine["about"]}]
    empty, faulty, short = Shown(prefix="empty"), Shown(FAULTY, {}, prefix="faulty"), Short(prefix="short")
    yield "field", [{"field": Shown(prefix="field")["name"]}, {"field": Short(prefix="bare")["name"], "bare": True}]
    whole = {"submit": _("Lagre"), "token": "gallery", "action": "#form", "cancel": "#form"}
    yield (
        "form",
        [
            {"form": short, **whole},
            {"form": empty, **whole, "more": [(_("Lagre og skriv et nytt"), "next", "new")]},
            {"form": faulty, **whole, "still": True},
        ],
    )
