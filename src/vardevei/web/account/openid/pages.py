"""Out to the provider, back again, and the page for those who come the first time."""

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import check_for_language, get_language, gettext_lazy, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from requests import RequestException

from vardevei.opendata.problem import Problem
from vardevei.web import access, limits
from vardevei.web.account import entering, mailing
from vardevei.web.account.fields import Fields, email_field
from vardevei.web.account.openid import arriving
from vardevei.web.account.openid.adapter import cancelled, failed
from vardevei.web.account.openid.provider import Flow
from vardevei.web.problems import page

LANGUAGE = "language_at_provider"


class Address(Fields):
    email = email_field(gettext_lazy("E-postadresse"), gettext_lazy("Adressen du bruker i jobben."))


@never_cache
@require_POST
def start(request: HttpRequest, provider: str) -> HttpResponse:
    """Send the browser to the provider: to sign in or, for somebody signed in, to connect it to the account."""
    limits.count_here(request, limits.PROVIDERS_HERE)
    process = "connect" if request.POST.get("connect") else "login"
    if process == "connect":
        access.lately(request)
    request.session[LANGUAGE] = get_language()
    try:
        chosen = get_adapter().get_provider(request, provider)
        return chosen.redirect(request, process, entering.safe(request.POST.get("next")))
    except SocialApp.DoesNotExist as error:
        raise Http404(provider) from error
    except (RequestException, KeyError, ValueError) as error:
        raise Problem(
            "provider-down",
            "We cannot reach the provider.",
            "It does not answer, or its address is wrong in the settings.",
            "Try again in a while, or use another way to sign in.",
        ) from error


@never_cache
@require_GET
def back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """The provider sends the browser here. The address has no language; the reader gets back her own."""
    limits.count_here(request, limits.PROVIDERS_HERE)
    if provider_id not in {one.id for one in settings.PROVIDERS}:
        raise Http404(provider_id)
    language = request.session.get(LANGUAGE, "")
    with override(language if check_for_language(language) else get_language()):
        if request.GET.get("error") == "access_denied":
            return page(request, cancelled())
        try:
            answer: HttpResponse = OAuth2CallbackView.adapter_view(Flow(request, provider_id))(request)
        except (KeyError, ValueError):
            answer = page(request, failed())
        except Problem as problem:
            answer = page(request, problem)
    return answer


@never_cache
def first_time(request: HttpRequest) -> HttpResponse:
    """The provider knows the person and we do not: an address is asked for, and proved by a link."""
    vouched = arriving.waiting(request)
    if vouched is None:
        return redirect("account_login")
    if done := arriving.connected_now(request, vouched):
        return done
    form = Address(request.POST or None, initial={"email": vouched.email})
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        arriving.ask(request, vouched, email)
        return mailing.send_link(request, email, next=vouched.next)
    return render(request, "account/vouched_for.html", {"form": form, "vouched": vouched})
