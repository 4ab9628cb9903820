"""Who may pass partner requests on to municipalities, and who may answer them. Anyone may send one in."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.guide.enums_partners import RequestState
from vardevei.guide.models import PartnerAsked, PartnerRequest
from vardevei.guide.models.partner_request import PartnerRequestQuerySet
from vardevei.organisations.permission import Act, Reach, counties, held_by, may, must, reach_of
from vardevei.organisations.roles import ADMINISTRATOR, ADVISER, CONTACT, EDITOR, MEMBER

__all__ = ["ACTS", "counties", "may", "must", "reach_of"]

PASS_ON = Act(
    "pass-on-partner-requests",
    _("legge inn partnerforespørsler, sende dem til kommuner i fylket og se svarene."),
    {ADVISER: Reach.COUNTY, EDITOR: Reach.COUNTY, ADMINISTRATOR: Reach.EVERYWHERE},
)
ANSWER = Act(
    "answer-partner-requests",
    _("svare på partnerforespørsler for kommunen."),
    {CONTACT: Reach.HERE, MEMBER: Reach.HERE},
)
ACTS = (PASS_ON, ANSWER)


def visible_to(person: Person | None) -> PartnerRequestQuerySet:
    """Those that the person's counties pass on, and those that the municipalities where she works were asked about."""
    at = [held.organisation for held in held_by(person) if held.kind in ANSWER.may]
    asked = PartnerAsked.objects.filter(request=OuterRef("pk"), municipality__in=at)
    own = Q(county__in=[county.pk for county in counties(person, PASS_ON)])
    return PartnerRequest.objects.confirmed().filter(own | Q(Exists(asked)))


def may_pass_on(person: Person | None, request: PartnerRequest) -> bool:
    return may(person, PASS_ON, request.county_id)


def must_pass_on(person: Person, request: PartnerRequest) -> None:
    must(person, PASS_ON, request.county_id)


def asked_of(person: Person | None, request: PartnerRequest) -> list[PartnerAsked]:
    """The municipalities that were asked, and that the person may answer for."""
    if request.state == RequestState.UNCONFIRMED:
        return []
    rows = request.asked.select_related("municipality")
    return [one for one in rows if may(person, ANSWER, one.municipality_id)]
