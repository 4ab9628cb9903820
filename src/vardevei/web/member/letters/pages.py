"""One letter as it was sent, for whoever got it or wrote it, and for the county it concerns."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from vardevei.core.domain import messages
from vardevei.core.models import Letter, Person
from vardevei.organisations import permission, rules
from vardevei.web import access
from vardevei.web.member import frame


def one(request: HttpRequest, pk: int) -> HttpResponse:
    person = access.signed_in(request)
    letter = get_object_or_404(Letter.objects.select_related("to", "by"), pk=pk)
    if not _may_read(person, letter):
        raise PermissionDenied(_("lese brev til andre."))
    mine = letter.to_id == person.pk
    body = messages.paragraphs(letter.body if mine else _without_secrets(letter), keys=mine)
    return frame.page(request, "member/letter.html", "start", {"letter": letter, "body": body, "mine": mine})


def _may_read(person: Person, letter: Letter) -> bool:
    if person.pk in (letter.to_id, letter.by_id):
        return True
    return bool(letter.place) and permission.may(person, rules.SEE_OVERVIEW, letter.place)


def _without_secrets(letter: Letter) -> str:
    """What opens something is for the receiver alone, also before it is sent."""
    body = letter.body
    for word in letter.secrets:
        body = body.replace(word, "…")
    return body
