"""Building the mart: from the database, through the register of places, to files that every figure is computed from.

Only what is public goes in: which municipality or county council, which project, when, in which role, how much. No
names of persons, and no participants that are not municipalities or county councils.
"""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Max, Q
from django.utils import timezone

from vardevei.core.models import Delivery
from vardevei.figures.domain import checks
from vardevei.opendata.figures import store, tables
from vardevei.opendata.figures.store import Manifest
from vardevei.opendata.figures.tables import ParticipationRow, SourceRow
from vardevei.projects.enums import LinkState
from vardevei.projects.models import Participation


def folder() -> Path:
    """Where this site keeps its mart, inside the data folder."""
    return store.folder(str(settings.VARDEVEI["data"]))


@transaction.atomic
def build() -> Manifest:
    """Read, build beside, check, swap. The old mart stays until the new one is whole; errors leave it in place."""
    read_at = timezone.now()
    rows, sources = list(_rows()), list(_sources())
    content = tables.tables(rows, sources)
    checks.check(content)
    return store.write(folder(), content, read_at)


def _rows() -> Iterator[ParticipationRow]:
    """Participations of municipalities and county councils, and the doubtful, which are counted apart."""
    told = Participation.objects.standing().filter(Q(organisation__isnull=False) | Q(link_state=LinkState.DOUBTFUL))
    for row in told.order_by("pk").select_related("project").iterator(chunk_size=5000):
        yield ParticipationRow(
            project_id=f"{row.project.family}/{row.project.number}",
            unit_id=row.organisation_id or "",
            family=row.project.family,
            part=row.project.programme_part,
            year=row.year,
            role=row.role,
            source=row.source,
            amount=row.amount if row.currency == "EUR" else None,
            relation="doubtful" if row.link_state == LinkState.DOUBTFUL else row.link_relation,
            repeated=row.same_as_id is not None,
        )


def _sources() -> Iterator[SourceRow]:
    """The newest delivery of each source that has participations standing, and how many."""
    standing = Participation.objects.standing().order_by("source").values("source")
    for held in standing.annotate(count=Count("pk"), newest=Max("delivery_id")):
        delivery = Delivery.objects.get(pk=held["newest"])
        yield SourceRow(
            code=held["source"],
            title=delivery.title,
            publisher=delivery.publisher,
            licence=delivery.licence,
            address=delivery.address,
            fetched=timezone.localdate(delivery.received_at).isoformat(),
            as_of=delivery.data_as_of.isoformat() if delivery.data_as_of else "",
            participations=held["count"],
        )
