"""The list beside what stands: new, changed, unchanged, doubtful, not usable; and what stands but is not in the list.

Nothing is written here. A question that a person has answered keeps its answer; one entry is asked one thing at a time.
"""

from collections.abc import Iterator
from dataclasses import replace

from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.opendata import places
from vardevei.organisations.domain import contacts
from vardevei.organisations.domain.contacts import FIELDS, Contacts, Facts
from vardevei.organisations.imports.contact_lists import people
from vardevei.organisations.imports.contact_lists.entries import entries, with_address
from vardevei.organisations.imports.contact_lists.plans import SKIP, Beside, Choice, Item, Kind, Missing, Plan, Question
from vardevei.organisations.imports.contact_lists.recognising import Recogniser
from vardevei.organisations.models import ContactList, Organisation, Role


def plan(of: ContactList) -> Plan:
    """What putting the list in would do now. As many questions to the database for 2,000 rows as for one."""
    return Comparison(of).plan()


class Comparison:
    def __init__(self, of: ContactList) -> None:
        self.list, self.answers = of, of.decisions
        self.there: dict[str, Contacts] = {str(one.organisation.pk): one for one in contacts.of_county(of.county)}
        recogniser = Recogniser(places.by_id(of.county_id), timezone.localdate())
        self.entries = list(entries(of, recogniser))
        self.listed = {
            (entry.facts.email, entry.found.place.id) for entry in self.entries if entry.facts and entry.found.place
        }
        self.known = self._people()
        self.accepted: dict[str, list[Item]] = {}
        self.by_mail: dict[str, Item] = {}
        self.apart: set[tuple[str, str]] = set()  # pairs of entries that a person has said are two people

    def _people(self) -> dict[str, Person]:
        """Everybody in Vardevei who has an address that stands in the list."""
        mails = {
            mail for entry in self.entries for mail in (*entry.addresses, entry.facts.email if entry.facts else "")
        }
        known: dict[str | None, Person] = {}
        for some in _pieces(sorted(mails - {""}), 500):
            known |= {person.email: person for person in Person.objects.present().filter(email__in=some)}
        held: dict[int, list[Role]] = {}
        for some in _pieces(sorted(person.pk for person in known.values()), 500):
            for role in Role.objects.now().contacts().filter(person__in=some).select_related("organisation", "person"):
                held.setdefault(role.person_id, []).append(role)
        self.held = held
        return {mail: person for mail, person in known.items() if mail}

    def plan(self) -> Plan:
        items = []
        for entry in self.entries:
            item = Item(entry, reason=entry.found.reason, notes=list(entry.notes))
            items.append(item)
            self._decide(item)
        matched = {item.role.pk for item in items if item.role} | {item.moves.pk for item in items if item.moves}
        missing = [
            Missing(role, self.answers.get(f"role:{role.pk}") == "end")
            for one in self.there.values()
            for role in one.roles
            if role.pk not in matched
        ]
        return Plan(items, missing, self._vacant(missing), len({entry.line for entry in self.entries}))

    def _vacant(self, missing: list[Missing]) -> list[Organisation]:
        """The municipalities that would have no contact afterwards."""
        filled = {place for place, items in self.accepted.items() if items}
        filled |= {str(one.role.organisation_id) for one in missing if not one.ends}
        return [one.organisation for place, one in self.there.items() if place not in filled]

    def _decide(self, item: Item) -> None:
        """Step by step; the first that settles what becomes of the entry is the last."""
        steps = (
            self._usable,
            self._placed,
            self._addressed,
            self._twins,
            self._elsewhere_in_list,
            self._company,
            self._stands,
        )
        if any(step(item) for step in steps):
            return
        self._accept(item)

    def _accept(self, item: Item) -> None:
        self.accepted.setdefault(item.at.pk, []).append(item)
        if item.told.email:
            self.by_mail.setdefault(item.told.email, item)

    def _ask(self, item: Item, about: str, words: str, choices: list[Choice], *beside: Beside) -> str:
        """The answer; "" when there is none yet, and then the entry is doubtful."""
        key = f"{item.entry.key}:{about}"
        offered = (*choices, Choice(SKIP, _("Bruk ikke denne raden")))
        answer = self.answers.get(key, "")
        answer = answer if answer in {choice.value for choice in offered} else ""
        item.questions.append(Question(key, words, offered, answer, beside))
        if not answer:
            item.kind = Kind.DOUBTFUL
        if answer == SKIP:
            item.kind, item.reason = Kind.SKIPPED, _("Du har valgt å ikke bruke raden.")
        return answer

    def _usable(self, item: Item) -> bool:
        if not item.entry.trouble:
            return False
        item.kind, item.reason = Kind.REJECTED, item.entry.trouble
        return True

    def _placed(self, item: Item) -> bool:
        found, answer = item.entry.found, ""
        if found.candidates:
            offered = [
                Choice(one.id, one.name(), _("nummer {number}").format(number=one.number())) for one in found.candidates
            ]
            answer = self._ask(
                item, "place", _("Hvilken kommune er det? {reason}").format(reason=found.reason), offered
            )
            if answer in ("", SKIP):
                return True
        place = self.there.get(answer or (found.place.id if found.place else ""))
        if place is None:
            item.kind = Kind.REJECTED
            return True
        item.place, item.facts = place.organisation, item.entry.facts
        if item.facts is None:
            item.kind = Kind.VACANT
        return item.facts is None

    def _addressed(self, item: Item) -> bool:
        if not item.entry.addresses:
            return False
        offered = [Choice(mail, mail) for mail in item.entry.addresses]
        answer = self._ask(item, "address", _("Raden har flere e-postadresser. Hvilken skal brevene gå til?"), offered)
        if answer in ("", SKIP):
            return True
        item.facts = with_address(item.entry, answer).facts
        return False

    def _twins(self, item: Item) -> bool:
        """The same person twice at one municipality: said so when nothing differs, asked when something does."""
        for other in self.accepted.get(item.at.pk, []):
            mine, theirs = item.told, other.told
            same_mail = bool(mine.email) and mine.email == theirs.email
            if not same_mail and not people.alike(mine.name, theirs.name):
                continue
            if _agree(mine, theirs):
                item.kind, item.reason = Kind.DOUBLE, _("Samme person som i rad {line}.").format(line=other.entry.line)
                _fill(other, mine)
                return True
            return self._same_or_not(item, other, one_person=same_mail)
        return False

    def _same_or_not(self, item: Item, other: Item, *, one_person: bool) -> bool:
        offered = [
            Choice("first", _("Samme person: bruk rad {line}").format(line=other.entry.line)),
            Choice("second", _("Samme person: bruk rad {line}").format(line=item.entry.line)),
        ]
        if not one_person:
            offered.append(Choice("both", _("To forskjellige personer: bruk begge")))
        answer = self._ask(item, "twin", _("Er dette den samme personen?"), offered, _beside(other), _beside(item))
        if answer == "both":
            self.apart.add((item.entry.key, other.entry.key))
        return self._between(item, other, answer)

    def _between(self, item: Item, other: Item, answer: str) -> bool:
        """Whether the entry is settled by the answer to which of two rows is used."""
        if answer == "first":
            item.kind, item.reason = Kind.DOUBLE, _("Rad {line} brukes i stedet.").format(line=other.entry.line)
        if answer == "second":
            self._withdraw(other, item)
        return answer not in ("second", "both")

    def _withdraw(self, other: Item, instead: Item) -> None:
        self.accepted[other.at.pk].remove(other)
        if self.by_mail.get(other.told.email) is other:
            del self.by_mail[other.told.email]
        other.kind, other.changes, other.moves = Kind.DOUBLE, [], None
        other.reason, other.role = _("Rad {line} brukes i stedet.").format(line=instead.entry.line), None

    def _elsewhere_in_list(self, item: Item) -> bool:
        """The same address at two municipalities of the list. One row that names both has said so itself."""
        other = self.by_mail.get(item.told.email) if item.told.email else None
        if other is None or other.place == item.place:
            return False
        if other.entry.line == item.entry.line:
            return False
        item.facts = _as_first_told(item.told, other.told)
        if self._role_of(item) and self._role_of(other):
            return False
        offered = [
            Choice("both", _("Kontakt i begge kommunene")),
            Choice("first", _("Bare i {place} (rad {line})").format(place=other.place, line=other.entry.line)),
            Choice("second", _("Bare i {place} (rad {line})").format(place=item.place, line=item.entry.line)),
        ]
        answer = self._ask(
            item, "two-places", _("Den samme adressen står ved to kommuner."), offered, _beside(other), _beside(item)
        )
        return self._between(item, other, answer)

    def _company(self, item: Item) -> bool:
        """Two rows with different people for one municipality. Several in one cell are meant to be several."""
        for other in self.accepted.get(item.at.pk, []):
            if other.entry.line == item.entry.line or (self._role_of(item) and self._role_of(other)):
                continue
            if (item.entry.key, other.entry.key) in self.apart:
                continue
            offered = [
                Choice("both", _("Kommunen har flere kontakter: bruk begge")),
                Choice("first", _("Bare {name} (rad {line})").format(name=_called(other), line=other.entry.line)),
                Choice("second", _("Bare {name} (rad {line})").format(name=_called(item), line=item.entry.line)),
            ]
            words = _("To rader gjelder {place}.").format(place=item.place)
            answer = self._ask(item, "two-here", words, offered, _beside(other), _beside(item))
            return self._between(item, other, answer)
        return False

    def _role_of(self, item: Item) -> Role | None:
        """The contact that stands and surely is the one in the entry: same address, or same name."""
        roles, facts = self.there[item.at.pk].roles, item.told
        taken = {other.role.pk for other in self.accepted.get(item.at.pk, []) if other.role}
        free = [role for role in roles if role.pk not in taken or (item.role and role.pk == item.role.pk)]
        by_mail = (role for role in free if facts.email and role.person.email == facts.email)
        by_name = (role for role in free if people.same_name(facts.name, role.person.name))
        return next(by_mail, None) or next(by_name, None)

    def _stands(self, item: Item) -> bool:
        """What stands at the municipality: the same person, one who may be the same, or nobody."""
        role = self._role_of(item)
        if role:
            return self._compare(item, role)
        for like in self.there[item.at.pk].roles:
            if not people.alike(item.told.name, like.person.name):
                continue
            offered = [Choice("same", _("Samme person: rett opplysningene")), Choice("other", _("En annen person"))]
            stands = Beside(_("Står i Vardevei"), contacts.facts_of(like))
            answer = self._ask(item, "same", _("Er dette den samme personen?"), offered, stands, _beside(item))
            if answer != "other":
                return self._compare(item, like) if answer == "same" else True
        return self._known_elsewhere(item)

    def _known_elsewhere(self, item: Item) -> bool:
        item.person = self.known.get(item.told.email)
        if item.person is None:
            return False
        here = [role for role in self.held.get(item.person.pk, []) if role.organisation_id in self.there]
        listed = {other.role.pk for items in self.accepted.values() for other in items if other.role}
        for role in here:
            if role.pk in listed or (role.person.email, role.organisation_id) in self.listed:
                continue
            offered = [
                Choice("both", _("Kontakt i begge kommunene")),
                Choice("moved", _("Har byttet kommune: avslutt i {place}").format(place=role.organisation)),
            ]
            words = _("{name} er allerede kontakt i {place}.").format(name=role.person, place=role.organisation)
            answer = self._ask(item, "moved", words, offered)
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


