"""The key facts of a place, each with its year and source. A gap says why it is empty."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vardevei.opendata import attributes, places
from vardevei.opendata.places import Place
from vardevei.web import numbers
from vardevei.web.public.places.addresses import link
from vardevei.web.tables import Column, Gap, Link, Row, Table

LANGUAGE_FORMS = {
    "bokmål": gettext_lazy("Bokmål"),
    "nynorsk": gettext_lazy("Nynorsk"),
    "neutral": gettext_lazy("Nøytral"),
}
Fact = tuple[str, object, str]


def last_day(place: Place) -> date:
    """The day to describe the place on: today while it exists, else its last day."""
    return place.period.end or date(min(date.today().year, places.LAST_YEAR), 1, 1)


def key_facts(place: Place) -> list[Fact]:
    return [_population(place), (_("Fylke"), link(places.county_of(place, last_day(place))), ""), _number(place)]


def population(place: Place, year: int) -> object:
    persons = attributes.population(place, year)
    return Gap(_("Kilden mangler tallet")) if persons is None else numbers.number(persons)


def _population(place: Place) -> Fact:
    year = last_day(place).year
    return _("Innbyggere"), population(place, year), _("1. januar %(year)s") % {"year": year}


def _number(place: Place) -> Fact:
    return _("Kommunenummer"), place.number(), ""


def more_facts(place: Place) -> list[tuple[str, object]]:
    """What an adviser looks up now and then: each value says which year it speaks of."""
    return [
        (_("Offisielt navn"), place.official_name()),
        (_("Organisasjonsnummer"), _organisation_numbers(place)),
        (_("Sentralitet"), _centrality(place)),
        (_("Målform"), _language_form(place)),
        (_("Nettsted"), _website(place)),
    ]


def _organisation_numbers(place: Place) -> object:
    found = attributes.organisation_numbers(place)
    return ", ".join(f"{entry.number[:3]} {entry.number[3:6]} {entry.number[6:]}" for entry in found) or Gap(
        _("Står ikke i listene vi har fra Enhetsregisteret")
    )


def _centrality(place: Place) -> object:
    value = attributes.centrality(place, 2024)
    if value is None:
        return Gap(_("Kilden har bare dagens kommuner"))
    return _("%(value)s av 6 i 2024 (1 er mest sentral)") % {"value": value}


def _language_form(place: Place) -> object:
    form = attributes.language_form(place)
    return _("%(form)s i 2025") % {"form": LANGUAGE_FORMS[form]} if form else Gap(_("Kilden har bare dagens kommuner"))


def _website(place: Place) -> object:
    site = attributes.website(place)
    return Link(site, f"https://{site}") if site else Gap(_("Kilden har bare dagens kommuner"))


def through_time(place: Place) -> Table:
    """Each number with its years, its county then, and the official name then."""
    rows = []
    for held in place.numbers:
        day = held.period.start or date(places.FIRST_YEAR, 1, 1)
        end = held.period.end.year if held.period.end else ""
        years = f"{held.period.start.year if held.period.start else _('før 2013')}–{end}"
        county = (link(places.county_of(place, day)),) if place.kind == "municipality" else ()
        rows.append(Row((years, held.number, *county, place.official_name(day))))
    columns = [Column(_("År")), Column(_("Nummer")), Column(_("Fylke")), Column(_("Navn"))]
    if place.kind == "county":
        columns.pop(2)
    return Table(_("Nummer, fylke og navn gjennom tiden"), columns, rows)
