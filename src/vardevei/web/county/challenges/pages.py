"""A county's challenges: those nobody has helped with first, and how many of the matches fit."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from vardevei.guide.domain import helping, verdicts
from vardevei.guide.enums import Found
from vardevei.projects import rules
from vardevei.web import access
from vardevei.web.county import frame


def challenges(request: HttpRequest, number: str) -> HttpResponse:
    _person, county = access.county(request, number, rules.HELP_CHALLENGE)
    found = list(helping.of_county(county).prefetch_related("suggestions"))
    standing = [one for one in found if not one.closed_at]
    context: dict[str, object] = {
        "alone": [one for one in standing if not one.helped],
        "helped": [one for one in standing if one.helped],
        "closed": [one for one in found if one.closed_at],
        "precision": [(Found(row.kind).label, row) for row in verdicts.precision(county.pk)],
    }
    return frame.page(
        request, "county/challenges/page.html", county, "county-activities", context, here=_("Utfordringer")
    )
