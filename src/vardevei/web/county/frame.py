"""The frame around a county's own pages: whose they are, and the way from one to the next."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from vardevei.organisations.models import Organisation

# Name of the address (it takes the county's number), and the word on it.
TABS = [
    ("my-county", _("Mitt fylke")),
    ("county-contacts", _("Kontakter")),
    ("county-letters", _("Brev")),
    ("county-participation", _("Deltakelse")),
    ("county-log", _("Logg")),
]


@dataclass(frozen=True, slots=True)
class Tab:
    text: str
    href: str
    current: bool


def page(
    request: HttpRequest, template: str, county: Organisation, tab: str, context: dict[str, object], status: int = 200
) -> HttpResponse:
    """A page in the county's frame. `tab` names the tab it belongs to; the template extends county/base.html."""
    frame = {"county": county, "tabs": tabs(county, tab)}
    return render(request, template, {**frame, **context}, status=status)


def tabs(county: Organisation, current: str) -> list[Tab]:
    found = ((name, str(text), _address(name, county)) for name, text in TABS)
    return [Tab(text, href, name == current) for name, text, href in found if href]


def _address(name: str, county: Organisation) -> str:
    try:
        return reverse(name, args=[county.number])
    except NoReverseMatch:
        return ""
