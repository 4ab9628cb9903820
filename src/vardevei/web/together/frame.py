"""The frame around a workspace's pages: which one it is, and the way from one tool to the next."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.organisations import permission
from vardevei.organisations.models import Organisation
from vardevei.web import access
from vardevei.web.tabs import Tab
from vardevei.workspaces import rules
from vardevei.workspaces.models import Workspace

# Name of the address (it takes the workspace's key), the word on it, and what one must be allowed to do to open it.
TABS = [
    ("workspace", _("Oversikt"), rules.SEE),
    ("workspace-members", _("Hvem er med"), rules.SEE_PEOPLE),
    ("workspace-calendar", _("Arrangementer"), rules.SEE),
    ("workspace-meetings", _("Møter"), rules.SEE),
    ("workspace-surveys", _("Undersøkelser"), rules.RUN),
    ("workspace-followups", _("Oppfølginger"), rules.SEE_PEOPLE),
    ("workspace-files", _("Filer"), rules.SEE),
    ("workspace-discussion", _("Samtale"), rules.SEE_PEOPLE),
    ("workspace-settings", _("Innstillinger"), rules.CLOSE),
]


def page(
    request: HttpRequest,
    template: str,
    workspace: Workspace,
    tab: str,
    context: dict[str, object],
    status: int = 200,
    here: str = "",
) -> HttpResponse:
    """A page in the workspace's frame. `tab` names the tab it belongs to; the template extends together/base.html.

    `here` is what a page under the tab is called in the path on top. A page with a longer path gives `crumbs` itself.
    """
    person = access.person(request)
    shown = list(tabs(person, workspace, tab))
    crumbs = _crumbs(person, workspace, shown, here)
    frame = {"workspace": workspace, "tabs": shown, "crumbs": crumbs, "runs": rules.may(person, rules.RUN, workspace)}
    return render(request, template, {**frame, **context}, status=status)


def tabs(person: Person | None, workspace: Workspace, current: str) -> Iterator[Tab]:
    """Only those that open for this person: a tab never leads to a refusal. An event on its own has no tabs."""
    if workspace.alone:
        return
    for name, text, act in TABS:
        try:
            address = reverse(name, args=[workspace.pk])
        except NoReverseMatch:  # a tool that this site does not have
            continue
        if rules.may(person, act, workspace):
            yield Tab(str(text), address, name == current)


def activities(person: Person | None, county: Organisation) -> list[tuple[str, str]]:
    """The way to what goes on in the county, for those who work there: what is made alone lies under it."""
    if not permission.may(person, rules.BEGIN, county.pk):
        return []
    county_page, all_of_it = (reverse(name, args=[county.number]) for name in ("county", "county-activities"))
    return [(county.name, county_page), (gettext("Aktiviteter"), all_of_it)]


def _crumbs(person: Person | None, workspace: Workspace, shown: list[Tab], here: str) -> list[tuple[str, str]]:
    """The workspace, the tab, and what lies under it."""
    if workspace.alone:
        over = activities(person, workspace.owner)
        return [*over, (here or workspace.title, "")] if over else []
    over = [(tab.text, tab.href if here else "") for tab in shown if tab.current and tab is not shown[0]]
    below = [*over, *([(here, "")] if here else [])]
    return [(workspace.title, reverse("workspace", args=[workspace.pk])), *below] if below else []
