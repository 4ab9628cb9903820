"""How a strategy is told of: its title, its day, how it stands, and the document."""

from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.core import translated
from vardevei.core.enums import LanguageForm
from vardevei.library.enums import Theme
from vardevei.library.models import Strategy
from vardevei.opendata import places
from vardevei.opendata.places import Place
from vardevei.organisations.models import Organisation
from vardevei.web import numbers
from vardevei.web.tables import Gap, Link


def form() -> str:
    """The form of language of the page."""
    now = get_language()
    return now if now in LanguageForm.values else LanguageForm.BOKMAL


def said(words: dict[str, object], original: str) -> str:
    return translated.said(words, form(), original)


def title(strategy: Strategy) -> str:
    return said(strategy.title, strategy.original)


def link(strategy: Strategy) -> Link:
    spoken = translated.said_in(strategy.title, form(), strategy.original)
    return Link(title(strategy), reverse("strategy", args=[strategy.pk]), "" if spoken == form() else spoken)


def address(place: Place) -> str:
    """The place's own page: by its number, with its first year when another has taken the number over."""
    number = place.number()
    start = place.period.start.year if place.period.start else places.FIRST_YEAR
    return reverse(place.kind, args=[number if places.by_number(number) is place else f"{number}-{start}"])


def body(organisation: Organisation) -> Link:
    """Who adopted it, as it was then."""
    return Link(organisation.body, address(organisation.place))


def adopted(strategy: Strategy) -> str:
    return numbers.day(strategy.adopted_on) if strategy.adopted_on else Gap(_("ikke oppgitt"))


def valid(strategy: Strategy, today: date | None = None) -> str:
    if strategy.valid_until is None:
        return Gap(_("ikke oppgitt"))
    day = numbers.day(strategy.valid_until)
    over = strategy.valid_until < (today or timezone.localdate())
    return _("gikk ut {day}").format(day=day) if over else _("til {day}").format(day=day)


def kept(strategy: Strategy) -> str:
    if strategy.file is None:
        return Gap(_("ikke tatt vare på"))
    return Link(_("Hent"), reverse("strategy-document", args=[strategy.pk]))


def themes(strategy: Strategy) -> list[str]:
    return [str(Theme(code).label) for code in strategy.themes if code in Theme.values]
