"""What a form that was opened knows of itself. It goes along in a hidden field, signed, so nobody can change it."""

import secrets
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from django.core import signing
from django.http import HttpRequest

from vardevei.core.domain.drafts import DAYS, Begun, Texts

NAME = "_form"
SALT = "vardevei.web.tickets"


@dataclass(frozen=True, slots=True)
class Ticket:
    """`names` are the fields that are kept in a draft; `person` is who opened it, None for a visitor."""

    code: str
    about: str = ""
    person: int | None = None
    names: tuple[str, ...] = ()
    title: str = ""
    address: str = ""
    version: int | None = None
    base: dict[str, str] = field(default_factory=dict)
    after: str = ""
    seen: str = ""
    key: str = field(default_factory=lambda: secrets.token_urlsafe(12))

    def signed(self) -> str:
        return signing.dumps(asdict(self), salt=SALT, compress=True)

    def begun(self) -> Begun:
        return Begun(**{each.name: getattr(self, each.name) for each in fields(Begun)})

    def texts(self, data: Any) -> Texts:
        """Of all that was sent, what a draft may hold. NAME_pick and the like belong to NAME."""
        kept = {key: data.getlist(key) for key in data if _plain(key, self.names)}
        return {key: [str(value) for value in values] for key, values in kept.items()}


def _plain(key: str, names: tuple[str, ...]) -> bool:
    return any(key == name or key.startswith((f"{name}_", f"{name}-")) for name in names)


def read(request: HttpRequest) -> Ticket | None:
    """The ticket of the form that was sent; None when there is none, or when it is false or too old."""
    try:
        kept = signing.loads(request.POST.get(NAME, ""), salt=SALT, max_age=DAYS * 24 * 60 * 60)
        return Ticket(**{**kept, "names": tuple(kept["names"])})
    except (signing.BadSignature, TypeError):
        return None
