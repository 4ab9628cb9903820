"""The pages people meet when something went wrong: what happened, why, and what to do now."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

BROKEN = Path(__file__).parents[1] / "templates" / "500.html"


def _page(request: HttpRequest, status: int, what: str, why: str, todo: str) -> HttpResponse:
    sentences = {"what": what, "why": why, "todo": todo, "own_language": True}
    return render(request, "error.html", {"status": status, **sentences}, status=status)


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
    return _page(
        request,
        403,
        _("Skjemaet var for gammelt til å sendes inn"),
        _("Vi kunne ikke kontrollere at skjemaet kom fra denne siden. Ingenting er endret."),
        _("Last siden på nytt, og send skjemaet en gang til. Nettleseren må godta informasjonskapsler."),
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
