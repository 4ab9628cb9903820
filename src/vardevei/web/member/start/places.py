"""The places a person has a role at, and the way to them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.organisations import rules
from vardevei.organisations.enums import Kind
from vardevei.organisations.models import Organisation, Role

# Pages under a place, by kind: name of the address (it takes the number), and the words on the link.
SHORTCUTS = {
    Kind.COUNTY: ["my-county", "county-contacts", "county-letters", "county-activities", "county-participation"],
    Kind.MUNICIPALITY: ["my-people"],
}


@dataclass(frozen=True, slots=True)
class Mine:
    """A place and what a person is there; `shortcuts` are (words, address)."""

    name: str
    roles: list[str]
    shortcuts: list[tuple[str, str]]


def mine(person: Person) -> list[Mine]:
    """One for each organisation, in the order of their numbers; roles at the site as a whole come last."""
    held: dict[Organisation | None, list[str]] = {}
    roles = Role.objects.now().filter(person=person).select_related("organisation")
    for role in roles.order_by("organisation__number", "code"):
        held.setdefault(role.organisation, []).append(role.kind.name)
    return [Mine(_name(place), names, list(_shortcuts(person, place))) for place, names in held.items()]


def _name(place: Organisation | None) -> str:
    return place.name if place else _("Hele nettstedet")


def _words(name: str) -> str:
    words = {
        "my-county": _("Oversikten over kommunene"),
        "county-contacts": _("Kontakter"),
        "county-letters": _("Brev"),
        "county-activities": _("Aktiviteter"),
        "county-participation": _("Deltakelse"),
        "my-people": _("Folk i kommunen"),
    }
    return words[name]


def _shortcuts(person: Person, place: Organisation | None) -> Iterator[tuple[str, str]]:
    if place is None:
        if rules.may(person, rules.GIVE_ROLES):
            yield _("Roller i fylkene"), reverse("staff-roles")
        return
    number = place.place.number(timezone.localdate())
    for name in SHORTCUTS[Kind(place.kind)]:
        try:
            yield _words(name), reverse(name, args=[number])
        except NoReverseMatch:
            continue
    public = "county" if place.kind == Kind.COUNTY else "municipality"
    yield _("Det alle kan se"), reverse(public, args=[number])
