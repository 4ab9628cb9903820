"""Where allauth hands over to us: somebody has come back from a provider, or has not."""

import hmac
import logging
from typing import Any, NoReturn

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest

from vardevei.opendata.problem import Problem
from vardevei.web.account.openid import arriving
from vardevei.web.problems import page

LOG = logging.getLogger(__name__)


class Adapter(DefaultSocialAccountAdapter):
    """allauth's own sign-up and connecting are never reached."""

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> NoReturn:
        """The provider has vouched for somebody. We look whether it is an answer to our question, and take over."""
        asked = (sociallogin.state.get("data") or {}).get("nonce", "")
        if not asked or not hmac.compare_digest(asked, sociallogin.said.nonce):
            raise failed()
        levels = sociallogin.provider.app.settings.get("levels") or []
        if levels and sociallogin.said.level not in levels:
            raise Problem(
                "level-too-low",
                "The sign-in was not safe enough.",
                "The provider vouched for less than this site asks for.",
                "Sign in again, in a safer way, for instance with BankID.",
            )
        raise ImmediateHttpResponse(arriving.arrived(request, sociallogin))

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> NoReturn:
        """The kind of error is written to the log; what was sent is not."""
        LOG.warning("Sign-in by %s did not succeed: %s %s", provider.sub_id, error, type(exception).__name__)
        raise ImmediateHttpResponse(page(request, failed()))


def cancelled() -> Problem:
    return Problem(
        "provider-cancelled", "You were not signed in.", "The sign-in was cancelled.", "Try again, or use another way."
    )


def failed() -> Problem:
    return Problem(
        "provider-failed",
        "You were not signed in.",
        "The provider's answer could not be used. It may be too old, or have been opened in another window.",
        "Begin again from the sign-in page.",
    )
