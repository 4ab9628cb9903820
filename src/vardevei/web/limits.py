"""How often somebody may try: counted for each network address and each account, in the cache all processes share."""

import time
from dataclasses import dataclass
from hashlib import sha256
from math import ceil

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

from vardevei.core.domain import accounts
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem


@dataclass(frozen=True, slots=True)
class Limit:
    """`tries` within `minutes`; each try counts until it is that old."""

    name: str
    tries: int
    minutes: int


# An office behind one address must get in; a machine that tries passwords must not.
LINKS_HERE = Limit("links-here", 40, 60)
LINKS_TO = Limit("links-to", 5, 30)
PRESSES_HERE = Limit("presses-here", 60, 15)
PASSWORDS_HERE = Limit("passwords-here", 40, 15)
PASSWORDS_OF = Limit("passwords-of", 8, 15)
CODES_OF = Limit("codes-of", 6, 15)
PROVIDERS_HERE = Limit("providers-here", 60, 15)
CHANGES_OF = Limit("changes-of", 10, 60)


def count_here(request: HttpRequest, limit: Limit) -> None:
    """One more try from this network address; a Problem when that is too many."""
    count(limit, address_of(request))


def count(limit: Limit, key: object) -> None:
    """One more try. Each takes a place of its own in the cache, so that two at once cannot take the same."""
    name = sha256(str(key).strip().lower().encode()).hexdigest()
    places = [f"tries:{limit.name}:{name}:{number}" for number in range(limit.tries)]
    taken, now = cache.get_many(places), time.time()
    until = now + limit.minutes * 60
    if not any(cache.add(place, until, limit.minutes * 60) for place in places if place not in taken):
        _refuse(limit, ceil((min(taken.values(), default=until) - now) / 60), key)


def forgive(limit: Limit, key: object) -> None:
    """The last try was the right one: it does not count. Earlier ones do, so that one's own account hides nothing."""
    name = sha256(str(key).strip().lower().encode()).hexdigest()
    places = cache.get_many([f"tries:{limit.name}:{name}:{number}" for number in range(limit.tries)])
    if places:
        cache.delete(max(places, key=lambda place: places[place]))


def address_of(request: HttpRequest) -> str:
    return str(get_adapter().get_client_ip(request))


def _refuse(limit: Limit, minutes: int, key: object) -> None:
    """The account's owner finds it in the log, once for each time it was closed."""
    wait = max(1, minutes)
    who = Person.objects.filter(email=str(key).strip().lower()).first() if "@" in str(key) else None
    if who and cache.add(f"told:{limit.name}:{who.pk}", 1, wait * 60):
        accounts.locked_out(who, wait)
    raise Problem(
        "too-many-tries",
        f"Too many tries. Wait {wait} minutes.",
        "We stop after some tries, so that nobody can guess the way in.",
        "Try again later, or use another way to sign in.",
        minutes=wait,
    )
