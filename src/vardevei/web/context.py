"""What the frame around every page needs to know: the menu, the languages, who runs the site. No database."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import made_up
from vardevei.web import access

# Name of the address, and the word in the menu. A room that has no page yet is left out: no dead links.
MENU = [
    ("figures", _("Deltakelse")),
    ("programmes", _("Programmer")),
    ("examples", _("Eksempler")),
    ("municipalities", _("Kommuner")),
    ("counties", _("Fylker")),
    ("events", _("Arrangementer")),
]


@dataclass(frozen=True, slots=True)
class Language:
    code: str
    name: str
    path: str
    current: bool

    @property
    def address(self) -> str:
        return f"{settings.VARDEVEI['address']}{self.path}"


@dataclass(frozen=True, slots=True)
class MenuItem:
    text: str
    href: str
    current: bool


def address_of(name: str) -> str:
    """The address of a page, or nothing when that page does not exist yet."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def menu(path: str) -> list[MenuItem]:
    places = [(str(text), address_of(name)) for name, text in MENU]
    return [MenuItem(text, href, path.startswith(href)) for text, href in places if href]


def languages(full_path: str) -> list[Language]:
    """This very page in each language: only the prefix differs, so errors and searches keep their address too."""
    bare, now = without_prefix(full_path), get_language()
    return [
        Language(code, name, bare if code == settings.LANGUAGE_CODE else f"/{code}{bare}", code == now)
        for code, name in settings.LANGUAGES
    ]


def without_prefix(path: str) -> str:
    for code, _name in settings.LANGUAGES:
        if path.startswith(f"/{code}/"):
            return path[len(code) + 1 :]
    return path


def shell(request: HttpRequest) -> dict[str, object]:
    choices = languages(request.get_full_path())
    return {
        "menu": menu(request.path),
        "languages": choices,
        "language": next((choice for choice in choices if choice.current), choices[0]),
        "person": (who := access.person(request)),
        "demo": who is not None and made_up.present(),
        "my_address": address_of("start"),
        "sign_in_address": address_of("account_login"),
        "account_address": address_of("account"),
        "sign_out_address": address_of("sign-out"),
        "search_address": address_of("search"),
        "search_all_address": address_of("search-all"),
        "sources_address": address_of("sources"),
        "operator": settings.VARDEVEI["operator"],
        "contact": settings.VARDEVEI["contact"],
    }
