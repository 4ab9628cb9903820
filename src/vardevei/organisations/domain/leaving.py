"""When the last one leaves a municipality: what it has here stays, and its county is told."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy

from vardevei.core.domain import letters, log
from vardevei.core.models import Person
from vardevei.organisations import permission, rules
from vardevei.organisations.domain import language
from vardevei.organisations.enums import Kind
from vardevei.organisations.models import Organisation, Role

EMPTY = gettext_lazy("Ingen er igjen i {organisation}.")


def look(organisation: Organisation | None) -> None:
    """After a role has ended: tell the county when nobody is left. Asked when all is done, so that somebody who comes
    in the same go, as from a list of contacts, is seen."""
    if organisation is not None and organisation.kind == Kind.MUNICIPALITY:
        transaction.on_commit(lambda: _tell(organisation))


def empty_since(ids: list[str]) -> dict[str, date]:
    """Of these municipalities, those that somebody has left and nobody is in today; since which day."""
    today = timezone.localdate()
    ended = Role.objects.filter(organisation__in=ids, end__lt=today).values("organisation")
    there = set(Role.objects.now().filter(organisation__in=ids).values_list("organisation", flat=True))
    last = {row["organisation"]: row["last"] for row in ended.annotate(last=Max("end")).order_by()}
    return {place: day + timedelta(days=1) for place, day in last.items() if place not in there}


@transaction.atomic
def _tell(organisation: Organisation) -> None:
    if Role.objects.now().filter(organisation=organisation).exists():
        return
    log.write("place-empty", EMPTY, by=None, about=organisation, place=organisation.pk, organisation=organisation)
    for county in Organisation.objects.filter(pk__in=permission.counties_of(organisation.pk)):
        for adviser in _advisers(county):
            form, link = language.form_for(adviser, county), f"/min-side/kommune/{_number(organisation)}/folk/"
            letters.write(
                "place-empty",
                to=adviser,
                form=form,
                by=None,
                about=organisation,
                place=county.pk,
                organisation=organisation,
                link=link,
            )


def _advisers(county: Organisation) -> list[Person]:
    codes = [kind.code for kind in rules.ADVISERS]
    roles = Role.objects.now().filter(organisation=county, code__in=codes)
    people = Person.objects.filter(pk__in=roles.values("person"))
    return [person for person in people if person.written_to()]


def _number(organisation: Organisation) -> str:
    return organisation.place.number(timezone.localdate())
