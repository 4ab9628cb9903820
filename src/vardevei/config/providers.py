"""Who else may vouch for people: OpenID Connect providers, from the JSON file that a setting names. None by default.

docs/sign-in.md has a whole file for each kind.
"""

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from vardevei.opendata.problem import Problem

LOOPBACK = {"localhost", "127.0.0.1", "::1"}
NEEDED = ("id", "name", "issuer", "client_id", "secret_from")
KNOWN = {*NEEDED, "kind", "scopes", "parameters", "levels", "hosts", "userinfo"}


@dataclass(frozen=True, slots=True)
class Kind:
    """What a provider of this kind wants to hear. `hosts` are those it sends the browser through on the way."""

    scopes: tuple[str, ...] = ("openid", "profile", "email")
    parameters: dict[str, str] = field(default_factory=dict)
    levels: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    userinfo: bool = True


KINDS = {
    "generic": Kind(),
    "id-porten": Kind(
        scopes=("openid",),
        parameters={"acr_values": "idporten-loa-substantial"},
        levels=("idporten-loa-substantial", "idporten-loa-high"),
        hosts=("https://login.idporten.no",),
        userinfo=False,
    ),
    "ansattporten": Kind(
        scopes=("openid",),
        parameters={"acr_values": "substantial"},
        levels=("substantial", "high"),
        hosts=("https://login.ansattporten.no", "https://login.idporten.no"),
        userinfo=False,
    ),
    "feide": Kind(scopes=("openid", "userinfo-name", "email"), hosts=("https://idp.feide.no",)),
    "entra-id": Kind(userinfo=False),
}


@dataclass(frozen=True, slots=True)
class Provider:
    """One provider, ready to be used."""

    id: str
    name: str
    issuer: str
    client_id: str
    secret: str
    kind: str
    scopes: tuple[str, ...]
    parameters: dict[str, str]
    levels: tuple[str, ...]
    hosts: tuple[str, ...]
    userinfo: bool

    def app(self) -> dict[str, object]:
        """The same in allauth's words."""
        return {
            "provider_id": self.id,
            "name": self.name,
            "client_id": self.client_id,
            "secret": self.secret,
            "settings": {
                "server_url": self.issuer,
                "scope": list(self.scopes),
                "auth_params": self.parameters,
                "oauth_pkce_enabled": True,
                "fetch_userinfo": self.userinfo,
                "levels": list(self.levels),
            },
        }


def read(file: str) -> list[Provider]:
    """The providers of the file; none when no file is named. Anything amiss is told at once, before the site starts."""
    if not file:
        return []
    try:
        rows = json.loads(Path(file).read_text())
    except (OSError, ValueError) as error:
        raise _wrong(f"{file} cannot be read: {error}.") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _wrong(f"{file} must hold a list of providers.")
    providers = [_provider(row) for row in rows]
    if len({one.id for one in providers}) < len(providers):
        raise _wrong(f"{file} has two providers with the same id.")
    return providers


def _provider(row: dict) -> Provider:
    if missing := [name for name in NEEDED if not row.get(name)]:
        raise _wrong(f"A provider lacks {', '.join(missing)}.")
    if unknown := sorted(set(row) - KNOWN):
        raise _wrong(f"{row['id']}: unknown {', '.join(unknown)}.")
    kind = KINDS.get(row.get("kind", "generic"))
    if kind is None:
        raise _wrong(f"{row['id']}: the kind must be one of {', '.join(KINDS)}.")
    if not row["id"].replace("-", "").isalnum():
        raise _wrong(f"{row['id']}: the id is part of an address: letters, digits and - only.")
    return Provider(
        id=row["id"],
        name=row["name"],
        issuer=_address(row["id"], row["issuer"].rstrip("/")),
        client_id=row["client_id"],
        secret=_secret(row),
        kind=row.get("kind", "generic"),
        scopes=tuple(row.get("scopes", kind.scopes)),
        parameters={**kind.parameters, **row.get("parameters", {})},
        levels=tuple(row.get("levels", kind.levels)),
        hosts=(_origin(row["issuer"]), *kind.hosts, *row.get("hosts", [])),
        userinfo=row.get("userinfo", kind.userinfo),
    )


def _address(name: str, issuer: str) -> str:
    parts = urlsplit(issuer)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK):
        return issuer
    raise _wrong(f"{name}: the issuer must begin with https://.")


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _secret(row: dict) -> str:
    """From the environment, so that the file can lie among other settings."""
    if secret := os.environ.get(row["secret_from"], ""):
        return secret
    raise _wrong(f"{row['id']}: the environment variable {row['secret_from']} is empty.")


def _wrong(what: str) -> Problem:
    return Problem(
        "sign-in-settings",
        what,
        "VARDEVEI_SIGN_IN names the file with those who may vouch for people.",
        "Put it right as docs/sign-in.md shows, or leave VARDEVEI_SIGN_IN empty.",
    )
