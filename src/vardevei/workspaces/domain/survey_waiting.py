"""What waits because of surveys: one that I am asked to answer, and one that my county takes part in."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.core.waiting import Waiting
from vardevei.organisations import permission
from vardevei.workspaces import rules
from vardevei.workspaces.domain import survey_sending
from vardevei.workspaces.models import Respondent, Survey, SurveyCounty


def waiting_for(person: Person) -> Iterator[Waiting]:
    """Surveys to answer, by the day they must be answered; then those where one's county has asked nobody yet."""
    yield from _to_answer(person)
    counties = permission.own_counties(person, rules.BEGIN)
    if counties:
        yield from _to_ask([county.pk for county in counties])


def _to_answer(person: Person) -> Iterator[Waiting]:
    asked = Respondent.objects.invited().filter(person=person, answered=False, survey__in=Survey.objects.open())
    for one in asked.select_related("survey__workspace").order_by("pk"):
        if one.organisation_id in survey_sending.answered_for(one.survey):
            continue
        said = _("Svar på undersøkelsen «{title}».").format(title=one.survey)
        since = timezone.localdate(one.invited_at)
        yield Waiting("survey", said, str(one.key), one.organisation_id or "", since, one.survey.deadline)


def _to_ask(counties: list[str]) -> Iterator[Waiting]:
    taking_part = SurveyCounty.objects.filter(county__in=counties, survey__in=Survey.objects.open())
    for one in taking_part.select_related("survey__workspace__owner"):
        if not one.survey.respondents.invited().filter(county=one.county_id).exists():
            said = _("{county} har tatt dere med i undersøkelsen «{title}». Velg hvem hos dere som skal svare.")
            words = said.format(county=one.survey.workspace.owner.name, title=one.survey)
            since = timezone.localdate(one.added_at)
            yield Waiting("survey-county", words, str(one.survey.pk), one.county_id, since, one.survey.deadline)
