"""The start page of a person: what waits for her, before anything else."""

from django.http import HttpRequest, HttpResponse

from vardevei.core.domain import drafts
from vardevei.organisations.enums import JoinState
from vardevei.organisations.models import JoinRequest
from vardevei.web import access
from vardevei.web.context import address_of
from vardevei.web.member import frame
from vardevei.web.member.start import places, waiting


def start(request: HttpRequest) -> HttpResponse:
    who = access.signed_in(request)
    found = waiting.for_person(who)
    context: dict[str, object] = {
        "count": len(found),
        "groups": waiting.grouped(found),
        "drafts": drafts.of(who),
        "places": places.mine(who),
        "asked": JoinRequest.objects.filter(person=who, state=JoinState.ASKED).select_related("organisation").first(),
        "join_address": address_of("join"),
    }
    return frame.page(request, "member/start.html", "start", context)
