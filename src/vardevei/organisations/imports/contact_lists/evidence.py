"""What else in a row tells which municipality it is for: the domain of an e-mail address, a post code, a town."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from django.utils.translation import gettext as _

from vardevei.opendata import attributes, finding, places
from vardevei.opendata.linking import normalise
from vardevei.opendata.linking.context import clues
from vardevei.opendata.units import Place


def of(domains: Iterable[str], post: Iterable[str], day: date) -> list[tuple[Place, str]]:
    """The municipalities they point to, each with why in words."""
    found = []
    for domain in domains:
        for place in of_domain(domain, day):
            found.append((place, _("e-posten er hos {domain}").format(domain=domain)))
    for text in post:
        areas = clues().post_codes.get(text) or _town(text)
        if areas:
            held = places.register().holding(areas, day, "municipality")
            found += [(place, _("postadressen er {text}").format(text=text)) for place in held[:1] if len(held) == 1]
    return found


def _town(text: str) -> frozenset[str]:
    known = clues().by_name.get(normalise.key(text), []) if text and not text.isdigit() else []
    return frozenset().union(*known)


def of_domain(domain: str, day: date) -> tuple[Place, ...]:
    """The municipalities behind "indrefosen.kommune.no", or behind the domain of one that is gone."""
    known = _domains(places.register()).get(domain)
    if known:
        return (known,)
    label = domain.removesuffix(".kommune.no").rpartition(".")[2]
    old = _joined_names(places.register()).get(label) if domain.endswith(".kommune.no") else None
    return finding.today_of(old, day) if old else ()


@lru_cache(maxsize=1)
def _domains(_edition: places.Register) -> dict[str, Place]:
    found = {}
    for place in places.all_places():
        if site := attributes.website(place):
            found[site.removeprefix("www.")] = place
    return found


@lru_cache(maxsize=1)
def _joined_names(_edition: places.Register) -> dict[str, Place]:
    """Names without spaces, as they stand in addresses; names that several places have had are left out."""
    found: dict[str, set[Place]] = {}
    for place in places.all_places():
        for name in place.names:
            found.setdefault(finding.fold(name.text).replace(" ", ""), set()).add(place)
    return {name: next(iter(held)) for name, held in found.items() if len(held) == 1}
