"""What is done with a county's letter by a press: send it, try it, remind, throw it away."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from vardevei.organisations.domain import mailings, receivers
from vardevei.web.county.letters.access import mailing as mailing_of


@require_POST
def send(request: HttpRequest, pk: int) -> HttpResponse:
    person, mailing = mailing_of(request, pk)
    mailings.send(mailing, by=person)
    return redirect("county-letter", pk=pk)


@require_POST
def test(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter that is shown, sent to whoever is signed in."""
    person, mailing = mailing_of(request, pk)
    reached = receivers.reached(mailing)
    shown = next((one for one in reached if one.code == request.POST.get("til")), reached[0] if reached else None)
    if shown is None:
        return redirect("county-letter", pk=pk)
    mailings.try_on_myself(mailing, shown, by=person)
    return redirect(f"{reverse('county-letter', args=[pk])}?{urlencode({'til': shown.code, 'prove': 'sendt'})}")


@require_POST
def remind(request: HttpRequest, pk: int) -> HttpResponse:
    person, mailing = mailing_of(request, pk)
    return redirect("county-letter", pk=mailings.remind(mailing, by=person).pk)


@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    person, mailing = mailing_of(request, pk)
    mailings.discard(mailing, by=person)
    return redirect("county-letters", number=mailing.county.number)
