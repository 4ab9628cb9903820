"""The choices of a figure, as a form that is also its address."""

from dataclasses import dataclass

from django.utils.http import urlencode
from django.utils.translation import gettext as _

from vardevei.opendata.calculate import Result
from vardevei.opendata.figures.choices import BORDERS, THEN
from vardevei.web.figure_choices import choices_of

OFTEN = (THEN, "2014", "2018", "2020", BORDERS[-1])  # the borders most people ask for; the form has every year


@dataclass(frozen=True, slots=True)
class Field:
    """A choice: a list of (value, words) to choose from, or a year to write."""

    name: str
    label: str
    value: str
    options: list[tuple[str, str]]


def fields(result: Result) -> list[Field]:
    chosen = {name: str(value) for name, value in result.choices.as_dict().items()}
    labels = {
        "family": _("Program"),
        "from": _("Fra og med år"),
        "to": _("Til og med år"),
        "borders": _("Grenser"),
        "role": _("Rolle"),
        "size": _("Innbyggere"),
    }
    offered = result.definition.choices
    return [Field(name, label, chosen[name], choices_of(name)) for name, label in labels.items() if name in offered]


def address(result: Result, **changed: str) -> str:
    """The query of this figure with the choices given changed: the same choices always give the same address."""
    offered = result.definition.choices
    choices = {name: value for name, value in result.choices.as_dict().items() if name in offered} | changed
    return "?" + urlencode(choices)


def border_choices(result: Result) -> list[tuple[str, str, bool]]:
    """Toggle of the borders asked for most; the chosen one is there too, whichever it is."""
    now = result.choices.borders
    codes = [THEN, *sorted({*OFTEN, now} - {THEN})]
    words_of = {code: _("Slik det var") if code == THEN else code for code in codes}
    return [(words_of[code], address(result, borders=code), code == now) for code in codes]
