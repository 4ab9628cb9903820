"""The map of a municipality and those around it, cut out of the hexagon map."""

from django.utils.translation import gettext as _

from vardevei.opendata import hexagons, places
from vardevei.opendata.places import Place
from vardevei.projects.domain import found
from vardevei.projects.domain.found import Found
from vardevei.web.drawing.hexmap import Cell, HexMap
from vardevei.web.public.places import facts
from vardevei.web.public.places.addresses import address
from vardevei.web.public.places.participation import in_words, tone

NEAR = 2.1  # hexagons from the middle one: two rings


def map_of(place: Place) -> HexMap | None:
    """None for places that are gone: the map shows today's municipalities."""
    if place.period.end:
        return None
    day = facts.last_day(place)
    centres, spots = hexagons.layout("municipality", day.year), hexagons.cells("municipality", day.year)
    here, told = centres[place.number()], found.on(day)
    near = [number for number, spot in centres.items() if _distance(here, spot) < NEAR]
    shown = [(places.by_number(number), spots[number]) for number in near]
    cells = [_cell(other, spot, told, other is place) for other, spot in shown if other]
    return HexMap(_("Kommunene rundt %(name)s") % {"name": place.name()}, cells, "rundt", 36, borders=True)


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    return ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5


def _cell(place: Place, spot: tuple[int, int], told: Found, me: bool) -> Cell:
    return Cell(
        code=place.id,
        column=spot[0],
        row=spot[1],
        says=f"{place.name()}: {in_words(told, place)}",
        tone=tone(told, place),
        href="" if me else address(place),
        label=place.name(),
        group=place.number()[:2],
        me=me,
    )
