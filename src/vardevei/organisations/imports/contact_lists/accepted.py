"""The entries of the list that will be used, as far as they are decided: what the later ones are held against."""

from django.utils.translation import gettext as _

from vardevei.organisations.imports.contact_lists.plans import Item, Kind


class Accepted:
    def __init__(self) -> None:
        self._by_place: dict[str, list[Item]] = {}
        self._by_mail: dict[str, Item] = {}

    def add(self, item: Item) -> None:
        self._by_place.setdefault(item.at.pk, []).append(item)
        if item.told.email:
            self._by_mail.setdefault(item.told.email, item)

    def at(self, item: Item) -> list[Item]:
        """Those of the same municipality."""
        return self._by_place.get(item.at.pk, [])

    def with_address_of(self, item: Item) -> Item | None:
        return self._by_mail.get(item.told.email) if item.told.email else None

    def places(self) -> set[str]:
        return {place for place, items in self._by_place.items() if items}

    def roles(self) -> set[int]:
        """Keys of the contacts that stand and were found again in the list."""
        return {item.role.pk for items in self._by_place.values() for item in items if item.role}

    def withdraw(self, other: Item, instead: Item) -> None:
        """Another row is used in its stead."""
        self._by_place[other.at.pk].remove(other)
        if self._by_mail.get(other.told.email) is other:
            del self._by_mail[other.told.email]
        other.kind, other.changes, other.moves = Kind.DOUBLE, [], None
        other.reason, other.role = _("Rad {line} brukes i stedet.").format(line=instead.entry.line), None
