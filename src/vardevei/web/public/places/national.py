"""The map of all municipalities of a day: each a link, in the tone and with the words that the page gives it."""

from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext as _

from vardevei.opendata import hexagons, places
from vardevei.opendata.places import Place
from vardevei.web.drawing.hexmap import Cell, HexMap
from vardevei.web.public.places.addresses import address


def municipal_map(day: date, tone: Callable[[Place], str], said: Callable[[Place], str]) -> HexMap:
    """For days from 2020 on; Problem("no-hexagons") before."""
    spots = hexagons.cells("municipality", day.year)
    cells = [_cell(place, day, spots[place.number(day)], tone(place), said(place)) for place in places.on(day)]
    return HexMap(_("Kommunene, én sekskant for hver"), cells, borders=True)


def _cell(place: Place, day: date, spot: tuple[int, int], tone: str, said: str) -> Cell:
    says, group = f"{place.name(day)}: {said}", place.number(day)[:2]
    return Cell(place.id, spot[0], spot[1], says, tone, address(place), group=group)
