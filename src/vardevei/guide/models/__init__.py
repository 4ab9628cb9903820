"""What the guide keeps."""

from vardevei.guide.models.concept import StaffConcept
from vardevei.guide.models.match import Match, Verdict
from vardevei.guide.models.miss import SearchMiss
from vardevei.guide.models.partner_request import PartnerAsked, PartnerRequest
from vardevei.guide.models.subscription import Sent, Subscription
from vardevei.guide.models.suggestion import Suggestion

__all__ = [
    "Match",
    "PartnerAsked",
    "PartnerRequest",
    "SearchMiss",
    "Sent",
    "StaffConcept",
    "Subscription",
    "Suggestion",
    "Verdict",
]
