"""Which municipalities or county councils were found in the loaded sources, on the borders of a day."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from vardevei.opendata import places
from vardevei.opendata.places import Kind
from vardevei.projects.models import Participation


@dataclass(frozen=True, slots=True)
class Found:
    """`projects`: place id -> ids of projects that are surely its own. `perhaps`: places that others may have been.

    Of the first also the families and the latest year (of signature, else of start).
    """

    projects: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    perhaps: set[str] = field(default_factory=set)
    families: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    latest: dict[str, int] = field(default_factory=dict)

    def count(self, place_id: str) -> int:
        return len(self.projects.get(place_id, ()))

    def cannot_be_placed(self, place_id: str) -> bool:
        """Nothing is surely its own, but something may be."""
        return not self.count(place_id) and place_id in self.perhaps

    def add(self, place_id: str, project: int, family: str, year: int | None) -> None:
        self.projects[place_id].add(project)
        self.families[place_id].add(family)
        if year:
            self.latest[place_id] = max(year, self.latest.get(place_id, 0))


def on(day: date, kind: Kind = "municipality") -> Found:
    """One query, whatever the number of places. A project found for a place that was split is nobody's for certain."""
    found, register = Found(), places.register()
    rows = Participation.objects.counted().order_by()
    for organisation, project, family, year in rows.values_list(
        "organisation_id", "project_id", "project__family", "year"
    ):
        place = register.places[organisation]
        holders = register.holding(place.areas, day, kind) if place.kind == kind else ()
        if len(holders) == 1:
            found.add(holders[0].id, project, family, year)
        else:
            found.perhaps.update(holder.id for holder in holders)
    return found
