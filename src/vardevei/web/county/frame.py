"""The frame around a county's own pages: whose they are, and the way from one to the next."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.organisations import permission, rules
from vardevei.organisations.models import Organisation
from vardevei.projects import rules as projects
from vardevei.web import access
from vardevei.web.tabs import Tab
from vardevei.workspaces import rules as workspaces

# Name of the address (it takes the county's number), the word on it, and what one must be allowed to do to open it.
TABS = [
    ("my-county", _("Mitt fylke"), rules.SEE_OVERVIEW),
    ("county-contacts", _("Kontakter"), rules.SEE_CONTACTS),
    ("county-letters", _("Brev"), rules.WRITE_LETTERS),
    ("county-activities", _("Aktiviteter"), workspaces.BEGIN),
    ("county-participation", _("Deltakelse"), projects.RECORD),
    ("county-log", _("Logg"), rules.SEE_LOG),
]


def page(
    request: HttpRequest,
    template: str,
    county: Organisation,
    tab: str,
    context: dict[str, object],
    status: int = 200,
    here: str = "",
) -> HttpResponse:
    """A page in the county's frame. `tab` names the tab it belongs to; the template extends county/base.html.

    `here` is what a page under the tab is called in the path on top. A page with a longer path gives `crumbs` itself.
    """
    shown = list(tabs(access.signed_in(request), county, tab))
    frame = {"county": county, "tabs": shown, "crumbs": _crumbs(county, shown, here)}
    return render(request, template, {**frame, **context}, status=status)


def address(county: Organisation) -> str:
    return reverse("my-county", args=[county.number])


def tabs(person: Person, county: Organisation, current: str) -> Iterator[Tab]:
    """Only those that open for this person: a tab never leads to a refusal."""
    for name, text, act in TABS:
        if permission.may(person, act, county):
            yield Tab(str(text), reverse(name, args=[county.number]), name == current)


def _crumbs(county: Organisation, shown: list[Tab], here: str) -> list[tuple[str, str]]:
    """The county, the tab, and what lies under it; the county's own page needs none."""
    over = [(tab.text, tab.href if here else "") for tab in shown if tab.current and tab.href != address(county)]
    return [(county.name, address(county)), *over, *([(here, "")] if here else [])] if over or here else []
