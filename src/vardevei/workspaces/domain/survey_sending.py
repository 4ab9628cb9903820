"""Asking those on the list, and reminding those who have not answered."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.workspaces import rules
from vardevei.workspaces.domain import respondents, survey_counties, survey_in_letter, survey_letters, surveys
from vardevei.workspaces.enums import SurveyState
from vardevei.workspaces.models import Respondent, Survey


@transaction.atomic
def send(survey: Survey, *, by: Person) -> int:
    """One letter to each on the list who can be reached; a draft is opened first. A second press sends none."""
    to = [one for one in waiting(survey, by) if not respondents.not_asked(one)]
    if survey.draft:
        _must_reach(to)
        surveys.open(survey, by=by)
    _must_be_open(survey, by)
    survey_in_letter.asked(survey)
    sent = sum(_ask(survey, respondent, by) for respondent in to)
    if sent:
        _log("survey-sent", _("Undersøkelsen «{title}» ble sendt til {n}."), survey, sent, by)
    return sent


def waiting(survey: Survey, person: Person) -> list[Respondent]:
    """Those on the list whom no letter has gone to, of those the person may see."""
    seen = survey_counties.seen_by(person, survey)
    those = survey_counties.of(survey.respondents.waiting(), seen)
    return list(those.select_related("person", "organisation").order_by("organisation__number", "pk"))


def _ask(survey: Survey, respondent: Respondent, by: Person) -> bool:
    """The database says who is written to, so that two presses at once write one letter."""
    mine = Respondent.objects.waiting().filter(pk=respondent.pk).update(invited_at=timezone.now())
    if mine:
        survey_letters.write(survey_letters.ASK, survey, respondent, by=by)
    return bool(mine)


def to_remind(survey: Survey, person: Person | None = None) -> list[Respondent]:
    """Those who are asked and have not answered, can be reached, and have not had a letter today. With one answer from
    each municipality, nobody whose colleague has answered."""
    if not survey.takes_answers:
        return []
    today = timezone.localdate()
    those = survey.respondents.invited().filter(answered=False, person__isnull=False)
    if person is not None:
        those = survey_counties.of(those, survey_counties.seen_by(person, survey))
    done = answered_for(survey)
    return [
        one
        for one in those.select_related("person", "organisation", "survey").order_by("organisation__number", "pk")
        if _last(one) < today and _reached(one) and one.organisation_id not in done
    ]


def answered_for(survey: Survey) -> set[str]:
    """Municipalities that are through, when one answer from each is enough."""
    if not survey.one_for_each:
        return set()
    done = survey.respondents.filter(answered=True, organisation__isnull=False)
    return set(done.values_list("organisation", flat=True))


def _last(respondent: Respondent) -> date:
    last = respondent.reminded_at or respondent.invited_at
    assert last is not None
    return timezone.localdate(last)


def _reached(respondent: Respondent) -> bool:
    person = respondent.person
    return bool(person and person.written_to() and not person.bounced_at)


@transaction.atomic
def remind(survey: Survey, *, by: Person | None) -> int:
    """A reminder to those who have not answered, never twice on a day. Nobody (`by=None`) does it on its dates."""
    if by is not None:
        _must_be_open(survey, by)
    sent = sum(_remind(survey, respondent, by) for respondent in to_remind(survey, by))
    if sent:
        Survey.objects.filter(pk=survey.pk).update(reminded_at=timezone.now())
        _log("survey-reminded", _("{n} fikk påminnelse om undersøkelsen «{title}»."), survey, sent, by)
    return sent


def _remind(survey: Survey, respondent: Respondent, by: Person | None) -> bool:
    standing = Respondent.objects.filter(pk=respondent.pk, answered=False, reminded_at=respondent.reminded_at)
    mine = standing.update(reminded_at=timezone.now())
    if mine:
        survey_letters.write(survey_letters.REMIND, survey, respondent, by=by)
    return bool(mine)


def remind_due() -> int:
    """The reminders of today, by the dates that were set for each survey."""
    today = timezone.localdate()
    with_deadline = Survey.objects.open().filter(state=SurveyState.OPEN, deadline__isnull=False)
    due = [
        one
        for one in with_deadline.select_related("workspace__owner")
        if one.deadline and (one.deadline - today).days in one.reminds
    ]
    return sum(remind(survey, by=None) for survey in due)


def _must_reach(to: list[Respondent]) -> None:
    if not to:
        raise Problem(
            "nobody-to-write-to",
            "There is nobody to send the survey to.",
            "Everyone it was meant for is left out, or nobody is on the list.",
            "Put somebody on the list first, or open it with an open link.",
        )


def _must_be_open(survey: Survey, by: Person) -> None:
    if not survey_counties.asks_for(by, survey):
        rules.must(by, rules.RUN, survey.workspace)
    if not survey.takes_answers:
        raise Problem(
            "survey-takes-no-answers",
            "The survey takes no answers now.",
            "It is not open, or its last day is over.",
            "Open it, or give it a later deadline.",
        )


def _log(act: str, text: object, survey: Survey, n: int, by: Person | None) -> None:
    place = survey.workspace.owner_id
    log.write(act, text, by=by, about=survey, place=place, title=str(survey), n=n)  # type: ignore[arg-type]
