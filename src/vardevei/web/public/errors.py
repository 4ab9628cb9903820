"""The pages people meet when something went wrong: what happened, why, and what to do now."""

from collections.abc import Sequence
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from vardevei.web import kept, problems, tickets

BROKEN = Path(__file__).parents[1] / "templates" / "500.html"


def _page(request: HttpRequest, status: int, what: str, why: str, todo: str, texts: Sequence[str] = ()) -> HttpResponse:
    told = {"what": what, "why": why, "todo": todo, "own_language": True, "texts": texts}
    return problems.tell(request, status, told)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(
        request,
        400,
        _("Vi forsto ikke det nettleseren spurte om"),
        _("Adressen eller skjemaet inneholder noe som ikke skal være der."),
        _("Gå tilbake og prøv på nytt, eller begynn på forsiden."),
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    act = str(exception)
    if act:
        return _page(
            request,
            403,
            _("Du har ikke tilgang til denne siden"),
            _("Det krever en rolle som gir lov til å {act}").format(act=act),
            _("Be fylkeskommunen eller den som driver nettstedet om rollen, eller logg inn som en som har den."),
        )
    return _page(
        request,
        403,
        _("Du har ikke tilgang til denne siden"),
        _("Siden er bare for dem som har fått tilgang."),
        _("Spør den som driver nettstedet, hvis du mener at du skal ha tilgang."),
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Nothing is done. The text goes back to the form it was written in; a visitor gets it on the page."""
    kept_at = kept.keep(request)
    if kept_at and request.headers.get("Accept") == "text/plain":  # a draft that saves itself, from an old page
        return HttpResponse(_("Lagret som kladd"), content_type="text/plain; charset=utf-8")
    if kept_at:
        return redirect(kept_at)
    ticket = tickets.read(request)
    texts = [text for several in ticket.texts(request.POST).values() for text in several] if ticket else []
    return _page(
        request,
        403,
        _("Skjemaet var for gammelt til å sendes inn"),
        _("Vi kunne ikke kontrollere at skjemaet kom fra denne siden. Ingenting er endret."),
        _("Last siden på nytt, og send skjemaet en gang til. Nettleseren må godta informasjonskapsler."),
        texts=[text for text in texts if text.strip()],
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(
        request,
        404,
        _("Vi fant ikke siden"),
        _("Siden kan være flyttet, eller det kan være en skrivefeil i adressen."),
        _("Søk etter kommunen eller fylket, eller begynn på forsiden."),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """A fixed file in three languages, without database or menu: what failed may be just what those need."""
    return HttpResponse(BROKEN.read_text(), status=500)
