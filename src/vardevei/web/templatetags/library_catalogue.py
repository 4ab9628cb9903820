"""Examples on pages that are about something else: those of a place, and those that are like another."""

from django import template
from django.utils.translation import get_language

from vardevei.library.domain import adoptions, catalogue, catalogue_similar
from vardevei.library.domain.catalogue import Entry
from vardevei.library.models import Example
from vardevei.opendata.places import Place
from vardevei.web.library.catalogue import telling
from vardevei.web.library.catalogue.telling import Line

register = template.Library()
SHOWN = 5


@register.inclusion_tag("library/catalogue/at_place.html")
def examples_at(place: Place) -> dict[str, object]:
    """Nothing at all where there is none."""
    found = catalogue.at(place, get_language() or "nb")
    field = "fylke" if place.kind == "county" else "kommune"
    more = f"{field}={place.number()}" if len(found) > SHOWN else ""
    return {"lines": _lines(found[:SHOWN]), "more": more, "total": len(found), "place": place}


@register.inclusion_tag("library/catalogue/similar.html")
def similar_examples(example: Example) -> dict[str, object]:
    """Each with the reason it is here; nothing where none is alike."""
    form = get_language() or "nb"
    one = catalogue.entry_of(example, form)
    found = catalogue_similar.similar(one, catalogue.entries(form)) if one else []
    return {"lines": [telling.line(like.entry, telling.likeness(like)) for like in found]}


def _lines(found: list[Entry]) -> list[Line]:
    followers = adoptions.counts(one.example for one in found)
    return [telling.line(one, followers=followers.get(one.example.pk, 0)) for one in found]
