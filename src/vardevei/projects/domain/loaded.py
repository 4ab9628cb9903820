"""What is loaded, so that a page can say "not found in the loaded sources" and never "does not take part"."""

from dataclasses import dataclass

from django.db.models import Count, Max, Min, Q

from vardevei.projects.enums import OURS, LinkState
from vardevei.projects.models import Import, Participation


@dataclass(frozen=True, slots=True)
class Loaded:
    """One source's part in one programme family: how much of it is here, and the years it spans."""

    family: str
    source: str
    participations: int
    ours: int
    doubtful: int
    first_year: int | None
    last_year: int | None
    complete: bool


def loaded() -> list[Loaded]:
    """Each family and source that has standing participations; `complete` when a whole file, not an extract, is in."""
    whole = set(Import.objects.filter(complete=True, state="applied").values_list("source", flat=True))
    rows = Participation.objects.standing().order_by("project__family", "source").values("project__family", "source")
    placed = Q(link_state=LinkState.PLACED, link_relation__in=OURS)
    counted = rows.annotate(
        participations=Count("pk"),
        ours=Count("pk", filter=placed),
        doubtful=Count("pk", filter=Q(link_state=LinkState.DOUBTFUL)),
        first_year=Min("year"),
        last_year=Max("year"),
    )
    return [
        Loaded(
            family=row["project__family"],
            source=row["source"],
            participations=row["participations"],
            ours=row["ours"],
            doubtful=row["doubtful"],
            first_year=row["first_year"],
            last_year=row["last_year"],
            complete=row["source"] in whole,
        )
        for row in counted
    ]
