"""The county's contacts as rows: in the columns of its own list with what has changed since, or in ours."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vardevei.core.enums import LanguageForm
from vardevei.opendata import finding
from vardevei.opendata.sources import cells as checks
from vardevei.opendata.sources.cells import Unreadable
from vardevei.organisations.domain import contacts, language
from vardevei.organisations.domain.contacts import Contacts
from vardevei.organisations.imports.contact_lists import people
from vardevei.organisations.models import CountyColumns, ListedRow, Organisation, Role

AND = " og "
Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Taken:
    """The header (empty when the list had none) and the rows under it."""

    header: list[str]
    rows: Rows


def columns_of(county: Organisation) -> CountyColumns | None:
    """The columns that the county put in last; None when it never has."""
    return CountyColumns.objects.filter(county=county).first()


def ours(county: Organisation) -> Taken:
    """Every municipality in our own columns; one without a contact has a row that says since when."""
    header = [_("Kommunenummer"), _("Kommune"), _("Navn"), _("Tittel"), _("E-post"), _("Telefon"), _("Kontakt siden"),
              _("Målform"), _("Sist bekreftet"), _("Ledig siden")]  # fmt: skip
    return Taken(header, [row for one in contacts.of_county(county) for row in _our_rows(one)])


def _our_rows(one: Contacts) -> Iterator[list[str]]:
    place = [one.organisation.number, one.organisation.name]
    for role in one.roles:
        person, form = role.person, str(language.form_for(role.person, one.organisation).label)
        told = [person.name, role.title, person.email or "", person.phone]
        yield [*place, *told, _day(role.start), form, _day(role.confirmed_on), ""]
    if one.vacant:
        form = str(language.form_of(one.organisation).label)
        yield [*place, "", "", "", "", "", form, "", _day(one.vacant_since) or _("ikke kjent")]


def own(county: Organisation, kept: CountyColumns) -> Taken:
    """The county's own columns, in its order, its extra columns as they were; only what has changed is otherwise.

    A contact who has come since fills the row of one who has ended or was missing, else gets a row after the
    municipality's others. A row that nobody stands in is emptied, and kept when it holds something of the county's own.
    """
    there = {str(one.organisation.pk): one for one in contacts.of_county(county)}
    listed = list(kept.rows.prefetch_related("roles").order_by("order"))
    return Taken(kept.header, list(_Own(kept, there, listed).rows()))


class _Own:
    def __init__(self, kept: CountyColumns, there: dict[str, Contacts], listed: list[ListedRow]) -> None:
        self.columns = {int(at): ours for at, ours in kept.columns.items()}
        self.there, self.listed = there, listed
        self.now = {role.pk: role for one in there.values() for role in one.roles}
        self.width = max([len(kept.header), *(len(row.cells) for row in listed)], default=0)
        self.last = {row.organisation_id: row.pk for row in listed}

    def rows(self) -> Iterator[list[str]]:
        shown = {role.pk for row in self.listed for role in row.roles.all()}
        unlisted = {place: [role for role in one.roles if role.pk not in shown] for place, one in self.there.items()}
        emptied: set[str] = set()
        for row in self.listed:
            place = str(row.organisation_id)
            yield from self._row(row, unlisted.get(place, []), emptied)
            if self.last[row.organisation_id] == row.pk:
                yield from (self._written([], [role]) for role in unlisted.pop(place, []))
        yield from (self._written([], [role]) for roles in unlisted.values() for role in roles)

    def _row(self, row: ListedRow, newcomers: list[Role], emptied: set[str]) -> Iterator[list[str]]:
        """The row with those who stand in it; else with somebody who has come since; else emptied, once."""
        roles = [self.now[role.pk] for role in row.roles.all() if role.pk in self.now]
        place = str(row.organisation_id)
        there = self.there.get(place)
        if roles or newcomers:
            yield self._written(row.cells, roles or [newcomers.pop(0)])
        elif there and ((there.vacant and place not in emptied) or self._has_extra(row)):
            emptied.add(place)
            yield self._emptied(row.cells, there.organisation)

    def _has_extra(self, row: ListedRow) -> bool:
        """Whether the row holds something in a column of the county's own."""
        return any(cell for at, cell in enumerate(row.cells) if at not in self.columns)

    def _emptied(self, cells: list[str], place: Organisation) -> list[str]:
        kept = [*cells, *[""] * (self.width - len(cells))]
        for at, ours in self.columns.items():
            if ours in ("municipality", "number"):
                kept[at] = _place(ours, kept[at], [place])
            elif not people.is_nobody(kept[at]):
                kept[at] = ""
        return kept

    def _written(self, cells: list[str], roles: list[Role]) -> list[str]:
        made = [*cells, *[""] * (self.width - len(cells))]
        places = list(dict.fromkeys(self.there[str(role.organisation_id)].organisation for role in roles))
        persons = list({role.person_id: role for role in roles}.values())
        used: dict[str, int] = {}
        for at, ours in self.columns.items():
            nth, used[ours] = used.get(ours, 0), used.get(ours, 0) + 1
            alone = sum(meant == ours for meant in self.columns.values()) == 1
            mine = persons if alone else persons[nth : nth + 1]
            made[at] = (
                _place(ours, made[at], places)
                if ours in ("municipality", "number")
                else self._told(ours, made[at], mine)
            )
        return made

    def _told(self, ours: str, stood: str, roles: list[Role]) -> str:
        """What stood when it says the same, in the county's own way of writing it; else what is right now."""
        names = [role.person.name for role in roles]
        mails = [role.person.email or "" for role in roles if role.person.email]
        if ours == "name":
            return self._names(stood, names, mails)
        if ours == "email":
            return _kept(stood, [found.lower() for found in people.ADDRESS.findall(people.written_out(stood))], mails)
        if ours == "phone":
            return _kept(stood, people.phones_in(stood), [role.person.phone for role in roles if role.person.phone])
        if ours in ("first_name", "last_name"):
            return _part_of_name(ours, stood, names)
        return _of_role(ours, stood, roles)

    def _names(self, stood: str, names: list[str], mails: list[str]) -> str:
        read = [
            name
            for name, _title in people.names_in(people.ADDRESS.sub(";", people.written_out(stood).replace("<", ";")))
        ]
        inside = [found.lower() for found in people.ADDRESS.findall(people.written_out(stood))]
        same = len(read) == len(names) and all(map(people.same_name, read, names))
        if same and (not inside or inside == mails):
            return stood
        if inside and "email" not in self.columns.values() and len(names) == len(mails):
            return "; ".join(f"{name} <{mail}>" for name, mail in zip(names, mails, strict=True))
        return AND.join(names)


