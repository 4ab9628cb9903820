"""A place's address on the site: its number while nobody else has taken it over, else its number and first year."""

from datetime import date

from django.http import Http404
from django.urls import reverse

from vardevei.opendata import places
from vardevei.opendata.places import Kind, Place
from vardevei.web.tables import Link

PAGES = {"municipality": "municipality", "county": "county"}


def reference(place: Place) -> str:
    """ "5054" for Indre Fosen; "1103-2013" for the Stavanger that ended in 2019, since today's has the same number."""
    number = place.number()
    if places.by_number(number) is place:
        return number
    return f"{number}-{first_year(place)}"


def first_year(place: Place) -> int:
    return place.period.start.year if place.period.start else places.FIRST_YEAR


def address(place: Place) -> str:
    return reverse(PAGES[place.kind], args=[reference(place)])


def link(place: Place, on: date | None = None) -> Link:
    return Link(place.name(on), address(place))


def of_reference(text: str, kind: Kind) -> Place:
    """The place of an address; 404 when there is none of that kind."""
    number, _, year = text.partition("-")
    if not year:
        place = places.by_number(number)
    else:
        held = (place for place in places.all_places(kind) if place.number() == number)
        place = next((place for place in held if str(first_year(place)) == year), None)
    if place is None or place.kind != kind:
        raise Http404(text)
    return place
