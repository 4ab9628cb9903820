"""A concept that the network's editor has added, and a search that found nothing."""

from tests.people import somebody
from tests.web.worlds import each
from vardevei.guide.models import SearchMiss, StaffConcept


def values(made, workspace) -> dict[str, object]:
    concept = StaffConcept.objects.create(
        name="prøve", bokmal="prøveord", english="trial", by=somebody("Oda Ord", email="oda.ord@eksempel.no")
    )
    miss = SearchMiss.objects.create(text="noe ingen fant")
    return {**each(("concept", "concept-remove"), "key", concept.pk), "miss-settle.key": miss.pk}
