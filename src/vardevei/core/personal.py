"""Personal data is declared where it is stored: which fields tell of a person, why we keep them, and how long.

A model that holds any says so with `personal = Personal({...})`; one that holds none with `personal = NOTHING`. The
register of processing, a person's own page, erasing and the daily deletion are all made from these, and tests fail on a
field or a table that nobody has thought about. Tables that other packages bring are declared in `core/foreign.py`.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from django.apps import apps
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Limit:
    """How long something is kept. `days` after what the sentence says; None when no clock runs."""

    code: str
    sentence: Words = field(compare=False)  # its hash would change with the language of the page
    days: int | None


IN_USE = Limit("in-use", _("Så lenge personen har en rolle eller logger inn, og 12 måneder etterpå."), 365)
SENT = Limit("sent", _("To år etter at brevet er sendt. Deretter står teksten uten navn og adresse."), 730)
SHORT = Limit("short", _("30 dager."), 30)
A_DAY = Limit("a-day", _("Ett døgn etter at den er gått ut."), 1)
DIALOGUE = Limit("dialogue", _("Fem år etter at det ble skrevet."), 5 * 365)
WITH_CASE = Limit("with-case", _("Så lenge det det gjelder finnes. Navnet forsvinner når personen blir slettet."), None)


@dataclass(frozen=True, slots=True)
class Kept:
    """Why a field is kept, and how long. A secret one opens something, and is not shown even to its own person."""

    purpose: Words
    limit: Limit
    secret: bool = False


class Gone(StrEnum):
    """What happens to a row whose time is out, or whose person is erased."""

    EMPTIED = "emptied"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Personal:
    """The fields of a model that tell of a person; `others` names the rest, so that a new field is a choice.

    `since` is the time from which a limit with days runs. `of` are the paths by which a row is found to tell of a
    person: links to her, or fields with her address; when left out, every link that is not only kept with its case.
    """

    fields: dict[str, Kept] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    nothing: bool = False
    since: str = ""
    of: tuple[str, ...] = ()
    gone: Gone = Gone.EMPTIED

    @property
    def limits(self) -> dict[Limit, list[str]]:
        """The fields under each limit."""
        found: dict[Limit, list[str]] = {}
        for name, kept in self.fields.items():
            found.setdefault(kept.limit, []).append(name)
        return found


NOTHING = Personal(nothing=True)


def declared(model: type[Model]) -> Personal | None:
    """What is said of the model's fields; None when nobody has thought about it."""
    from vardevei.core.foreign import FOREIGN

    return model.__dict__.get("personal") or FOREIGN.get(model._meta.label)


def own_models() -> list[type[Model]]:
    """The models of our own rooms, in the order of their names."""
    ours = (model for model in apps.get_models() if model.__module__.startswith("vardevei."))
    return sorted(ours, key=lambda model: model._meta.label)


def holding() -> dict[type[Model], Personal]:
    """Every table with personal data, our own and other packages', with what is said of it."""
    foreign = set(apps.get_models()) - set(own_models())
    models = [*own_models(), *sorted(foreign, key=lambda model: model._meta.label)]
    said = ((model, declared(model)) for model in models)
    return {model: personal for model, personal in said if personal is not None and not personal.nothing}
