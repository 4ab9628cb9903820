"""Personal data is declared where it is stored: which fields tell of a person, why we keep them, and how long.

A model that holds any says so with `personal = Personal({...})`; one that holds none with `personal = NOTHING`. The
register of processing is printed from these, and a test fails on a field that nobody has thought about.
"""

from dataclasses import dataclass, field

from django.apps import apps
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Limit:
    """How long something is kept. `days` after what the sentence says; None when no clock runs."""

    code: str
    sentence: Words
    days: int | None


IN_USE = Limit("in-use", _("Så lenge personen har en rolle eller logger inn, og 12 måneder etterpå."), 365)
SENT = Limit("sent", _("To år etter at brevet er sendt. Deretter står teksten uten navn og adresse."), 730)
SHORT = Limit("short", _("30 dager."), 30)
A_DAY = Limit("a-day", _("Ett døgn etter at den er gått ut."), 1)
DIALOGUE = Limit("dialogue", _("Fem år etter at det ble skrevet."), 5 * 365)
WITH_CASE = Limit("with-case", _("Så lenge det det gjelder finnes. Navnet forsvinner når personen blir slettet."), None)


@dataclass(frozen=True, slots=True)
class Kept:
    """Why a field is kept, and how long."""

    purpose: Words
    limit: Limit


@dataclass(frozen=True, slots=True)
class Personal:
    """The fields of a model that tell of a person; `others` names the rest, so that a new field is a choice."""

    fields: dict[str, Kept] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    nothing: bool = False


NOTHING = Personal(nothing=True)


def declared(model: type[Model]) -> Personal | None:
    """What the model says of itself; None when nobody has thought about it."""
    return model.__dict__.get("personal")


def own_models() -> list[type[Model]]:
    """The models of our own rooms, in the order of their names."""
    ours = (model for model in apps.get_models() if model.__module__.startswith("vardevei."))
    return sorted(ours, key=lambda model: model._meta.label)
