"""A request that one has sent in, by the link from a letter: no account is needed. Opening it does nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vardevei.guide.domain import partner_keys, partner_requests
from vardevei.web.guide.partners import one as pages
from vardevei.web.guide.partners import words


def thanks(request: HttpRequest) -> HttpResponse:
    """Said to a visitor; the rest stands in the letter, which only the one who has the address can read."""
    return render(request, "guide/partners/thanks.html", {"crumbs": pages.crumbs((_("Sendt"), ""))})


def page(request: HttpRequest, token: str) -> HttpResponse:
    one = partner_keys.find(token)
    context = {"one": one, "token": token, "facts": words.facts(one), "until": words.until(one)}
    return render(request, "guide/partners/mine.html", {**context, "crumbs": pages.crumbs((one.title, ""))})


@require_POST
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    partner_requests.confirm(partner_keys.find(token))
    return redirect("partner-request-mine", token)
