"""A municipality's contacts: who is one now, since when a municipality has none, and what is done with them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from vardevei.core.domain import log, people, versioned
from vardevei.core.models import Person
from vardevei.core.waiting import Waiting
from vardevei.opendata import places
from vardevei.opendata.problem import Problem
from vardevei.organisations import permission, rules
from vardevei.organisations.domain import roles
from vardevei.organisations.models import ContactList, Organisation, Role
from vardevei.organisations.roles import CONTACT

FIELDS = {
    "name": _("navn"),
    "email": _("e-post"),
    "phone": _("telefon"),
    "title": _("tittel"),
    "form": _("målform"),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a contact. Empty: not known, and then what stands is kept."""

    name: str = ""
    email: str = ""
    phone: str = ""
    title: str = ""
    form: str = ""
    since: date | None = None


@dataclass(slots=True)
class Contacts:
    """A municipality with its contacts of today. `vacant_since` is the day after the last one, when it had one."""

    organisation: Organisation
    roles: list[Role] = field(default_factory=list)
    vacant_since: date | None = None

    @property
    def vacant(self) -> bool:
        return not self.roles


def municipalities_of(county: Organisation, day: date | None = None) -> list[str]:
    """Ids of the county's municipalities of today, in the order of their numbers."""
    today = day or timezone.localdate()
    return [place.id for place in places.on(today) if places.county_of(place, today).id == county.pk]


def of_county(county: Organisation) -> list[Contacts]:
    """Every municipality of the county, in the order of numbers, with its contacts. Two questions to the database."""
    ids = municipalities_of(county)
    found = {one.pk: Contacts(one) for one in Organisation.objects.filter(pk__in=ids).order_by("number")}
    today = timezone.localdate()
    for role in Role.objects.contacts().filter(organisation__in=ids).select_related("person").order_by("start", "pk"):
        there = found[str(role.organisation_id)]
        if role.is_open(today):
            there.roles.append(role)
        elif role.end and role.end < today:
            there.vacant_since = max(there.vacant_since or role.end, role.end + timedelta(days=1))
    return list(found.values())


@transaction.atomic
def add(at: Organisation, facts: Facts, *, by: Person | None) -> Role:
    """Make somebody a contact. Whoever has the address already is the same person; only what is empty is filled in."""
    allowed(by, at)
    if not facts.name and not facts.email:
        raise Problem("contact-nameless", "A contact must have a name or an e-mail address.", "", "Write one of them.")
    person = people.find_or_make(facts.email, facts.name)
    empty = [name for name in ("phone", "form") if getattr(facts, name) and not getattr(person, name)]
    for name in empty:
        setattr(person, name, getattr(facts, name))
    if empty:
        versioned.save(person, empty)
    return roles.give(CONTACT, to=person, at=at, by=by, title=facts.title, since=facts.since)


@transaction.atomic
def change(role: Role, facts: Facts, *, by: Person | None) -> list[str]:
    """Write what differs from what stands, on the person and the role; the names of the fields that were changed.

    Errors: the address is another person's ("contact-address-taken"), or the way in to an account ("-kept").
    """
    allowed(by, role.organisation)
    changed = differences(facts_of(role), facts)
    if "email" in changed:
        _check_address(role.person, facts.email)
    _put(role, facts, changed, by)
    return changed


@transaction.atomic
def correct(role: Role, facts: Facts, *, by: Person | None) -> None:
    """What somebody wrote on the contact's own form, where an emptied field is empty; and by that it is confirmed."""
    change(role, facts, by=by)
    stands = facts_of(role)
    emptied = [name for name in FIELDS if not getattr(facts, name) and getattr(stands, name)]
    if "email" in emptied:
        _check_address(role.person, "")
    _put(role, facts, emptied, by)
    role.confirmed_on = timezone.localdate()
    role.save(update_fields=["confirmed_on"])


def _put(role: Role, facts: Facts, names: list[str], by: Person | None) -> None:
    """These fields of the facts, on the person and the role; refused when somebody has saved the person meanwhile."""
    if not names:
        return
    for name in names:
        setattr(role if name == "title" else role.person, name, getattr(facts, name))
    own = [name for name in names if name != "title"]
    if "email" in own:
        role.person.clean()
        role.person.bounced_at, role.person.bounce_reason = None, ""
        own += ["bounced_at", "bounce_reason"]
    versioned.save(role.person, own)
    role.save(update_fields=["title"])
    _write(role, names, by)


