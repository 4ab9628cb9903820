"""A real OpenID Connect provider on loopback, and the letters that sign-in sends."""

import os
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from oidc_provider_mock import User, run_server_in_thread

from vardevei.config import providers

PID = "23079421936"  # a number made for tests, as the provider's own documentation shows it
KARI = User(
    sub="NR8vTTPrM3T7rWf8dXxeWLZpxEMsug4E7pxqJuh9wIM=",
    claims={"pid": PID, "fnr": PID, "name": "Kari Nes", "email": "kari.nes@eksempel.no", "email_verified": False},
)
NAMELESS = User(
    sub="uten-adresse", claims={"pid": PID, "authorization_details": [{"reportees": [{"ID": "0192:944305483"}]}]}
)
NUMBERED = User(sub=PID, claims={})


@pytest.fixture(autouse=True)
def _quick_hashes(settings) -> None:
    """Good hashing takes a third of a second, and these tests do it a hundred times."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@dataclass(frozen=True, slots=True)
class Set:
    """The provider as the site is told of it."""

    issuer: str


@pytest.fixture(scope="session")
def oidc() -> Iterator[Set]:
    with run_server_in_thread(user_claims=[KARI, NAMELESS, NUMBERED]) as server:
        yield Set(f"http://localhost:{server.server_port}")


@pytest.fixture
def provider(oidc: Set, settings, tmp_path) -> providers.Provider:
    """The site lets the provider vouch for people."""
    os.environ["PROVIDER_SECRET"] = "hemmelig"
    file = tmp_path / "providers.json"
    file.write_text(
        f'[{{"id": "prove", "name": "Prøveinnlogging", "issuer": "{oidc.issuer}", "client_id": "vardevei", '
        '"secret_from": "PROVIDER_SECRET"}]'
    )
    use(settings, providers.read(str(file)))
    return settings.PROVIDERS[0]


def use(settings, chosen: list[providers.Provider]) -> None:
    """What config/settings.py makes of the file."""
    settings.PROVIDERS = chosen
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            **settings.SOCIALACCOUNT_PROVIDERS["openid_connect"],
            "APPS": [one.app() for one in chosen],
        }
    }
    policy = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    hosts = [host for one in chosen for host in one.hosts]
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": {**policy, "form-action": ["'self'", *hosts]}}
