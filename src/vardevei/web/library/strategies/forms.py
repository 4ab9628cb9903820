"""What is written of a strategy."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vardevei.core import translated
from vardevei.library.domain import adoption_letters
from vardevei.library.domain.strategies import Document, Said
from vardevei.library.enums import StrategyKind, Theme
from vardevei.library.models import Example, Strategy
from vardevei.organisations.models import Organisation
from vardevei.programmes.models import Programme
from vardevei.web.forms import Day, Form
from vardevei.web.library.strategies import words

MORE = ("about", "themes", "inspired_by", "inspired_by_organisations", "programmes")


class StrategyForm(Form):
    code = "strategy"
    called = _("Strategi eller vedtak")
    groups = (
        ("", ("organisation", "kind", "title", "adopted_on", "adopted_by", "case_number", "valid_until")),
        (_("Dokumentet"), ("file", "address")),
        (_("Mer om den"), MORE),
    )

    organisation = forms.ChoiceField(label=_("Hvem har vedtatt den?"))
    kind = forms.ChoiceField(label=_("Type"), choices=StrategyKind.choices)
    title = forms.CharField(label=_("Tittel"), max_length=200)
    adopted_on = Day(label=_("Vedtatt"), required=False)
    adopted_by = forms.CharField(
        label=_("Vedtatt av"), required=False, max_length=120, help_text=_("For eksempel «Kommunestyret».")
    )
    case_number = forms.CharField(label=_("Saksnummer"), required=False, max_length=40)
    valid_until = Day(label=_("Gjelder til og med"), required=False, help_text=_("Vi minner dere et halvt år før."))
    file = forms.FileField(
        label=_("Dokumentet"),
        required=False,
        help_text=_("Vi tar vare på filen, for lenker blir gamle. Den blir åpen for alle."),
    )
    address = forms.URLField(label=_("Adressen der den ligger"), required=False, max_length=500, assume_scheme="https")
    about = forms.CharField(
        label=_("Kort om innholdet"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    themes = forms.MultipleChoiceField(
        label=_("Tema"), required=False, choices=Theme.choices, widget=forms.CheckboxSelectMultiple
    )
    inspired_by = forms.ModelChoiceField(
        label=_("Inspirert av eksempelet"), required=False, queryset=Example.objects.none()
    )
    inspired_by_organisations = forms.ModelChoiceField(
        label=_("Inspirert av"), required=False, queryset=Organisation.objects.filter(end__isnull=True)
    )
    programmes = forms.ModelMultipleChoiceField(
        label=_("Programmer den sikter mot"), required=False, queryset=Programme.objects.all()
    )

    def offer(self, organisations: list[Organisation]) -> None:
        """Those the person may register for; one alone needs no question."""
        self.fields["organisation"].choices = [(one.pk, one.body) for one in organisations]  # type: ignore[attr-defined]
        if len(organisations) == 1:
            del self.fields["organisation"]
            self.groups = tuple((head, tuple(n for n in names if n in self.fields)) for head, names in self.groups)  # type: ignore[assignment, misc]
        self._name_choices()

    def _name_choices(self) -> None:
        examples = self.fields["inspired_by"]
        examples.queryset = Example.objects.public()  # type: ignore[attr-defined]
        form = words.form()
        examples.label_from_instance = lambda one: adoption_letters.title_of(one, form)  # type: ignore[attr-defined]
        others = self.fields["inspired_by_organisations"]
        others.label_from_instance = lambda one: one.body  # type: ignore[attr-defined]
        programmes = self.fields["programmes"]
        programmes.label_from_instance = lambda one: words.said(one.name, "nb")  # type: ignore[attr-defined]

    def said(self) -> Said:
        given = dict(self.cleaned_data)
        given.pop("organisation", None)
        given.pop("file", None)
        for name in ("inspired_by", "inspired_by_organisations"):
            given[name] = [given[name]] if given[name] else []
        return Said(form=words.form(), **given)

    def document(self) -> Document | None:
        file = self.cleaned_data["file"]
        return Document(file, file.name) if file else None


def standing(strategy: Strategy) -> dict[str, Any]:
    """What the register says of it now, as the form has it."""
    plain = ("kind", "adopted_on", "adopted_by", "case_number", "valid_until", "address", "themes")
    texts = {
        name: translated.said(getattr(strategy, name), words.form(), strategy.original) for name in ("title", "about")
    }
    related = {name: getattr(strategy, name).first() for name in ("inspired_by", "inspired_by_organisations")}
    keys = {name: one.pk if one else None for name, one in related.items()}
    programmes = [one.pk for one in strategy.programmes.all()]
    return {**{name: getattr(strategy, name) for name in plain}, **texts, **keys, "programmes": programmes}


class WithdrawForm(Form):
    code = "strategy-withdraw"

    why = forms.CharField(
        label=_("Hvorfor skal den bort?"), max_length=300, help_text=_("Grunnen blir stående på siden.")
    )
