"""Who is in it: staff of the county, and a contact in most of its municipalities. All names are made up."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from vardevei.core.domain import people
from vardevei.core.domain.made_up import DOMAIN
from vardevei.core.models import Person
from vardevei.organisations import roles as kinds
from vardevei.organisations.domain import contacts, roles
from vardevei.organisations.models import Organisation, Role
from vardevei.organisations.roles import RoleKind

FIRST = (
    "Kari",
    "Ola",
    "Ingrid",
    "Per",
    "Anne",
    "Lars",
    "Marit",
    "Jon",
    "Sunniva",
    "Erik",
    "Liv",
    "Nils",
    "Åse",
    "Tor",
    "Randi",
    "Odd",
    "Gro",
    "Arne",
    "Turid",
    "Knut",
)
LAST = (
    "Nes",
    "Vik",
    "Dal",
    "Lie",
    "Moen",
    "Bakken",
    "Haugen",
    "Berg",
    "Strand",
    "Lund",
    "Aas",
    "Hagen",
    "Sæther",
    "Eide",
    "Solberg",
    "Myhre",
    "Foss",
    "Rønning",
)
TITLES = ("rådgiver næring", "kultursjef", "plansjef", "utviklingsleder", "rådgiver oppvekst", "kommunalsjef")
EVERY_VACANT, EVERY_BOUNCED, EVERY_UNKNOWN = 7, 11, 9  # every so many: had a contact, letter came back, never had one


@dataclass(slots=True)
class Cast:
    """The staff, and the contacts of today in the order of their municipalities."""

    adviser: Person
    editor: Person
    contacts: list[Role]


def enter(county: Organisation) -> Cast:
    """Everybody with the roles they have."""
    adviser = _staff("Ragnhild Rådgiver", kinds.ADVISER, county)
    editor = _staff("Even Redaktør", kinds.EDITOR, county)
    _staff("Birgit Beslutter", kinds.DECISION_MAKER, county)
    for number, municipality in enumerate(_municipalities(county)):
        if number % EVERY_UNKNOWN != EVERY_UNKNOWN - 1:
            _contact(number, municipality, adviser)
    places = contacts.municipalities_of(county)
    now = Role.objects.now().contacts().filter(organisation__in=places).select_related("person", "organisation")
    return Cast(adviser, editor, list(now.order_by("organisation__number")))


def to_sign_in_as(county: Organisation) -> list[Person]:
    """One adviser of the county, and one contact of a municipality."""
    here = Role.objects.now().filter(person__made_up=True)
    adviser = here.get(code=kinds.ADVISER.code, organisation=county)
    places = contacts.municipalities_of(county)
    contact = here.filter(code=kinds.CONTACT.code, organisation__in=places).order_by("organisation__number").first()
    return [adviser.person, *([contact.person] if contact else [])]


def _municipalities(county: Organisation) -> list[Organisation]:
    return list(Organisation.objects.filter(pk__in=contacts.municipalities_of(county)).order_by("number"))


def _staff(name: str, kind: RoleKind, county: Organisation) -> Person:
    person = _person(name, str(kind.code), county.number)
    roles.give(kind, to=person, at=county, by=None, since=_days_ago(900))
    return person


def _contact(number: int, at: Organisation, adviser: Person) -> None:
    name = f"{FIRST[number % len(FIRST)]} {LAST[(number * 7) % len(LAST)]}"
    person = _person(name, "kontakt", at.number)
    title = TITLES[number % len(TITLES)]
    role = roles.give(kinds.CONTACT, to=person, at=at, by=adviser, title=title, since=_days_ago(300 + 13 * number))
    if number % EVERY_VACANT == EVERY_VACANT - 1:
        contacts.end(role, by=adviser, why="Har sluttet i kommunen.", on=_days_ago(20 + number))
    elif number % EVERY_BOUNCED == EVERY_BOUNCED - 1:
        person.bounced_at, person.bounce_reason = timezone.now(), "550 5.1.1 Ukjent mottaker"
        person.save(update_fields=["bounced_at", "bounce_reason"])


def _person(name: str, what: str, where: str) -> Person:
    return people.find_or_make(f"{what}.{where}@{DOMAIN}", f"{name} (eksempel)")


def _days_ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)
