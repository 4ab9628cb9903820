"""Through mergers and splits: what was written about Rissa stands with Indre Fosen."""

from collections.abc import Iterable
from datetime import date

from vardevei.opendata import places
from vardevei.opendata.places import Place


def of(place: Place) -> list[str]:
    """The place's own id first, then those of older places that held some of its territory, newest first."""
    older = (other for other in places.all_places(place.kind) if other is not place and other.areas & place.areas)
    ended = [other for other in older if other.period.end and _before(other, place)]
    return [place.id, *(other.id for other in sorted(ended, key=_end, reverse=True))]


def of_each(now: Iterable[Place]) -> dict[str, list[str]]:
    """Each id, of today or older -> the places of today that it is told of at. One walk through the register."""
    told: dict[str, list[str]] = {}
    for place in now:
        for key in of(place):
            told.setdefault(key, []).append(place.id)
    return told


def _before(other: Place, place: Place) -> bool:
    return place.period.start is not None and other.period.end is not None and other.period.end < place.period.start


def _end(place: Place) -> date:
    return place.period.end or date.max
