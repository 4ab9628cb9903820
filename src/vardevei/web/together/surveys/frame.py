"""The frame around a survey's pages: what it is called, how far it has come, and the way between its pages."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.web import access
from vardevei.web.together import frame
from vardevei.web.together.frame import Tab
from vardevei.workspaces import rules
from vardevei.workspaces.domain import survey_counties
from vardevei.workspaces.models import Survey

PAGES = [
    ("survey", _("Spørsmål")),
    ("survey-people", _("Hvem som blir spurt")),
    ("survey-follow", _("Hvem som har svart")),
    ("survey-results", _("Resultater")),
]


def page(
    request: HttpRequest, template: str, survey: Survey, tab: str, context: dict[str, object], here: str = ""
) -> HttpResponse:
    """A page of a survey. The template extends together/surveys/base.html; `here` is what a page under the tab is."""
    person = access.person(request)
    crumbs = list(_crumbs(survey, person, here))
    own: dict[str, object] = {
        "survey": survey,
        "pages": list(pages(survey, tab)),
        "crumbs": crumbs,
        "asks": bool(person and survey_counties.asks_for(person, survey)),
    }
    return frame.page(request, template, survey.workspace, "workspace-surveys", {**own, **context})


def pages(survey: Survey, current: str) -> Iterator[Tab]:
    """A draft has no answers to follow."""
    for name, text in PAGES[:2] if survey.draft else PAGES:
        try:
            yield Tab(str(text), reverse(name, args=[survey.pk]), name == current)
        except NoReverseMatch:
            continue


def _crumbs(survey: Survey, person: Person | None, here: str) -> Iterator[tuple[str, str]]:
    room = survey.workspace
    if not room.alone and rules.may(person, rules.CLOSE, room):
        yield room.title, reverse("workspace", args=[room.pk])
        yield str(_("Undersøkelser")), reverse("workspace-surveys", args=[room.pk])
    if room.alone:
        yield from frame.activities(person, room.owner)
    yield str(survey), reverse("survey", args=[survey.pk]) if here else ""
    if here:
        yield here, ""
