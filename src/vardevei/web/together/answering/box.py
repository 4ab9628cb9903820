"""Anonymous answers: all pages in one form, since nothing can be kept before it is handed in but in the browser."""

import json
import secrets

from django import forms
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vardevei.organisations.models import Organisation
from vardevei.web.together.answering import fields, front, guard
from vardevei.workspaces.domain import ballots
from vardevei.workspaces.models import Respondent, Survey

ONCE, DAY = "once", 24 * 60 * 60


class BallotForm(fields.SurveyForm):
    """By an open link across counties, the county is asked for too: each county sees its own."""

    counties: list[Organisation] = []

    def ask_county(self, counties: list[Organisation]) -> None:
        self.counties = counties
        choices = [*((one.pk, one.name) for one in counties), ("", _("Et annet fylke"))]
        field = forms.ChoiceField(label=_("Hvilket fylke er du i?"), choices=choices, widget=forms.RadioSelect)
        self.fields["county"] = field
        field.required = False

    @property
    def county(self) -> Organisation | None:
        chosen = self.cleaned_data.get("county")
        return next((one for one in self.counties if one.pk == chosen), None)


def page(request: HttpRequest, token: str, survey: Survey, respondent: Respondent | None) -> HttpResponse:
    form = BallotForm(front.questions_of(survey), request.POST if request.method == "POST" else None)
    counties = _counties(survey) if respondent is None else []
    if len(counties) > 1:
        form.ask_county(counties)
    caught = respondent is None and guard.caught(request)
    if request.method == "POST" and form.is_valid() and not caught:
        _put_in(request, survey, respondent, form, counties)
        return redirect("survey-answer-thanks", token)
    return render(request, "together/answering/box.html", _context(token, survey, respondent, form, caught))


def _put_in(
    request: HttpRequest,
    survey: Survey,
    respondent: Respondent | None,
    form: BallotForm,
    counties: list[Organisation],
) -> None:
    """Once, also when the button is pressed twice. What is remembered for that tells nothing of the answers."""
    name = f"ballot:{request.POST.get(ONCE, '')[:40]}"
    if respondent is None:
        if not cache.add(name, 1, DAY):
            return
        guard.count(request)
    county = form.county if len(counties) > 1 else next(iter(counties), None)
    try:
        ballots.put_in(survey, form.answers(), respondent=respondent, county=county)
    except Exception:
        cache.delete(name)
        raise


def _counties(survey: Survey) -> list[Organisation]:
    return [survey.workspace.owner, *(one.county for one in survey.counties.select_related("county"))]


def _context(
    token: str, survey: Survey, respondent: Respondent | None, form: BallotForm, caught: bool
) -> dict[str, object]:
    pages = list(survey.pages.prefetch_related("questions"))
    return front.about(survey, respondent) | {
        "token": token,
        "form": form,
        "caught": caught,
        "trap": guard.TRAP if respondent is None else "",
        "county": form["county"] if "county" in form.fields else None,
        "sections": [(one.said("title"), one.said("text"), [form.of(q) for q in one.questions.all()]) for one in pages],
        "pages": len(pages),
        "draft": f"visitor:survey:{survey.pk}:",
        "once": secrets.token_urlsafe(12),
        "names": json.dumps(list(form.fields)),
    }
