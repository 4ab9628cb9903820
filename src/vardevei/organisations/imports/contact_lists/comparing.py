"""The list beside what stands: new, changed, unchanged, doubtful, not usable; and what stands but is not in the list.

Nothing is written here. A question that a person has answered keeps its answer; one entry is asked one thing at a time.
"""

from django.utils import timezone
from django.utils.translation import gettext as _

from vardevei.opendata import places
from vardevei.organisations.domain import contacts
from vardevei.organisations.domain.contacts import Contacts
from vardevei.organisations.imports.contact_lists.accepted import Accepted
from vardevei.organisations.imports.contact_lists.asking import Answers
from vardevei.organisations.imports.contact_lists.entries import entries, with_address
from vardevei.organisations.imports.contact_lists.plans import SKIP, Choice, Item, Kind, Missing, Plan
from vardevei.organisations.imports.contact_lists.recognising import Recogniser
from vardevei.organisations.imports.contact_lists.rivals import Rivals
from vardevei.organisations.imports.contact_lists.standing import Standing
from vardevei.organisations.models import ContactList, Organisation


def plan(of: ContactList) -> Plan:
    """What putting the list in would do now. As many questions to the database for 2,000 rows as for one."""
    return Comparison(of).plan()


class Comparison:
    def __init__(self, of: ContactList) -> None:
        self.there: dict[str, Contacts] = {str(one.organisation.pk): one for one in contacts.of_county(of.county)}
        self.entries = list(entries(of, Recogniser(places.by_id(of.county_id), timezone.localdate())))
        self.answers, self.accepted = Answers(of.decisions), Accepted()
        self.standing = Standing(self.there, self.entries, self.accepted, self.answers)
        self.rivals = Rivals(self.accepted, self.standing, self.answers)

    def plan(self) -> Plan:
        items = []
        for entry in self.entries:
            item = Item(entry, reason=entry.found.reason, notes=list(entry.notes))
            items.append(item)
            self._decide(item)
        matched = {item.role.pk for item in items if item.role} | {item.moves.pk for item in items if item.moves}
        missing = [
            Missing(role, self.answers.given.get(f"role:{role.pk}") == "end")
            for one in self.there.values()
            for role in one.roles
            if role.pk not in matched
        ]
        return Plan(items, missing, self._vacant(missing), len({entry.line for entry in self.entries}))

    def _vacant(self, missing: list[Missing]) -> list[Organisation]:
        """The municipalities that would have no contact afterwards."""
        filled = self.accepted.places()
        filled |= {str(one.role.organisation_id) for one in missing if not one.ends}
        return [one.organisation for place, one in self.there.items() if place not in filled]

    def _decide(self, item: Item) -> None:
        """Step by step; the first that settles what becomes of the entry is the last."""
        steps = (
            self._usable,
            self._placed,
            self._addressed,
            self.rivals.twins,
            self.rivals.elsewhere,
            self.rivals.company,
            self.standing.decides,
        )
        if not any(step(item) for step in steps):
            self.accepted.add(item)

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
            answer = self.answers.ask(
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
        answer = self.answers.ask(
            item, "address", _("Raden har flere e-postadresser. Hvilken skal brevene gå til?"), offered
        )
        if answer in ("", SKIP):
            return True
        item.facts = with_address(item.entry, answer).facts
        return False
