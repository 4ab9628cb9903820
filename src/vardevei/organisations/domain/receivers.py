"""Whom a county's letter reaches, and who is left out and why, before anything is sent."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from vardevei.core.models import Answer, Person
from vardevei.opendata import places
from vardevei.organisations.domain import language
from vardevei.organisations.enums import LeftOut
from vardevei.organisations.models import Mailing, Organisation, Role


@dataclass(frozen=True, slots=True)
class Receiver:
    """One contact at one municipality; without a person when it has none. `left_out` is empty for those it reaches."""

    organisation: Organisation
    person: Person | None
    form: str
    left_out: str = ""

    @property
    def code(self) -> str:
        """Names this receiver among all, in an address."""
        return f"{self.organisation.number}-{self.person.pk if self.person else 0}"


def receivers(mailing: Mailing) -> list[Receiver]:
    """Everyone the letter is meant for, by the municipalities' numbers."""
    answered = _answered(mailing)
    return [_with_reason(one, mailing, answered) for one in _all(mailing.chosen or ids_of(mailing.county))]


def reached(mailing: Mailing) -> list[Receiver]:
    """Those it will be sent to."""
    return [one for one in receivers(mailing) if not one.left_out]


def ids_of(county: Organisation) -> list[str]:
    """Ids of the county's municipalities of today, by number."""
    today = timezone.localdate()
    return [place.id for place in places.on(today) if places.county_of(place, today).id == county.pk]


def _all(ids: Iterable[str]) -> list[Receiver]:
    there = list(Organisation.objects.filter(pk__in=ids).order_by("number"))
    contacts: dict[str, list[Person | None]] = defaultdict(list)
    roles = Role.objects.now().contacts().filter(organisation__in=there).select_related("person")
    for role in roles.order_by("start", "pk"):
        contacts[str(role.organisation_id)].append(role.person)
    return [
        Receiver(one, person, language.form_for(person, one).value)
        for one in there
        for person in contacts[one.pk] or [None]
    ]


def _with_reason(one: Receiver, mailing: Mailing, answered: set[str]) -> Receiver:
    return Receiver(one.organisation, one.person, one.form, _reason(one, mailing, answered))


def _reason(one: Receiver, mailing: Mailing, answered: set[str]) -> str:
    person = one.person
    if person is None:
        return LeftOut.VACANT
    if not person.written_to():
        return LeftOut.NO_ADDRESS
    if person.bounced_at:
        return LeftOut.BOUNCED
    if mailing.news and person.no_news_since:
        return LeftOut.NO_NEWS
    return LeftOut.ANSWERED if one.organisation.pk in answered else ""


def _answered(mailing: Mailing) -> set[str]:
    """A reminder goes only to those who have not answered, also when an answer came while it was being written."""
    if mailing.reminds is None or mailing.reminds.question_id is None:
        return set()
    return set(Answer.objects.filter(question=mailing.reminds.question_id).values_list("place", flat=True))
