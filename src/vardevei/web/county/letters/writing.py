"""Choosing whom to write to, and writing."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.opendata import places
from vardevei.organisations import rules
from vardevei.organisations.domain import mailing_texts, mailings
from vardevei.organisations.domain import receivers as receiving
from vardevei.organisations.models import Mailing, Organisation
from vardevei.web import access
from vardevei.web.county import frame
from vardevei.web.county.letters.access import mailing as mailing_of
from vardevei.web.county.letters.forms import LetterForm
from vardevei.web.county.letters.reach import Reach


def receivers(request: HttpRequest, number: str) -> HttpResponse:
    """Every municipality with its contact, to tick; the next page is the letter."""
    person, county = access.county(request, number, rules.WRITE_LETTERS)
    chosen = set(_chosen(request, county))
    reach = Reach(receiving.receivers(mailings.begin(county, by=person)))
    context: dict[str, object] = {
        "places": [(*one, one[0].pk in chosen) for one in reach.by_place()],
        "action": reverse("county-letter-new", args=[number]),
        "code": request.GET.get("mal", ""),
    }
    return frame.page(
        request, "county/letters/receivers.html", county, "county-letters", context, here=_("Velg kommuner")
    )


def new(request: HttpRequest, number: str) -> HttpResponse:
    """?kommune=5054&kommune=5001 for some; none for all. ?mal=contact-confirm for a built-in letter."""
    person, county = access.county(request, number, rules.WRITE_LETTERS)
    code = request.GET.get("mal", "")
    mailing = mailings.begin(
        county, by=person, chosen=_chosen(request, county), code=code if code in mailing_texts.BUILT_IN else ""
    )
    return _write(request, mailing, about=f"county-letter:{county.pk}:{code}")


def change(request: HttpRequest, pk: int) -> HttpResponse:
    _person, mailing = mailing_of(request, pk)
    if mailing.sent_at:
        return redirect("county-letter", pk=pk)
    return _write(request, mailing, about=mailing)


def _write(request: HttpRequest, mailing: Mailing, about: object) -> HttpResponse:
    person = access.signed_in(request)
    reach = Reach(receiving.receivers(mailing))
    form = LetterForm.of(request, about=about, mailing=mailing, languages=reach.languages())
    if form.accepted():
        mailing_texts.write(mailing, form.words(), by=person)
        form.done()
        return redirect("county-letter", pk=mailing.pk)
    context: dict[str, object] = {
        "form": form,
        "reach": reach,
        "mailing": mailing,
        "choose": _choose_address(request, mailing),
        "cancel": _back(mailing),
    }
    return frame.page(
        request, "county/letters/write.html", mailing.county, "county-letters", context, here=_("Skriv brev")
    )


def _chosen(request: HttpRequest, county: Organisation) -> Iterable[str]:
    """Ids of the municipalities that the address names by number, of those that lie in the county."""
    today = timezone.localdate()
    named = (places.by_number(number, on=today) for number in request.GET.getlist("kommune"))
    here = set(receiving.ids_of(county))
    return [place.id for place in named if place and place.id in here]


def _choose_address(request: HttpRequest, mailing: Mailing) -> str:
    """The way to other receivers, while nothing is written yet."""
    if mailing.pk:
        return ""
    address = reverse("county-letter-receivers", args=[mailing.county.number])
    return f"{address}?{request.GET.urlencode()}" if request.GET else address


def _back(mailing: Mailing) -> str:
    if mailing.pk:
        return reverse("county-letter", args=[mailing.pk])
    return reverse("county-letters", args=[mailing.county.number])
