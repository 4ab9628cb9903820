"""The results of a survey: how many have answered, and each question with its numbers, bars and words."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.web.together.results import tables
from vardevei.web.together.surveys import doors, frame
from vardevei.workspaces.domain import survey_results
from vardevei.workspaces.domain.survey_counties import Seen
from vardevei.workspaces.domain.tallies import ALL
from vardevei.workspaces.models import Survey

COUNTY, EVERYBODY = "fylke", "alle"


def page(request: HttpRequest, key: int) -> HttpResponse:
    _who, survey, seen = doors.survey(request, key)
    scope = chosen(request, survey, seen)
    told = survey_results.told(survey)
    few = told and survey_results.few(survey, seen, scope)
    shown = survey_results.counted(survey, seen, scope) if told and not few else []
    context = {
        "told": told,
        "few": few,
        "rate": survey_results.rate(survey, seen, scope),
        "parts": tables.parts(survey, shown, seen, scope),
        "silent": survey_results.silent(survey, seen, scope),
        "scopes": _scopes(survey, seen, scope),
        "held": survey.anonymous or (scope == ALL and seen is not None),
        "files": _files(survey, scope) if shown else [],
    }
    return frame.page(request, "together/results/page.html", survey, "survey-results", context)


def chosen(request: HttpRequest, survey: Survey, seen: Seen) -> str:
    """The county that is looked at: one's own first, where names of others are not for everybody."""
    own = [one.pk for one in survey_results.scopes(survey, seen)]
    asked = request.GET.get(COUNTY, "")
    if asked == EVERYBODY:
        return ALL
    if asked and asked not in own:
        raise Http404(asked)
    return asked or (own[0] if own and seen is not None and not survey.anonymous else ALL)


def _scopes(survey: Survey, seen: Seen, scope: str) -> list[tuple[str, str, bool]]:
    """Links to each county one may look at, when there is a choice."""
    counties = survey_results.scopes(survey, seen)
    if len(counties) < 2 and seen is None:
        return []
    here = reverse("survey-results", args=[survey.pk])
    everybody = [(_("Alle"), f"{here}?{COUNTY}={EVERYBODY}", scope == ALL)]
    return everybody + [(one.name, f"{here}?{COUNTY}={one.pk}", scope == one.pk) for one in counties]


def _files(survey: Survey, scope: str) -> list[tuple[str, str]]:
    kinds = [("xlsx", _("Regneark (Excel)")), ("csv", _("Tabell (CSV)")), ("json", _("Data (JSON)"))]
    query = f"?{COUNTY}={scope or EVERYBODY}"
    return [(text, reverse("survey-results-file", args=[survey.pk, kind]) + query) for kind, text in kinds]
