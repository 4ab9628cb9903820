"""allauth's OpenID Connect, made stricter: PKCE and nonce always, one return address, and nothing kept but the key."""

from secrets import token_urlsafe
from typing import Any

from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override

from vardevei.web.account.openid import claims


class Flow(OpenIDConnectOAuth2Adapter):
    """The talk with the provider."""

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:
        """The same whatever language the reader uses: providers compare it sign by sign with what is registered."""
        return return_address(self.provider_id)


def return_address(provider: str) -> str:
    """The address that is registered at the provider."""
    with override(settings.LANGUAGE_CODE):
        path = reverse("openid_connect_callback", args=[provider])
    return f"{settings.VARDEVEI['address']}{path}"


class OpenIDConnect(OpenIDConnectProvider):
    """One configured provider."""

    pkce_enabled_default = True
    oauth2_adapter_class = Flow

    def redirect(
        self, request: HttpRequest, process: str, next_url: str | None = None, data: Any = None, **more: Any
    ) -> HttpResponse:
        """Send the browser to the provider. allauth keeps state and PKCE; the nonce is ours."""
        nonce = token_urlsafe(24)
        parameters = {**self.get_auth_params(), "nonce": nonce}
        answer: HttpResponse = super().redirect(
            request, process, next_url, data={"nonce": nonce}, auth_params=parameters, **more
        )
        return answer

    def sociallogin_from_response(self, request: HttpRequest, response: dict[str, Any]) -> Any:
        """Only what `claims` takes goes on from here; the rest of what the provider said is dropped at once."""
        said = claims.read(response.get("id_token") or {}, response.get("userinfo"))
        login = super().sociallogin_from_response(request, {"id_token": {"sub": said.subject}})
        login.said = said
        return login

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return {}


provider_classes = [OpenIDConnect]
