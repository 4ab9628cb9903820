"""Who has answered and who has not; reminding, closing, and giving more time."""

from datetime import datetime

from django.contrib import messages as notes
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from vardevei.core.enums import LetterState
from vardevei.core.models import Letter
from vardevei.core.models.log import subject_of
from vardevei.web.forms import Day, Form
from vardevei.web.numbers import day
from vardevei.web.tables import Column, Gap, Row, Table
from vardevei.web.together.surveys import doors, frame, rates
from vardevei.workspaces import rules
from vardevei.workspaces.domain import survey_counties, survey_sending, surveys
from vardevei.workspaces.models import Respondent, Survey


class DeadlineForm(Form):
    code = "survey-deadline"
    draft = False
    deadline = Day(label=gettext_lazy("Ny siste dag å svare"))


def page(request: HttpRequest, key: int) -> HttpResponse:
    person, survey, seen = doors.survey(request, key)
    if survey.draft:
        return redirect("survey-people", key)
    those = survey_counties.of(survey.respondents.invited(), seen).select_related("person", "organisation")
    listed = [] if survey.anonymous else list(those.order_by("organisation__number", "pk"))
    runs = rules.may(person, rules.RUN, survey.workspace)
    context: dict[str, object] = {
        "rate": rates.of(survey, seen),
        "whole": rates.of(survey) if seen is not None else None,
        "table": _table(survey, listed) if listed else None,
        "to_remind": len(survey_sending.to_remind(survey, person)),
        "runs_it": runs,
        "may_extend": runs and not (survey.anonymous and survey.closed_at),
        "failed": _failed(listed),
        "open_address": request.build_absolute_uri(f"/undersokelse/{survey.key}/") if survey.open_link else "",
    }
    return frame.page(request, "together/surveys/follow.html", survey, "survey-follow", context)


def _table(survey: Survey, listed: list[Respondent]) -> Table:
    by_place = any(one.organisation_id for one in listed)
    done = survey_sending.answered_for(survey)
    heads = [Column(_("Kommune"))] if by_place else []
    columns = [*heads, Column(_("Hvem")), Column(_("Svar"))]
    rows = []
    for one in listed:
        place = [one.organisation.name if one.organisation else Gap(_("ingen kommune"))] if by_place else []
        name = one.person or Gap(_("en som er slettet"))
        rows.append(Row([*place, name, _state(one, done)], flag=False))
    return Table(_("De som er spurt"), columns, rows, hide_caption=True)


def _state(one: Respondent, done: set[str]) -> str:
    if one.answered:
        return _("Svarte {day}").format(day=_day(one.answered_at)) if one.answered_at else _("Svarte")
    if one.organisation_id in done:
        return _("En kollega har svart")
    if one.opened_at:
        return _("Har åpnet, ikke svart")
    if one.reminded_at:
        return _("Ikke svart, minnet på {day}").format(day=_day(one.reminded_at))
    return _("Ikke svart, spurt {day}").format(day=_day(one.invited_at))


def _day(at: datetime | None) -> str:
    return day(timezone.localdate(at)) if at else ""


def _failed(listed: list[Respondent]) -> list[Respondent]:
    """Those whose letter did not arrive."""
    about = {subject_of(one): one for one in listed if not one.answered}
    letters = Letter.objects.filter(about__in=about, state=LetterState.FAILED).values_list("about", flat=True)
    return [about[subject] for subject in dict.fromkeys(letters)]


@require_POST
def open_it(request: HttpRequest, key: int) -> HttpResponse:
    """Open without writing to anybody: for the open link."""
    who, survey = doors.run(request, key)
    surveys.open(survey, by=who)
    return redirect("survey-follow", key)


@require_POST
def remind(request: HttpRequest, key: int) -> HttpResponse:
    who, survey = doors.asks(request, key)
    n = survey_sending.remind(survey, by=who)
    notes.success(request, ngettext("{n} har fått påminnelse.", "{n} har fått påminnelse.", n).format(n=n))
    return redirect("survey-follow", key)


@require_POST
def close(request: HttpRequest, key: int) -> HttpResponse:
    who, survey = doors.run(request, key)
    surveys.close(survey, by=who)
    return redirect("survey-follow", key)


def extend(request: HttpRequest, key: int) -> HttpResponse:
    who, survey = doors.run(request, key)
    form = DeadlineForm.of(request, about=f"survey-deadline:{key}", initial={"deadline": survey.deadline})
    if form.accepted() and form.did(lambda: surveys.extend(survey, deadline=form.cleaned_data["deadline"], by=who)):
        return redirect("survey-follow", key)
    here = _("Gi mer tid")
    return frame.page(request, "together/surveys/extend.html", survey, "survey-follow", {"form": form}, here=here)
