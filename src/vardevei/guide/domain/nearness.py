"""How near one municipality is another: beside it, in the same county, or of its size and as far from the towns."""

from enum import StrEnum

from vardevei.opendata import attributes, hexagons, places
from vardevei.opendata.places import Place
from vardevei.organisations import permission

YEAR = 2024  # of the figures that size and centrality are compared by


class Near(StrEnum):
    SELF = "self"
    NEIGHBOUR = "neighbour"
    COUNTY = "county"
    SIMILAR = "similar"
    NONE = ""


WEIGHT = {Near.SELF: 1.5, Near.NEIGHBOUR: 1.5, Near.COUNTY: 1.3, Near.SIMILAR: 1.25, Near.NONE: 1.0}


def of(one: Place | None, other: Place) -> Near:
    """How near one municipality is to another: itself, a neighbour, of the same county, or alike in size."""
    if one is None or other.kind != "municipality":
        return Near.NONE
    if one.id == other.id:
        return Near.SELF
    if other.number() in hexagons.neighbours(one.number() or ""):
        return Near.NEIGHBOUR
    if permission.counties_of(one.id) & permission.counties_of(other.id):
        return Near.COUNTY
    return Near.SIMILAR if _alike(one, other) else Near.NONE


def _alike(one: Place, other: Place) -> bool:
    sizes, classes = ({measure(place, YEAR) for place in (one, other)} for measure in MEASURES)
    return len(sizes) == len(classes) == 1 and None not in classes


MEASURES = (attributes.size_class, attributes.centrality)


def place_of(organisation_id: str | None) -> Place | None:
    """The place of an organisation that has one."""
    return places.by_id(organisation_id) if organisation_id else None
