"""Who follows whom, seen from a place: the examples that are followed there, and its own that others follow."""

from dataclasses import dataclass, field

from vardevei.library.models import Adoption
from vardevei.opendata import finding
from vardevei.opendata.places import Place
from vardevei.organisations.models import Organisation
from vardevei.organisations.permission import counties_of


@dataclass(slots=True)
class Followed:
    following: list[Adoption] = field(default_factory=list)
    followed: list[Adoption] = field(default_factory=list)


def at(place: Place) -> Followed:
    """For a municipality what it has said itself, also before a merger; for a county its municipalities' as well."""
    now = {one.id for one in finding.today_of(place)} or {place.id}
    found = Followed()
    for adoption in (
        Adoption.objects.followed()
        .select_related("organisation", "example__published")
        .prefetch_related("example__organisations")
    ):
        if _is_at(adoption.organisation, now):
            found.following.append(adoption)
        if any(_is_at(owner, now) for owner in adoption.example.organisations.all()):
            found.followed.append(adoption)
    return found


def _is_at(organisation: Organisation, now: set[str]) -> bool:
    """Whether it is one of these today, or lies in one of them."""
    today = {one.id for one in finding.today_of(organisation.place)} or {organisation.pk}
    return not now.isdisjoint(today) or any(not now.isdisjoint(counties_of(one)) for one in today)
