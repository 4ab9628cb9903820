"""What a link to a survey shows first: who asks, why, how long it takes, who sees the answers; and last: thanks."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from vardevei.web.behind_a_link import behind_a_link
from vardevei.web.numbers import day
from vardevei.web.together.answering import words
from vardevei.workspaces.domain import answering, responses
from vardevei.workspaces.models import Respondent, Response, Survey, SurveyQuestion

SAVED = "lagret"


@behind_a_link
def page(request: HttpRequest, token: str) -> HttpResponse:
    """Looking answers nothing: mail programs open links by themselves."""
    survey, respondent = answering.opened_by(token)
    if respondent and respondent.answered:
        return redirect("survey-answer-thanks", token)
    context = about(survey, respondent) | {"token": token, "saved": SAVED in request.GET}
    return render(request, "together/answering/front.html", context)


@behind_a_link
def thanks(request: HttpRequest, token: str) -> HttpResponse:
    survey, respondent = answering.opened_by(token)
    if respondent and not respondent.answered:
        return redirect("survey-answer", token)
    context = about(survey, respondent) | {"token": token, "next": _also_asked(respondent)}
    if respondent and not survey.anonymous:
        context["answers"] = list(words.told(questions_of(survey), responses.answers_of(responses.of(respondent))))
    return render(request, "together/answering/thanks.html", context)


def about(survey: Survey, respondent: Respondent | None) -> dict[str, object]:
    """What stands on every page of a survey."""
    response = responses.of(respondent) if respondent and not survey.anonymous else None
    others = responses.handed_in_by_others(respondent) if respondent else []
    return {
        "survey": survey,
        "intro": survey.said("intro"),
        "thanks": survey.said("thanks"),
        "respondent": respondent,
        "open": survey.takes_answers,
        "begun": response is not None,
        "others": [_by(one) for one in others],
        "takes": words.takes(len(questions_of(survey))),
        "facts": _facts(survey),
    }


def questions_of(survey: Survey) -> list[SurveyQuestion]:
    """In the order they are asked."""
    return [question for page in survey.pages.prefetch_related("questions") for question in page.questions.all()]


def _facts(survey: Survey) -> list[tuple[str, str]]:
    owner = survey.workspace.owner.body
    councils = [owner, *(one.county.body for one in survey.counties.select_related("county"))]
    told = [(_("Hvem spør"), owner), (_("Hvor lang tid det tar"), words.takes(len(questions_of(survey))))]
    if survey.deadline:
        told.append((_("Frist"), _("Til og med {day}").format(day=day(survey.deadline))))
    if survey.anonymous:
        return [*told, (_("Hvem som ser svarene"), _anonymous_seen(councils)), _kept_anonymous()]
    return [*told, (_("Hvem som ser svarene"), _named_seen(councils)), _kept_named()]


def _anonymous_seen(councils: list[str]) -> str:
    return _(
        "Svarene er anonyme. Når undersøkelsen er avsluttet, ser {councils} hvor mange som har svart hva, og tekstene. "
        "Det som færre enn fem har svart, blir ikke vist. Ingen kan se hvem som svarte hva."
    ).format(councils=get_text_list(councils, _("og")))


def _named_seen(councils: list[str]) -> str:
    if len(councils) == 1:
        seen = _("Svarene er ikke anonyme. De som arbeider med dette i {council}, ser hva du svarer, og for hvem.")
        return seen.format(council=councils[0])
    return _(
        "Svarene er ikke anonyme. {councils} er med. Hvert fylke ser hva som er svart fra sine egne kommuner, og av "
        "hvem. Av de andre ser det bare summer."
    ).format(councils=get_text_list(councils, _("og")))


def _kept_anonymous() -> tuple[str, str]:
    kept = _(
        "Sammen med svaret tar vi bare vare på fylket, ikke navn, tidspunkt eller kommune. Har du fått en egen lenke, "
        "noterer vi bare at det er svart. Skriv ikke navn eller annet som kan kjennes igjen i svarene."
    )
    return _("Personopplysninger"), kept


def _kept_named() -> tuple[str, str]:
    kept = _(
        "Navnet ditt og det du skriver med egne ord, slettes fem år etter at du skrev det. Det som kan telles, blir "
        "stående uten navnet ditt. Du kan be om å bli slettet før."
    )
    return _("Personopplysninger"), kept


def _by(response: Response) -> str:
    person = response.respondent.person if response.respondent else None
    when = day(response.submitted_at.date()) if response.submitted_at else ""
    said = _("{name} har svart for {place} {day}.")
    return said.format(name=person or _("En kollega"), place=response.organisation, day=when)


def _also_asked(respondent: Respondent | None) -> list[tuple[str, str]]:
    """The same person answers for more than one municipality: the next one."""
    if respondent is None or respondent.person is None:
        return []
    rest = Respondent.objects.filter(survey=respondent.survey, person=respondent.person, answered=False)
    return [
        (str(one.organisation), reverse("survey-answer", args=[one.key]))
        for one in rest.select_related("organisation")
        if one.organisation
    ]