def _agree(one: Facts, other: Facts) -> bool:
    """Nothing that both tell differs; a name turned round is the same name."""
    differ = [name for name in FIELDS if getattr(one, name) and getattr(other, name)]
    differ = [name for name in differ if getattr(one, name) != getattr(other, name)]
    return not differ or (differ == ["name"] and people.same_name(one.name, other.name))


def _as_first_told(mine: Facts, first: Facts) -> Facts:
    """One person with two rows is called what the first says; else the rows would change each other for ever."""
    return replace(mine, name=first.name or mine.name, phone=first.phone or mine.phone, form=first.form or mine.form)


def _fill(item: Item, more: Facts) -> None:
    """What the double tells and the first did not."""
    told = {name: getattr(item.told, name) or getattr(more, name) for name in FIELDS}
    item.facts = Facts(**told, since=item.told.since or more.since)
    stands = contacts.facts_of(item.role) if item.role else contacts.facts_about(item.person) if item.person else None
    if stands is None:
        return
    done = {name for name, _old, _new in item.changes}
    more_changed = [name for name in contacts.differences(stands, item.told) if name in ("phone", "title", "form")]
    item.changes += [(name, str(getattr(stands, name)), told[name]) for name in more_changed if name not in done]
    if item.role:
        item.kind = Kind.CHANGED if item.changes else Kind.UNCHANGED


def _beside(item: Item) -> Beside:
    title = _("Rad {line}: {place}").format(line=item.entry.line, place=item.place)
    return Beside(title, item.told)


def _called(item: Item) -> str:
    return item.told.name or item.told.email


def _pieces(values: list, size: int) -> Iterator[list]:
    """Databases take some hundred values in one question; 2,000 rows are four questions at most."""
    for at in range(0, len(values), size):
        yield values[at : at + size]
