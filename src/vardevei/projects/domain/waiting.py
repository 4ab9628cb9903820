"""What waits for the advisers of a county: names, possible doubles, and files that are not taken into use."""

from collections.abc import Iterable, Iterator

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vardevei.core.models import Person
from vardevei.core.waiting import Waiting
from vardevei.opendata import places
from vardevei.organisations import permission
from vardevei.organisations.models import Organisation
from vardevei.projects import rules
from vardevei.projects.domain import doubles, names
from vardevei.projects.models import Upload


def waiting_for(person: Person) -> Iterable[Waiting]:
    """Of the counties where the person has a role. An administrator sees it on each county's own page."""
    held = {role.organisation for role in permission.held_by(person) if role.kind in rules.RECORD.may}
    for county in Organisation.objects.filter(pk__in=[key for key in held if key]):
        yield from _names(person, county)
        yield from _pairs(county)
        yield from _uploads(county)


def _names(person: Person, county: Organisation) -> Iterator[Waiting]:
    count = sum(not name.unsure for name in names.waiting(person))
    if count:
        text = ngettext("{count} navn kan være en kommune i fylket", "{count} navn kan være en kommune i fylket", count)
        yield Waiting("doubtful-names", text.format(count=count), county.number, county.pk)


def _pairs(county: Organisation) -> Iterator[Waiting]:
    count = len(doubles.waiting(ids_of(county)))
    if count:
        text = ngettext("{count} par kan være samme prosjekt", "{count} par kan være samme prosjekt", count)
        yield Waiting("possible-doubles", text.format(count=count), county.number, county.pk)


def _uploads(county: Organisation) -> Iterator[Waiting]:
    for upload in Upload.objects.waiting().filter(on_behalf_of=county).select_related("file"):
        text = _("{file} er lastet opp, men ikke tatt i bruk").format(file=upload.file or "")
        yield Waiting("source-upload", text, county.number, county.pk, since=timezone.localdate(upload.on))


def ids_of(county: Organisation) -> list[str]:
    """The county council, and every municipality of now and before that is the county's to look after."""
    known = places.all_places("municipality")
    return [county.pk, *(place.id for place in known if county.pk in permission.counties_of(place.id))]
