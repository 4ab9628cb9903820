"""A form keeps what is written in it, and a person throws a draft away."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vardevei.core.domain import drafts
from vardevei.web import access, tickets
from vardevei.web.numbers import clock


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep the form as it is now. Only its owner's own browser may: the ticket says who opened it."""
    person, ticket = access.person(request), tickets.read(request)
    if person is None:
        return _line(
            _("Du er logget ut. Teksten ligger i nettleseren. Logg inn i en ny fane og skriv videre her."), 401
        )
    if ticket is None or ticket.person != person.pk:
        return _line(_("Ikke lagret: skjemaet er for gammelt, eller åpnet av en annen."), 403)
    begun = replace(ticket.begun(), title=ticket.title or request.POST.get("_title", ""))
    drafts.save(begun, ticket.texts(request.POST), by=person)
    at = clock(timezone.now())
    return _line(_("Lagret som kladd {time}").format(time=at))


def _line(text: str, status: int = 200) -> HttpResponse:
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")


@require_POST
def discard(request: HttpRequest, key: str) -> HttpResponse:
    """Throw it away; back to where the reader was, on this site only."""
    address = drafts.discard(key, by=access.signed_in(request))
    return redirect(address if address and request.POST.get("to") == "form" else "start")
