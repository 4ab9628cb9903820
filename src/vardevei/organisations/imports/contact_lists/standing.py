"""What stands in Vardevei beside an entry: the same contact, one who may be the same, somebody known, nobody."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.organisations.domain import contacts
from vardevei.organisations.domain.contacts import Contacts, Facts
from vardevei.organisations.imports.contact_lists import people
from vardevei.organisations.imports.contact_lists.accepted import Accepted
from vardevei.organisations.imports.contact_lists.asking import Answers, beside
from vardevei.organisations.imports.contact_lists.entries import Entry
from vardevei.organisations.imports.contact_lists.plans import SKIP, Beside, Choice, Item, Kind
from vardevei.organisations.models import Role


class Standing:
    """`there` are the county's municipalities by id. As many questions to the database for 2,000 entries as for one."""

    def __init__(self, there: dict[str, Contacts], listed: list[Entry], accepted: Accepted, answers: Answers) -> None:
        self.there, self.accepted, self.answers = there, accepted, answers
        self.listed = {(one.facts.email, one.found.place.id) for one in listed if one.facts and one.found.place}
        self.known = _known(listed)
        self.held = _held(self.known.values())

    def role_of(self, item: Item) -> Role | None:
        """The contact that stands and surely is the one in the entry: same address, or same name."""
        roles, facts = self.there[item.at.pk].roles, item.told
        taken = {other.role.pk for other in self.accepted.at(item) if other.role}
        free = [role for role in roles if role.pk not in taken or (item.role and role.pk == item.role.pk)]
        by_mail = (role for role in free if facts.email and role.person.email == facts.email)
        by_name = (role for role in free if people.same_name(facts.name, role.person.name))
        return next(by_mail, None) or next(by_name, None)

    def decides(self, item: Item) -> bool:
        """What stands at the municipality: the same person, one who may be the same, or nobody."""
        role = self.role_of(item)
        if role:
            return self._compare(item, role)
        for like in self.there[item.at.pk].roles:
            if not people.alike(item.told.name, like.person.name):
                continue
            offered = [Choice("same", _("Samme person: rett opplysningene")), Choice("other", _("En annen person"))]
            stands = Beside(_("Står i Vardevei"), contacts.facts_of(like))
            answer = self.answers.ask(item, "same", _("Er dette den samme personen?"), offered, stands, beside(item))
            if answer != "other":
                return self._compare(item, like) if answer == "same" else True
        return self._known_elsewhere(item)

    def _known_elsewhere(self, item: Item) -> bool:
        item.person = self.known.get(item.told.email)
        if item.person is None:
            return False
        here = [role for role in self.held.get(item.person.pk, []) if role.organisation_id in self.there]
        found_again = self.accepted.roles()
        for role in here:
            if role.pk in found_again or (role.person.email, role.organisation_id) in self.listed:
                continue
            offered = [
                Choice("both", _("Kontakt i begge kommunene")),
                Choice("moved", _("Har byttet kommune: avslutt i {place}").format(place=role.organisation)),
            ]
            words = _("{name} er allerede kontakt i {place}.").format(name=role.person, place=role.organisation)
            answer = self.answers.ask(item, "moved", words, offered)
            item.moves = role if answer == "moved" else None
            return answer in ("", SKIP)
        item.notes.append(_("Personen finnes i Vardevei fra før."))
        self._note_changes(item, contacts.facts_about(item.person))
        item.notes += [
            _("{old} blir rettet til {new}.").format(old=old, new=new) for _n, old, new in item.changes if old
        ]
        return False

    def _compare(self, item: Item, role: Role) -> bool:
        item.role = role
        self._note_changes(item, contacts.facts_of(role))
        if "email" in {name for name, _old, _new in item.changes} and (
            why := self._address_stays(role, item.told.email)
        ):
            item.changes = [change for change in item.changes if change[0] != "email"]
            item.notes.append(why)
        item.kind = Kind.CHANGED if item.changes else Kind.UNCHANGED
        return False

    @staticmethod
    def _note_changes(item: Item, stands: Facts) -> None:
        """What the list tells otherwise; a title belongs to the role, and a new role has its own."""
        changed = contacts.differences(stands, item.told if item.role else replace(item.told, title=""))
        if "name" in changed and people.same_name(stands.name, item.told.name):
            changed.remove("name")
        item.changes = [(name, str(getattr(stands, name)), str(getattr(item.told, name))) for name in changed]

    def _address_stays(self, role: Role, mail: str) -> str:
        if mail in self.known:
            return _("{mail} tilhører en annen i Vardevei, så adressen blir ikke endret.").format(mail=mail)
        if contacts.has_account(role.person):
            return _("Personen logger inn med adressen sin, og endrer den selv. Den blir ikke endret her.")
        return ""


def _known(listed: Iterable[Entry]) -> dict[str, Person]:
    """Everybody in Vardevei who has an address that stands in the list."""
    mails = {mail for entry in listed for mail in (*entry.addresses, entry.facts.email if entry.facts else "")}
    known: dict[str, Person] = {}
    for some in _pieces(sorted(mails - {""}), 500):
        known |= {person.email: person for person in Person.objects.present().filter(email__in=some) if person.email}
    return known


def _held(known: Iterable[Person]) -> dict[int, list[Role]]:
    """What each of them is contact for today, anywhere."""
    held: dict[int, list[Role]] = {}
    for some in _pieces(sorted(person.pk for person in known), 500):
        for role in Role.objects.now().contacts().filter(person__in=some).select_related("organisation", "person"):
            held.setdefault(role.person_id, []).append(role)
    return held


def _pieces(values: list, size: int) -> Iterator[list]:
    """Databases take some hundred values in one question; 2,000 rows are four questions at most."""
    for at in range(0, len(values), size):
        yield values[at : at + size]
