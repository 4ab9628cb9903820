"""Which municipalities or county councils were found in the loaded sources, on the borders of a day."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from vardevei.opendata import places
from vardevei.opendata.places import Kind
from vardevei.projects.models import Participation


@dataclass(frozen=True, slots=True)
class Found:
    """`projects`: place id -> ids of projects that are surely its own. `perhaps`: places that others may have been."""

    projects: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    perhaps: set[str] = field(default_factory=set)

    def count(self, place_id: str) -> int:
        return len(self.projects.get(place_id, ()))

    def cannot_be_placed(self, place_id: str) -> bool:
        """Nothing is surely its own, but something may be."""
        return not self.count(place_id) and place_id in self.perhaps


def on(day: date, kind: Kind = "municipality") -> Found:
    """One query, whatever the number of places. A project found for a place that was split is nobody's for certain."""
    found, register = Found(), places.register()
    for organisation, project in Participation.objects.counted().values_list("organisation_id", "project_id"):
        place = register.places[organisation]
        holders = register.holding(place.areas, day, kind) if place.kind == kind else ()
        if len(holders) == 1:
            found.projects[holders[0].id].add(project)
        else:
            found.perhaps.update(holder.id for holder in holders)
    return found
