"""The tabs over a person's own pages, from whichever part of the site they come."""

from collections.abc import Iterator
from datetime import date

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.opendata import places
from vardevei.organisations.permission import held_by
from vardevei.web.tabs import Tab

# Name of the address, and the word on it. A page that does not exist is left out: no dead links.
BEFORE = [("start", _("Min side")), ("workspaces", _("Arbeidsrom"))]
AFTER = [("profile", _("Profil")), ("my-data", _("Det vi har om deg")), ("account", _("Konto"))]
MOST = 3  # municipalities that get a tab of their own; all are on the start page


def tabs(person: Person, current: str, path: str) -> list[Tab]:
    """`current` names the tab a page belongs to; "my-people" with the path tells which of the municipalities."""
    today = timezone.localdate()
    named = [(name, str(text), _address(name)) for name, text in BEFORE]
    named += [("my-people", name, _address("my-people", number)) for name, number in _municipalities(person, today)]
    named += [(name, str(text), _address(name)) for name, text in AFTER]
    return [Tab(text, href, _is_current(name, href, current, path)) for name, text, href in named if href]


def _is_current(name: str, href: str, current: str, path: str) -> bool:
    return name == current and (name != "my-people" or path.startswith(href))


def _municipalities(person: Person, today: date) -> Iterator[tuple[str, str]]:
    ids = dict.fromkeys(held.organisation for held in held_by(person) if held.organisation)
    found = [place for place in map(places.by_id, ids) if place.kind == "municipality" and place.exists(today)]
    yield from [(place.name(), place.number(today)) for place in found][:MOST]


def _address(name: str, *args: str) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
