"""Entries of one list that are about each other: a person twice, one address at two places, two for one place.

Each step tells whether the entry is settled by it.
"""

from dataclasses import replace

from django.utils.translation import gettext as _

from vardevei.organisations.domain import contacts
from vardevei.organisations.domain.contacts import FIELDS, Facts
from vardevei.organisations.imports.contact_lists import people
from vardevei.organisations.imports.contact_lists.accepted import Accepted
from vardevei.organisations.imports.contact_lists.asking import Answers, beside, called
from vardevei.organisations.imports.contact_lists.plans import Choice, Item, Kind
from vardevei.organisations.imports.contact_lists.standing import Standing


class Rivals:
    def __init__(self, accepted: Accepted, standing: Standing, answers: Answers) -> None:
        self.accepted, self.standing, self.answers = accepted, standing, answers
        self.apart: set[tuple[str, str]] = set()  # pairs of entries that a person has said are two people

    def twins(self, item: Item) -> bool:
        """The same person twice at one municipality: said so when nothing differs, asked when something does."""
        for other in self.accepted.at(item):
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
        answer = self.answers.ask(item, "twin", _("Er dette den samme personen?"), offered, beside(other), beside(item))
        if answer == "both":
            self.apart.add((item.entry.key, other.entry.key))
        return self._between(item, other, answer)

    def _between(self, item: Item, other: Item, answer: str) -> bool:
        """Whether the entry is settled by the answer to which of two rows is used."""
        if answer == "first":
            item.kind, item.reason = Kind.DOUBLE, _("Rad {line} brukes i stedet.").format(line=other.entry.line)
        if answer == "second":
            self.accepted.withdraw(other, item)
        return answer not in ("second", "both")

    def elsewhere(self, item: Item) -> bool:
        """The same address at two municipalities of the list. One row that names both has said so itself."""
        other = self.accepted.with_address_of(item)
        if other is None or other.place == item.place:
            return False
        if other.entry.line == item.entry.line:
            return False
        item.facts = _as_first_told(item.told, other.told)
        if self.standing.role_of(item) and self.standing.role_of(other):
            return False
        offered = [
            Choice("both", _("Kontakt i begge kommunene")),
            Choice("first", _("Bare i {place} (rad {line})").format(place=other.place, line=other.entry.line)),
            Choice("second", _("Bare i {place} (rad {line})").format(place=item.place, line=item.entry.line)),
        ]
        answer = self.answers.ask(
            item, "two-places", _("Den samme adressen står ved to kommuner."), offered, beside(other), beside(item)
        )
        return self._between(item, other, answer)

    def company(self, item: Item) -> bool:
        """Two rows with different people for one municipality. Several in one cell are meant to be several."""
        for other in self.accepted.at(item):
            if other.entry.line == item.entry.line or (self.standing.role_of(item) and self.standing.role_of(other)):
                continue
            if (item.entry.key, other.entry.key) in self.apart:
                continue
            offered = [
                Choice("both", _("Kommunen har flere kontakter: bruk begge")),
                Choice("first", _("Bare {name} (rad {line})").format(name=called(other), line=other.entry.line)),
                Choice("second", _("Bare {name} (rad {line})").format(name=called(item), line=item.entry.line)),
            ]
            words = _("To rader gjelder {place}.").format(place=item.place)
            answer = self.answers.ask(item, "two-here", words, offered, beside(other), beside(item))
            return self._between(item, other, answer)
        return False


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