def differences(stands: Facts, facts: Facts) -> list[str]:
    """The fields that are told and are otherwise than what stands."""
    told = [name for name in FIELDS if getattr(facts, name)]
    return [name for name in told if not _same(name, getattr(facts, name), getattr(stands, name))]


def _same(name: str, told: str, stands: str) -> bool:
    """Spaces in a telephone number, and +47 before it, make no other number."""
    if name == "phone" and _digits(told):
        return _digits(told) == _digits(stands)
    return told == stands


def _digits(phone: str) -> str:
    bare = re.sub(r"[^\d+]", "", phone)
    return re.sub(r"^(\+|00)47(?=\d{8}$)", "", bare)


def facts_of(role: Role) -> Facts:
    """What stands of a contact, with the title of this role."""
    return replace(facts_about(role.person), title=role.title, since=role.start)


def facts_about(person: Person) -> Facts:
    """What stands of a person, whatever the roles."""
    return Facts(person.name, person.email or "", person.phone, form=person.form)


@transaction.atomic
def end(role: Role, *, by: Person | None, why: str, on: date | None = None) -> Role:
    """The person is no longer a contact. The past is kept: who it was, until when, and why it ended."""
    allowed(by, role.organisation)
    if not why.strip():
        raise Problem(
            "contact-end-why",
            "Say why the contact ends.",
            "The next adviser will wonder.",
            "Write a few words, such as 'new job'.",
        )
    return roles.end(role, by=by, why=why, on=on)


def has_account(person: Person) -> bool:
    """Whether the address is somebody's way in: then only the person changes it."""
    return person.last_login is not None or person.has_usable_password()


def allowed(by: Person | None, at: Organisation | None) -> None:
    """`by` is None at the terminal, where whoever runs the machine may do all."""
    if by is not None:
        permission.must(by, rules.EDIT_CONTACTS, at)


def _check_address(person: Person, email: str) -> None:
    if email and Person.objects.filter(email=email).exclude(pk=person.pk).exists():
        raise Problem(
            "contact-address-taken",
            f"{email} belongs to somebody else in Vardevei.",
            "Two people cannot have one address.",
            "Use another address, or end this contact and add the other person.",
            email=email,
        )
    if has_account(person):
        raise Problem(
            "contact-address-kept",
            "The person signs in with this address.",
            "Whoever changes it could sign in as somebody else.",
            "Ask the person to change it under My page.",
        )


def _write(role: Role, changed: Iterable[str], by: Person | None) -> None:
    for name in changed:
        log.write(
            "contact-changed",
            _("Endret for {who}: {field}."),
            by=by,
            about=role,
            place=role.organisation_id or "",
            who=role.person,
            field=FIELDS[name],
        )


def waiting_for(person: Person) -> Iterator[Waiting]:
    """Municipalities without a contact, addresses that letters came back from, and lists that are not finished, in the
    person's own county."""
    for county in permission.own_counties(person, rules.IMPORT_CONTACTS):
        there = of_county(county)
        vacant = [one for one in there if one.vacant]
        if len(vacant) == len(there):
            said = str(_("Legg inn kontaktene i {county}. Ingen kommuner har en ennå.")).format(county=county)
            yield Waiting("contacts-none", said, county.number, county.pk)
            vacant = []
        bounced = sum(role.person.bounced_at is not None for one in there for role in one.roles)
        if vacant:
            said = ngettext(
                "{n} kommune i {county} er uten kontakt.", "{n} kommuner i {county} er uten kontakt.", len(vacant)
            )
            since = min((one.vacant_since for one in vacant if one.vacant_since), default=None)
            yield Waiting("contacts-vacant", said.format(n=len(vacant), county=county), county.number, county.pk, since)
        if bounced:
            said = ngettext("Brev til {n} kontakt kom i retur.", "Brev til {n} kontakter kom i retur.", bounced)
            yield Waiting("contacts-bounced", said.format(n=bounced), county.number, county.pk)
        for one in ContactList.objects.unfinished().filter(county=county):
            said = str(_("Listen «{name}» er ikke lagt inn ennå.")).format(name=one)
            yield Waiting("contact-lists", said, county.number, county.pk, since=timezone.localdate(one.made_at))
