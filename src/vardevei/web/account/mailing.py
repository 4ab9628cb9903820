"""Asking for a link: the same for an address we know and one we do not."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language

from vardevei.core.domain import sign_in_links
from vardevei.core.models import Person
from vardevei.web import limits

SENT_TO = "link_sent_to"


def send_link(request: HttpRequest, email: str, *, next: str = "") -> HttpResponse:
    """Count, write the letter, and tell where it was sent."""
    limits.count_here(request, limits.LINKS_HERE)
    limits.count(limits.LINKS_TO, email)
    sign_in_links.send(email, form=_form(), next=next)
    request.session[SENT_TO] = email
    return redirect("link-sent")


def send_to_new_address(request: HttpRequest, person: Person, email: str) -> None:
    """The same for an address that shall take the place of another."""
    limits.count(limits.LINKS_TO, email)
    sign_in_links.send_to_new_address(person, email, form=_form())


def _form() -> str:
    return get_language() or settings.LANGUAGE_CODE