def _kept(stood: str, read: list[str], now: list[str]) -> str:
    return stood if sorted(read) == sorted(now) else "; ".join(now)


def _place(ours: str, stood: str, places: list[Organisation]) -> str:
    if ours == "number":
        return stood if stood.zfill(4) in {place.number for place in places} else AND.join(p.number for p in places)
    names = [place.name for place in places]
    same = len(names) == 1 and finding.fold(stood) == finding.fold(names[0])
    return stood if same else AND.join(names)


def _part_of_name(ours: str, stood: str, names: list[str]) -> str:
    first, _space, last = names[0].rpartition(" ") if names else ("", "", "")
    part = first if ours == "first_name" else last
    return stood if names and finding.fold(stood) in finding.fold(names[0]) and stood else part


def _of_role(ours: str, stood: str, roles: list[Role]) -> str:
    if not roles:
        return ""
    if ours == "title":
        return stood if not roles[0].title or stood == roles[0].title else roles[0].title
    if ours == "form":
        form = roles[0].person.form
        return stood if not form or people.form(stood) == form else str(LanguageForm(form).label)
    if ours == "since":
        return stood if not stood or _same_day(stood, roles[0]) else _day(roles[0].start)
    return stood


def _same_day(stood: str, role: Role) -> bool:
    try:
        return checks.day(stood, "since") in (role.start, None)
    except Unreadable:
        return True


def _day(day) -> str:
    return f"{day:%d.%m.%Y}" if day else ""
