"""A form is carried out once: the second press of a button gets the result of the first."""

import hashlib

from django.core.cache import cache
from django.http import HttpRequest

from vardevei.web.tickets import NAME

MINUTES = 10


class AlreadySent(Exception):
    """The very same was sent before, from the same page."""


def claim(request: HttpRequest, key: str) -> None:
    """Raises `AlreadySent` for the second. The same page with another text in it is a new sending."""
    sent = sorted(
        (name, request.POST.getlist(name)) for name in request.POST if name not in {"csrfmiddlewaretoken", NAME}
    )
    sent += [(str(file.name), [str(file.size)]) for _field, files in request.FILES.lists() for file in files]
    name = f"form:{key}:{hashlib.sha256(repr(sent).encode()).hexdigest()[:24]}"
    request._sent = name  # type: ignore[attr-defined]
    if not cache.add(name, "", MINUTES * 60):
        raise AlreadySent(name)
    request._claimed = name  # type: ignore[attr-defined]


def done(request: HttpRequest, key: str) -> None:
    request._done = key  # type: ignore[attr-defined]
