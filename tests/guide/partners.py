"""A partner request from Kortrijk to Innlandet, and the border municipalities that may fit. Names are made up."""

from datetime import date, timedelta

from django.utils import timezone

from tests.people import adviser, place
from vardevei.guide.domain import partner_requests
from vardevei.guide.domain.partner_requests import Said
from vardevei.guide.models import PartnerRequest

INNLANDET = "34"
KONGSVINGER, GRUE, EIDSKOG, ASNES, SOR_ODAL = "3401", "3417", "3416", "3418", "3415"


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def said(**fields: object) -> Said:
    known = {
        "title": "Breiband over grensa",
        "asker": "Prøvebyen Kortrijk",
        "country": "Belgia",
        "text": "Vi søker kommuner som vil prøve ut felles utbygging.",
        "answer_by": in_days(20),
    }
    return Said(**{**known, **fields})


def recorded(by=None, **fields: object) -> PartnerRequest:
    return partner_requests.record(place(INNLANDET), said(**fields), by=by or adviser(INNLANDET))
