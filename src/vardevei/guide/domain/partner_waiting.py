"""What waits because of partner requests: new ones for the county, those to close, and those to answer."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.core.waiting import Waiting
from vardevei.guide import partner_rules as rules
from vardevei.guide.enums_partners import RequestState
from vardevei.guide.models import PartnerAsked, PartnerRequest
from vardevei.organisations.permission import held_by, own_counties


def waiting_for(person: Person) -> Iterator[Waiting]:
    """For a municipality those to answer; for its county new ones, and those whose time is out."""
    yield from _to_answer(person)
    counties = own_counties(person, rules.PASS_ON)
    if counties:
        yield from _of_county([county.pk for county in counties])


def _to_answer(person: Person) -> Iterator[Waiting]:
    at = [held.organisation for held in held_by(person) if held.kind in rules.ANSWER.may]
    if not at:
        return
    asked = PartnerAsked.objects.filter(municipality__in=at, answer="", request__state=RequestState.OPEN)
    for one in asked.filter(request__answer_by__gte=timezone.localdate()).select_related("request"):
        said = _("Svar på partnerforespørselen «{title}» fra {asker}.").format(
            title=one.request.title, asker=one.request.asker
        )
        since = timezone.localdate(one.asked_at)
        yield Waiting("partner-request", said, str(one.request.pk), one.municipality_id, since, one.request.answer_by)


def _of_county(counties: list[str]) -> Iterator[Waiting]:
    for one in PartnerRequest.objects.going_on().filter(county__in=counties):
        if one.overdue:
            said = _("Fristen for partnerforespørselen «{title}» er ute. Fortell hva det ble til.")
        elif one.state == RequestState.ARRIVED:
            said = _("Ny partnerforespørsel fra {asker}: «{title}».")
        else:
            continue
        words = said.format(title=one.title, asker=one.asker)
        yield Waiting(
            "partner-request", words, str(one.pk), one.county_id, timezone.localdate(one.made_at), one.answer_by
        )
