"""What people fill in of an example."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.library import sections
from vardevei.library.enums import Dimension, Model, ReviewChoice
from vardevei.organisations.models import Organisation
from vardevei.programmes.models import Programme
from vardevei.web.forms import Form, PlaceField, naming

ROWS = {
    "resources": (("what", _("Hva"), 200), ("amount", _("Hvor mye"), 20), ("unit", _("Enhet"), 30)),
    "evidence": (
        ("what", _("Hva"), 200),
        ("value", _("Tall"), 30),
        ("unit", _("Enhet"), 30),
        ("year", _("År"), 10),
        ("source", _("Kilde"), 200),
        ("address", _("Lenke til kilden"), 300),
    ),
    "links": (("title", _("Hva lenken heter"), 200), ("address", _("Lenke"), 300)),
}
HEADINGS = {"resources": sections.RESOURCES, "evidence": sections.EVIDENCE, "links": sections.LINKS}
# Both stand in a letter to an address that anyone can write: they must not carry a message of their own.
NO_LINKS = RegexValidator(
    re.compile(r"https?:|www\.|[@<>]", re.IGNORECASE), _("Skriv uten lenker og adresser her."), inverse_match=True
)
# The first field of each group that can wait: whoever has ten minutes sees title, story and who.
FOLDED = {
    "target_group",
    "since",
    "resources_0_what",
    "evidence_0_what",
    "links_0_title",
    "what_failed",
    "contact",
    "source",
}
YEAR: dict[str, Any] = {"min_value": 1900, "max_value": 2100, "required": False}


def _long(section: sections.ExampleSection, rows: int = 5, *, required: bool = False) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows, "data-editor": True})
    return forms.CharField(
        label=section.heading, help_text=section.question, widget=widget, required=required, max_length=12000
    )


class PlacesField(forms.CharField):
    """Municipalities and counties, one on each line; gives their ids."""

    widget = forms.Textarea(attrs={"rows": 2})

    def clean(self, value: Any) -> list[str]:
        lines = [line.strip() for line in str(super().clean(value) or "").splitlines() if line.strip()]
        return [self._one(line) for line in lines]

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list):
            found = Organisation.objects.in_bulk(value)
            return "\n".join(found[one].body for one in value if one in found)
        return value

    def _one(self, line: str) -> str:
        county = line.lower().endswith("fylkeskommune")
        bare = line.removesuffix("fylkeskommune").removesuffix("kommune").strip()
        kinds: tuple[naming.Kind, ...] = ("county",) if county else ("municipality", "county")
        for kind in kinds:
            fits = naming.fits(bare, kind)
            if naming.clear(fits):
                return fits[0].place.id
        raise ValidationError(_("Vi fant ingen som heter «{text}».").format(text=line), code="unknown")


class Lines(forms.CharField):
    """One on each line; gives a list."""

    widget = forms.Textarea(attrs={"rows": 2})

    def clean(self, value: Any) -> list[str]:
        return [line.strip()[:200] for line in str(super().clean(value) or "").splitlines() if line.strip()]

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value


class ExampleForm(Form):
    """`counts` says how many rows of each kind there are; `visitor` asks for a name and an address."""

    code = "example"
    called = _("Eksempel")
    title = forms.CharField(
        label=sections.TITLE.heading, help_text=sections.TITLE.question, max_length=120, validators=[NO_LINKS]
    )
    lead = _long(sections.LEAD, 3, required=True)
    organisations = PlacesField(
        label=_("Kommuner og fylkeskommuner som gjorde det"),
        help_text=_("Én på hver linje, for eksempel «Indre Fosen» eller «Trøndelag fylkeskommune»."),
        required=False,
    )
    others = Lines(label=_("Andre som var med"), help_text=_("Én på hver linje."), required=False)
    places = PlacesField(label=_("Andre steder det ble gjort"), help_text=_("Én på hver linje."), required=False)
    since = forms.IntegerField(label=_("Første år"), **YEAR)
    until = forms.IntegerField(label=_("Siste år"), help_text=_("La feltet stå tomt hvis det fortsatt pågår."), **YEAR)
    model = forms.ChoiceField(label=_("Hva er det mest?"), choices=Model.choices, widget=forms.Select)
    dimensions = forms.MultipleChoiceField(
        label=_("Hva gjorde fylket eller kommunen som utvikler?"),
        choices=Dimension.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    programmes = forms.MultipleChoiceField(
        label=_("Programmer"),
        help_text=_("Hold Ctrl nede for å velge flere."),
        widget=forms.SelectMultiple(attrs={"size": 6}),
        required=False,
    )
    target_group = _long(sections.TARGET_GROUP, 3)
    problem = _long(sections.PROBLEM)
    steps = _long(sections.STEPS, 8)
    what_failed = _long(sections.WHAT_FAILED)
    transfer = _long(sections.TRANSFER)
    contact = PlaceField(
        label=_("Kommune en kan spørre"), required=False, help_text=_("Spørsmål går til kommunens kontakter.")
    )
    contact_name = forms.CharField(
        label=_("Andre en kan spørre"),
        help_text=_("Navn på en avdeling eller en rolle, helst ikke på en person."),
        required=False,
        max_length=200,
    )
    source = forms.CharField(
        label=_("Kilde"),
        help_text=_("Hvor har du dette fra? La feltet stå tomt hvis dere har gjort det selv."),
        required=False,
        max_length=500,
    )
    not_stated = forms.MultipleChoiceField(
        label=_("Dette står ikke i kilden"),
        choices=[(one.code, one.heading) for one in sections.COUNTED],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    original = forms.ChoiceField(label=_("Språket du skriver på"), choices=LanguageForm.choices)
    note = forms.CharField(
        label=_("Hva har du endret, og hvorfor?"), max_length=600, widget=forms.Textarea(attrs={"rows": 2})
    )
    name = forms.CharField(label=_("Navnet ditt"), max_length=200, validators=[NO_LINKS])
    email = forms.EmailField(
        label=_("E-posten din"), help_text=_("Hit sender vi en lenke. Når du har trykket på den, ser vi på forslaget.")
    )

    def __init__(self, *args: Any, visitor: bool, change: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        programmes = [(one.pk, str(one)) for one in Programme.objects.order_by("family", "-start")]
        self.fields["programmes"].choices = programmes  # type: ignore[attr-defined]
        for name in () if visitor else ("name", "email"):
            del self.fields[name]
        for name in ("original",) if change else ("note",):
            del self.fields[name]
        if not programmes:
            del self.fields["programmes"]
        self.folded = FOLDED
        self.rows = {kind: self._add_rows(kind) for kind in ROWS}
        self.groups = self._grouped()  # type: ignore[misc]

    def _add_rows(self, kind: str) -> list[list[str]]:
        """One more row than there is something in, and never fewer than two."""
        names = []
        for at in range(max(2, int(self.initial.get(f"{kind}_count", 0)) + 1)):
            for key, label, longest in ROWS[kind]:
                said = _("{label}, rad {n}").format(label=label, n=at + 1)
                self.fields[f"{kind}_{at}_{key}"] = forms.CharField(label=said, max_length=longest, required=False)
            names.append([f"{kind}_{at}_{key}" for key, _label, _longest in ROWS[kind]])
        return names

    def _grouped(self) -> list[tuple[str | Promise, list[str]]]:
        said: list[tuple[str | Promise, list[str]]] = [
            ("", ["note"]),
            (_("Det korte"), ["title", "lead", "organisations", "others", "model", "original"]),
            (_("Hvem er du?"), ["name", "email"]),
            (_("Slik gjorde dere det, og for hvem"), ["target_group", "problem", "steps"]),
            (_("Når og hvor, og hvilket program"), ["since", "until", "places", "programmes", "dimensions"]),
            *((HEADINGS[kind].heading, [one for row in rows for one in row]) for kind, rows in self.rows.items()),
            (_("Lærdommen"), ["what_failed", "transfer"]),
            (_("Hvem en kan spørre"), ["contact", "contact_name"]),
            (_("Kilde"), ["source", "not_stated"]),
        ]
        there = [(heading, [name for name in names if name in self.fields]) for heading, names in said]
        return [(heading, names) for heading, names in there if names]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and not (data.get("organisations") or data.get("others")):
            self.add_error("organisations", _("Skriv hvem som gjorde det, her eller i feltet under."))
        return data


class TranslationForm(Form):
    """One field for each text that can be translated, with the original as help."""

    code = "example-translation"
    called = _("Oversettelse av eksempel")

    def __init__(self, *args: Any, texts: list[tuple[str, Any, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, heading, original in texts:
            rows = min(10, max(2, len(original) // 70 + 1))
            widget = forms.Textarea(attrs={"rows": rows, **({"data-editor": True} if rows > 2 else {})})
            self.fields[code.replace(".", "_")] = forms.CharField(
                label=heading, help_text=original, widget=widget, required=False, max_length=12000
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not any(str(text).strip() for text in data.values()):
            self.add_error(None, _("Ingenting er skrevet ennå."))
        return data


class CommentForm(Form):
    code = "example-comment"
    called = _("Spørsmål om et eksempel")
    text = forms.CharField(label=_("Still et spørsmål"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))


class ReviewForm(Form):
    code = "example-review"
    called = _("Vurdering av et eksempel")
    choice = forms.ChoiceField(label=_("Hva sier du?"), choices=ReviewChoice.choices, widget=forms.RadioSelect)
    grounds = forms.CharField(
        label=_("Begrunnelse"),
        help_text=_("Den som skrev, får lese dette. Må fylles ut når du ber om mer eller sier nei."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=4000,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("choice") in (ReviewChoice.ASK, ReviewChoice.DECLINE) and not data.get("grounds", "").strip():
            self.add_error("grounds", _("Skriv hva du trenger, eller hvorfor ikke."))
        return data


class WhyForm(Form):
    code = "example-why"
    called = _("Begrunnelse")
    why = forms.CharField(label=_("Hvorfor?"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)
