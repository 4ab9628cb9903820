"""Who answers: somebody who came by the open link says so, and a colleague can be asked to answer instead."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vardevei.web.behind_a_link import behind_a_link
from vardevei.web.together.answering import front, guard
from vardevei.web.together.answering.fields import PassOnForm, WhoForm
from vardevei.workspaces.domain import answering


@behind_a_link
def who(request: HttpRequest, token: str) -> HttpResponse:
    survey, respondent = answering.opened_by(token)
    if respondent or survey.anonymous or not survey.takes_answers:
        return redirect("survey-answer", token)
    form, caught, joined = WhoForm(request.POST or None), guard.caught(request), []
    if request.method == "POST" and form.is_valid() and not caught:
        guard.count(request)
        if form.did(lambda: joined.append(answering.join(survey, **form.cleaned_data))):
            return redirect("survey-answer-page", joined[0].key, 1)
    context = {"token": token, "form": form, "caught": caught, "trap": guard.TRAP}
    return render(request, "together/answering/who.html", front.about(survey, None) | context)


@behind_a_link
def colleague(request: HttpRequest, token: str) -> HttpResponse:
    survey, respondent = answering.opened_by(token)
    if respondent is None or respondent.answered or not survey.takes_answers:
        return redirect("survey-answer", token)
    form, told = PassOnForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        guard.count(request, guard.PASSED_ON, respondent.pk)
        if form.did(lambda: answering.pass_on(respondent, **form.cleaned_data)):
            told = _("Vi har sendt lenken til {name}.").format(name=form.cleaned_data["name"])
    context = {"token": token, "form": form, "told": told}
    return render(request, "together/answering/colleague.html", front.about(survey, respondent) | context)
