"""Which challenges nobody has helped with: shared with the county, open, and neither judged nor answered by it."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.core.waiting import Waiting
from vardevei.guide.enums import Side
from vardevei.guide.models import Suggestion, Verdict
from vardevei.organisations import permission
from vardevei.organisations.models import Organisation
from vardevei.projects import rules
from vardevei.projects.enums import Shared
from vardevei.projects.models import Challenge


def of_county(county: Organisation) -> Any:
    """The challenges shared with the county, each with `helped`; those nobody has helped with first, oldest first."""
    where = Challenge.objects.exclude(shared=Shared.PRIVATE)
    ids = [place for place in set(where.values_list("municipality", flat=True)) if _in(county, place)]
    suggested = Exists(Suggestion.objects.filter(challenge=OuterRef("pk")))
    judged = Exists(Verdict.objects.filter(match__challenge=OuterRef("pk"), side=Side.COUNTY))
    found: Any = where.filter(municipality__in=ids).annotate(helped=suggested | judged)
    return found.select_related("municipality").order_by("helped", "written_at", "pk")


def waiting_for(person: Person) -> Iterator[Waiting]:
    """Challenges that nobody has helped with, for the advisers of their county."""
    for county in permission.own_counties(person, rules.HELP_CHALLENGE):
        for challenge in of_county(county).standing().filter(helped=False):
            said = _("{organisation} har en utfordring ingen har hjulpet med: {title}").format(
                organisation=challenge.municipality, title=challenge.title
            )
            since = timezone.localdate(challenge.written_at)
            yield Waiting("challenge", said, str(challenge.pk), challenge.municipality_id, since)


def _in(county: Organisation, place: str) -> bool:
    return county.pk in permission.counties_of(place)
