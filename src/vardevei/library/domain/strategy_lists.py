"""Which strategies a list shows, and what county staff have noted that is not in the register."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from vardevei.library.enums import StrategyKind
from vardevei.library.models import Strategy
from vardevei.opendata import places
from vardevei.opendata.places import Place
from vardevei.organisations.domain import lineage
from vardevei.organisations.enums import HasStrategy
from vardevei.organisations.models import Organisation, StrategyNote


def find(
    *, county: str = "", kind: str = "", valid_on: date | None = None, organisation: str = ""
) -> QuerySet[Strategy]:
    """Those in the register, narrowed. `county` and `organisation` are ids; what came before them is with them."""
    found = Strategy.objects.standing().select_related("organisation", "file")
    if county:
        found = found.filter(organisation__in=ids_in(places.by_id(county)))
    if organisation:
        found = found.filter(organisation__in=lineage.of(places.by_id(organisation)))
    if kind:
        found = found.filter(kind=kind)
    return found.valid_on(valid_on) if valid_on else found


def ids_in(county: Place) -> set[str]:
    """The county and its municipalities, with those that they came from."""
    today = timezone.localdate()
    members = [place for place in places.on(today) if places.county_of(place, today) is county]
    return {*lineage.of(county), *lineage.of_each(members)}


def noted_elsewhere(county: Organisation) -> list[StrategyNote]:
    """Municipalities that the county's staff have noted an international strategy of, and that have none here."""
    here = find(county=county.pk, kind=StrategyKind.INTERNATIONAL)
    today = [place for place in places.on(timezone.localdate()) if places.county_of(place, timezone.localdate())]
    registered = _with(today, here.values_list("organisation", flat=True))
    ids = ids_in(county.place)
    notes = StrategyNote.objects.filter(has=HasStrategy.YES, place__in=ids).exclude(place__in=registered)
    return list(notes.select_related("place").order_by("place__name"))


def with_international(day: date) -> set[str]:
    """The ids of the municipalities of that day that a valid international strategy is found of, also by an older
    municipality that became theirs. One that was split is counted for nobody: which part took it over is not known."""
    found = Strategy.objects.standing().valid_on(day).filter(kind=StrategyKind.INTERNATIONAL)
    return _with(places.on(day), found.values_list("organisation", flat=True))


def _with(now: Iterable[Place], organisations: Iterable[str]) -> set[str]:
    told = lineage.of_each(now)
    return {today[0] for one in set(organisations) if len(today := told.get(one, [])) == 1}
