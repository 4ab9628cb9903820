"""The line of descent of one place: everything that has held some of its territory, in layers of time."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.opendata import places
from vardevei.opendata.places import Place, Succession
from vardevei.web import numbers
from vardevei.web.drawing.descent import Descent, Unit
from vardevei.web.public.places.addresses import address


def relatives(place: Place) -> list[Place]:
    """Other places of the same kind that have held some of its territory."""
    others = (other for other in places.all_places(place.kind) if other is not place)
    return [other for other in others if other.areas & place.areas]


def _years(place: Place) -> str:
    start, end = place.period.start, place.period.end
    if start and end:
        return _("%(number)s, %(first)s–%(last)s") % {"number": place.number(), "first": start.year, "last": end.year}
    if end:
        return _("%(number)s, til %(last)s") % {"number": place.number(), "last": end.year}
    if start:
        return _("%(number)s, fra %(first)s") % {"number": place.number(), "first": start.year}
    return place.number()


def _layers(found: Iterable[Place], of: Place, moment: str) -> list[list[Unit]]:
    def when(place: Place) -> date:
        day: date = getattr(place.period, moment)
        return day

    layers = groupby(sorted(found, key=lambda place: (when(place), place.id)), key=when)
    return [[_unit(place, of, moment) for place in layer] for _day, layer in layers]


def _unit(place: Place, of: Place, moment: str) -> Unit:
    part = not (place.areas <= of.areas if moment == "end" else of.areas <= place.areas)
    return Unit(place.official_name(), _years(place), address(place), part=part)


def descent(place: Place) -> Descent | None:
    """None when nothing has changed but names and numbers."""
    start, end = place.period.start, place.period.end
    before = [other for other in relatives(place) if start and other.period.end and other.period.end < start]
    after = [other for other in relatives(place) if end and other.period.start and other.period.start > end]
    if not before and not after:
        return None
    label = _("Slik ble %(name)s til, og det den ble") % {"name": place.name()}
    now = Unit(place.official_name(), _years(place))
    return Descent(label, _layers(before, place, "end"), now, _layers(after, place, "start"))


def sentences(place: Place) -> list[str]:
    """What happened, in words: one sentence for each merger or split."""
    return [*made_of(place), *became(place)]


def made_of(place: Place) -> list[str]:
    steps = places.predecessors(place)
    if not steps:
        return []
    names = _and([places.by_id(step.before).name() for step in steps if step.kind == "merged"])
    parts = [_part(step.area, step.before) for step in steps if step.kind == "split"]
    values = {
        "name": place.name(),
        "parts": _and([*([names] if names else []), *parts]),
        "day": numbers.day(steps[0].day),
    }
    return [_("%(name)s ble til %(day)s av %(parts)s.") % values]


def became(place: Place) -> list[str]:
    steps = places.successors(place)
    if not steps:
        return []
    values = {"name": place.name(), "day": numbers.day(steps[0].day)}
    values["after"] = _and([places.by_id(step.after).name() for step in steps])
    if steps[0].kind == "merged":
        return [_("%(name)s gikk inn i %(after)s %(day)s.") % values]
    went = _and([_went(step) for step in steps if step.area])
    return [_("%(name)s ble delt %(day)s mellom %(after)s.") % values, *([f"{_capital(went)}."] if went else [])]


def _went(step: Succession) -> str:
    return _("%(area)s gikk til %(after)s") % {"area": _area(step.area), "after": places.by_id(step.after).name()}


def _area(area: dict[str, str]) -> str:
    return area.get(get_language() or "nb", "") if area else ""


def _part(area: dict[str, str], before: str) -> str:
    values = {"area": _area(area), "name": places.by_id(before).name()}
    return _("en del av %(name)s (%(area)s)") % values if area else _("en del av %(name)s") % values


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _and(words: list[str]) -> str:
    return " ".join([", ".join(words[:-1]), _("og"), words[-1]]) if len(words) > 1 else "".join(words)
