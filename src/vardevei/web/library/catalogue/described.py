"""An example in the words of schema.org, so that others' machines can read it."""

from typing import Any

from django.conf import settings

from vardevei.library.domain.catalogue import Entry
from vardevei.library.enums import Model
from vardevei.opendata.places import Place
from vardevei.web.library.catalogue import telling


def described(entry: Entry) -> dict[str, Any]:
    published = entry.revision.published_at
    made = {
        "@context": "https://schema.org",
        "@type": "Article",
        "url": f"{settings.VARDEVEI['address']}{telling.address(entry.slug)}",
        "headline": entry.title,
        "abstract": entry.text("lead"),
        "inLanguage": entry.said_in("title"),
        "genre": str(Model(entry.example.model).label),
        "datePublished": published.date().isoformat() if published else None,
        "version": entry.revision.number,
        "about": [_organisation(place) for place in entry.who] + [_named(name) for name in entry.others],
        "spatialCoverage": [{"@type": "AdministrativeArea", "name": place.name()} for place in entry.where],
        "temporalCoverage": _period(entry),
        "citation": [link["address"] for link in entry.revision.links],
        "publisher": _named(settings.VARDEVEI["operator"]),
    }
    return {name: value for name, value in made.items() if value}


def _organisation(place: Place) -> dict[str, Any]:
    ended = {"dissolutionDate": place.period.end.isoformat()} if place.period.end else {}
    return {"@type": "GovernmentOrganization", "name": place.name(), "identifier": place.number(), **ended}


def _named(name: object) -> dict[str, str]:
    return {"@type": "Organization", "name": str(name)}


def _period(entry: Entry) -> str:
    """As ISO 8601 says it: "2009/2016", and ".." for what is still going on."""
    return f"{entry.since}/{entry.until or '..'}" if entry.since else ""
