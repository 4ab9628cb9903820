"""The frame around a person's own pages: the way from one to the next."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

# Name of the address, and the word on it. A page that does not exist yet is left out: no dead links.
TABS = [
    ("start", _("Min side")),
    ("my-municipality", _("Min kommune")),
    ("profile", _("Profil")),
    ("my-data", _("Det vi har om deg")),
    ("account", _("Konto")),
]


@dataclass(frozen=True, slots=True)
class Tab:
    text: str
    href: str
    current: bool


def page(request: HttpRequest, template: str, tab: str, context: dict[str, object], status: int = 200) -> HttpResponse:
    """A page in the person's frame. `tab` names the tab it belongs to; the template extends member/base.html."""
    return render(request, template, {"tabs": tabs(tab), **context}, status=status)


def tabs(current: str) -> list[Tab]:
    found = ((name, str(text), _address(name)) for name, text in TABS)
    return [Tab(text, href, name == current) for name, text, href in found if href]


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
