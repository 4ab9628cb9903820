"""What stands in a section beside its words: examples chosen from a list, and a figure with its choices."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from vardevei.library.domain import memo_figures
from vardevei.library.domain.adoption_letters import title_of
from vardevei.library.enums import SectionKind
from vardevei.library.models import Example, Section
from vardevei.opendata import places
from vardevei.opendata.figures import tables
from vardevei.web.figure_choices import choices_of
from vardevei.web.forms import Form
from vardevei.web.library.memo.forms import LEVELS

# How a choice is called in a figure's address, and here.
CHOICES = {"family": "family", "from": "from_year", "to": "to_year", "borders": "borders", "role": "role",
           "size": "size", "year": "year"}  # fmt: skip


def a_year(label: Any, first: int = tables.FIRST_YEAR, last: int = tables.LAST_YEAR) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=first, max_value=last)


class SetUpForm(Form):
    code, called = "memo-section-set-up", _("innholdet i en del av notatet")
    groups = (
        (_("Delen"), ("kind", "level")),
        (_("Eksempler"), ("examples", "first")),
        (_("Figur"), ("figure", *CHOICES.values())),
    )

    kind = forms.ChoiceField(label=_("Hva er det mest av?"), choices=SectionKind)
    level = forms.ChoiceField(label=_("Plass"), choices=LEVELS)
    examples = forms.MultipleChoiceField(
        label=_("Hvilke eksempler skal stå her?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("De som er valgt, står øverst, i den rekkefølgen de har i notatet. Nye kommer sist."),
    )
    first = forms.ChoiceField(label=_("Flytt et av dem først"), required=False)
    figure = forms.ChoiceField(label=_("Figur"), required=False)
    family = forms.ChoiceField(
        label=_("Program"), required=False, help_text=_("Feltene under gjelder figuren. Tomt gir alt.")
    )
    from_year, to_year = a_year(_("Fra og med år")), a_year(_("Til og med år"))
    borders = forms.ChoiceField(label=_("Grenser"), required=False)
    role = forms.ChoiceField(label=_("Rolle"), required=False)
    size = forms.ChoiceField(label=_("Innbyggere"), required=False)
    year = a_year(_("År, for tabellen over fylker og kommuner"), places.FIRST_YEAR, places.LAST_YEAR)

    def __init__(self, *args: Any, section: Section, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section, now = section, get_language() or "nb"
        offered = offer(section, now)
        self._choose("examples", offered)
        chosen = [(slug, title) for slug, title in offered if slug in section.examples]
        self._choose("first", [("", gettext("La rekkefølgen være")), *chosen])
        figures = [(name, title[now]) for name, title in memo_figures.names().items()]
        self._choose("figure", [("", gettext("Ingen")), *figures])
        for name in ("family", "borders", "role", "size"):
            self._choose(name, [("", gettext("Ikke valgt")), *choices_of(name)])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A choice that the figure does not have is said at its own field."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        offered = memo_figures.choices_of(told.get("figure", ""))
        for name, field in CHOICES.items():
            if told.get(field) and name not in offered:
                self.add_error(field, gettext("Denne figuren har ikke dette valget. La feltet stå tomt."))
        return told

    @staticmethod
    def standing(section: Section) -> dict[str, Any]:
        """What stands there now, as the form has it."""
        chosen = {field: section.choice.get(name, "") for name, field in CHOICES.items()}
        told = {"kind": section.kind, "level": str(section.level), "figure": section.figure}
        return {**told, **chosen, "examples": section.examples, "first": ""}

    def facts(self) -> dict[str, Any]:
        """The same, as the verb takes it."""
        told = self.cleaned_data
        choice = {name: told[field] for name, field in CHOICES.items() if told[field]}
        examples = self._in_order(told["examples"], told["first"])
        return {"kind": told["kind"], "level": int(told["level"]), "examples": examples, "figure": told["figure"],
                "choice": choice}  # fmt: skip

    def _in_order(self, given: list[str], first: str) -> list[str]:
        stood = [slug for slug in self.section.examples if slug in given]
        order = [*stood, *(slug for slug in given if slug not in stood)]
        return [first, *(slug for slug in order if slug != first)] if first in order else order


def offer(section: Section, form: str) -> list[tuple[str, str]]:
    """Those that stand in the section, in its order; then the other published ones by title."""
    chosen = {one.slug: one for one in _examples().filter(slug__in=section.examples)}
    others = [one for one in _examples().public() if one.slug not in chosen]
    stood = [_line(chosen[slug], form) for slug in section.examples if slug in chosen]
    return [*stood, *sorted((_line(one, form) for one in others), key=lambda line: line[1])]


def _examples() -> Any:
    return Example.objects.select_related("published", "county")


def _line(one: Example, form: str) -> tuple[str, str]:
    county = f" ({one.county.name})" if one.county else ""
    return one.slug, f"{title_of(one, form)}{county}"
