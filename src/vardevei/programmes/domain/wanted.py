"""Which calls somebody wants to see: what is chosen in a search, plain, so that it can be kept and asked again."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from vardevei.opendata import places
from vardevei.opendata.places import Place
from vardevei.programmes.domain import calls
from vardevei.programmes.enums import Standing
from vardevei.programmes.models import Call
from vardevei.programmes.models.call import CallQuerySet

SHOWN = (*Standing.values, "all")
NAMED = "name:"  # a programme that the guide has no page of is chosen by the name its source gives it


@dataclass(frozen=True, slots=True)
class Wanted:
    """`programme` is its code, or "name:" and the source's name. `place` is a municipality's or county's id;
    `call` is the key of one call alone."""

    text: str = ""
    programme: str = ""
    topic: str = ""
    place: str = ""
    show: str = Standing.OPEN.value
    call: str = ""

    @property
    def organisation(self) -> Place | None:
        return places.by_id(self.place) if self.place else None

    def as_dict(self) -> dict[str, str]:
        """What is chosen, to keep or to put in an address."""
        standard = asdict(Wanted())
        return {name: value for name, value in asdict(self).items() if value != standard[name]}


def find(wanted: Wanted, now: datetime | None = None) -> CallQuerySet:
    """The calls, with their dates; the nearest deadline first, and those to come by the day they open."""
    found: Any = among(wanted).with_dates(now)
    if wanted.show != "all":
        found = found.filter(standing=wanted.show)
    if wanted.show == Standing.FORTHCOMING:
        found = found.order_by("opens_on", "title", "pk")
    elif wanted.show == Standing.CLOSED:
        found = found.order_by("-last_at", "pk")
    else:
        found = found.nearest_first()
    ordered: CallQuerySet = found
    return ordered


def among(wanted: Wanted) -> CallQuerySet:
    """The calls it is about, however they stand: for what has changed, and for calendars."""
    found = Call.objects.filter(key=wanted.call) if wanted.call else Call.objects.all()
    if wanted.programme.startswith(NAMED):
        found = found.filter(programme=None, programme_name=wanted.programme.removeprefix(NAMED))
    elif wanted.programme:
        found = found.filter(programme=wanted.programme)
    if wanted.topic:
        found = found.filter(topics__icontains=json.dumps(wanted.topic))
    if place := wanted.organisation:
        found = calls.for_place(found, calls.usable(place))
    return calls.about(found, wanted.text) if wanted.text else found
