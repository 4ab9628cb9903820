"""Who follows whom, on the page of a municipality or a county."""

from django import template

from vardevei.library.domain import adoption_letters, adoptions_at
from vardevei.library.enums import AdoptionState
from vardevei.library.models import Adoption
from vardevei.opendata.places import Place
from vardevei.web import numbers
from vardevei.web.library.adoptions import chain
from vardevei.web.library.strategies import words
from vardevei.web.tables import Link

register = template.Library()


@register.inclusion_tag("library/adoptions/at_place.html")
def followed_at(place: Place) -> dict[str, object]:
    """Nothing at all where nobody follows anybody."""
    found = adoptions_at.at(place)
    return {
        "county": place.kind == "county",
        "following": [_line(one) for one in found.following],
        "followed": [_line(one) for one in found.followed],
    }


def _line(one: Adoption) -> tuple[str, str, str]:
    """Who, which example, and how far they have come."""
    title = Link(adoption_letters.title_of(one.example, words.form()), chain.address(one.example))
    return one.organisation.body, title, f"{AdoptionState(one.state).label} {numbers.day(one.on)}"
