"""From an address to a county's letter, for those who may write it."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from vardevei.core.models import Person
from vardevei.organisations import rules
from vardevei.organisations.models import Mailing
from vardevei.web import access


def mailing(request: HttpRequest, pk: int) -> tuple[Person, Mailing]:
    """The letter, for one who may write for its county; a visitor signs in first."""
    access.signed_in(request)
    found = get_object_or_404(Mailing.objects.select_related("county", "question", "reminds", "by"), pk=pk)
    return access.require(request, rules.WRITE_LETTERS, found.county), found
