"""Other county councils in a survey: which take part, and whose answers each may see."""

from typing import Any, TypeVar

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations import permission
from vardevei.organisations.models import Organisation
from vardevei.workspaces import rules
from vardevei.workspaces.models import Survey, SurveyCounty

ALL = None  # everything, named or not
NO_COUNTY = ""  # those who were asked as no county's: members and people who were at an event
Seen = frozenset[str] | None
Rows = TypeVar("Rows", bound=models.QuerySet[Any])


def seen_by(person: Person | None, survey: Survey) -> Seen:
    """Ids of the counties whose respondents and answers the person may see by name: those of her own, once several
    take part. ALL when only one does; an empty set when she may see nothing."""
    others = [one.county_id for one in survey.counties.all()]
    runs = rules.may(person, rules.CLOSE, survey.workspace)
    if runs and not others:
        return ALL
    own = {county for county in others if permission.may(person, rules.BEGIN, county)}
    return frozenset(own | ({survey.workspace.owner_id, NO_COUNTY} if runs else set()))


def of(rows: Rows, seen: Seen) -> Rows:
    """Those of the respondents or responses that one may see by name."""
    if seen is None:
        return rows
    without = Q(county__isnull=True) if NO_COUNTY in seen else Q(pk__in=[])
    return rows.filter(Q(county__in=seen) | without)


def asks_for(person: Person, survey: Survey) -> list[Organisation]:
    """The counties that the person may ask somebody for: the owner, or her own that takes part."""
    ids = [one.county_id for one in survey.counties.all() if permission.may(person, rules.BEGIN, one.county_id)]
    if rules.may(person, rules.RUN, survey.workspace):
        ids.insert(0, survey.workspace.owner_id)
    found = Organisation.objects.in_bulk(ids)
    return [found[one] for one in ids]


@transaction.atomic
def let_in(survey: Survey, counties: list[Organisation], *, by: Person) -> None:
    """These other counties take part, and those who did and are not among them do not. Said in the letters, so it is
    decided before anybody is asked."""
    rules.must(by, rules.RUN, survey.workspace)
    wanted = {county.pk for county in counties} - {survey.workspace.owner_id}
    before = {one.county_id for one in survey.counties.all()}
    if wanted == before:
        return
    if survey.respondents.invited().exists() or not survey.draft:
        raise Problem(
            "survey-counties-stand",
            "Who takes part is decided before the survey opens.",
            "Those who were asked were told who sees their answers.",
            "Make a copy of the survey for other counties.",
        )
    survey.counties.exclude(county__in=wanted).delete()
    survey.respondents.filter(county__in=before - wanted).delete()
    for county in sorted(wanted - before):
        SurveyCounty.objects.create(survey=survey, county_id=county, by=by)
    names = ", ".join(Organisation.objects.filter(pk__in=wanted).order_by("number").values_list("name", flat=True))
    log.write(
        "survey-counties",
        _("Andre fylker som er med i undersøkelsen «{title}»: {names}."),
        by=by,
        about=survey,
        place=survey.workspace.owner_id,
        title=str(survey),
        names=names or "–",
    )
