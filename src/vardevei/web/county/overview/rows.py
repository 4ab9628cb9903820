"""Everything the county knows of each of its municipalities, in as many questions to the database for 43 as for one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.opendata import attributes, places
from vardevei.opendata.places import Place
from vardevei.organisations.domain import dialogue, lineage, steps
from vardevei.organisations.enums import Channel, HasStrategy
from vardevei.organisations.models import NextStep, Note, Organisation, Role, StrategyNote
from vardevei.projects.domain import found


@dataclass
class Row:
    """One municipality. `vacant_since` only when there has been a contact; `last` is the newest one."""

    place: Place
    population: int | None
    size: str
    projects: int = 0
    perhaps: bool = False
    latest: int | None = None
    families: list[str] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    bounced: bool = False
    vacant_since: date | None = None
    strategy: StrategyNote | None = None
    last: date | None = None
    last_kind: str | Promise = ""
    step: NextStep | None = None
    note: str = ""

    @property
    def number(self) -> str:
        return self.place.number()

    @property
    def name(self) -> str:
        return self.place.name()

    @property
    def vacant(self) -> bool:
        return not self.contacts

    @property
    def has_strategy(self) -> str:
        return self.strategy.has if self.strategy else HasStrategy.UNKNOWN

    def overdue(self, day: date) -> bool:
        return self.step is not None and self.step.due < day


def of_county(county: Organisation, day: date) -> list[Row]:
    """The municipalities of the county today, in the order of their numbers."""
    return of_places([place for place in places.on(day) if places.county_of(place, day).id == county.pk], day)


def of_place(place: Place, day: date) -> Row:
    return of_places([place], day)[0]


def of_places(here: list[Place], day: date) -> list[Row]:
    rows = {place.id: _row(place, day) for place in here}
    told = lineage.of_each(here)
    _found(rows, day)
    _contacts(rows, day)
    _strategies(rows, told)
    _last(rows, told)
    _letters(rows, told)
    _steps(rows, told)
    _notes(rows, told)
    return list(rows.values())


def _row(place: Place, day: date) -> Row:
    return Row(place, attributes.population(place, day.year), attributes.size_class(place, day.year))


def _found(rows: dict[str, Row], day: date) -> None:
    told = found.on(day)
    for key, row in rows.items():
        row.projects, row.perhaps = told.count(key), told.cannot_be_placed(key)
        row.latest, row.families = told.latest.get(key), sorted(told.families.get(key, ()))


def _contacts(rows: dict[str, Row], day: date) -> None:
    roles = Role.objects.contacts().filter(organisation_id__in=list(rows)).select_related("person").order_by("start")
    for role in roles:
        row = rows[str(role.organisation_id)]
        if role.is_open(day):
            row.contacts.append(str(role.person))
            row.bounced = row.bounced or role.person.bounced_at is not None
        elif role.end and role.end < day:
            row.vacant_since = max(row.vacant_since or date.min, role.end + timedelta(days=1))


def _strategies(rows: dict[str, Row], told: dict[str, list[str]]) -> None:
    for note in StrategyNote.objects.filter(place_id__in=list(told)):
        for row in _rows_of(note.place_id, rows, told):
            if row.strategy is None or note.place_id == row.place.id:
                row.strategy = note


def _last(rows: dict[str, Row], told: dict[str, list[str]]) -> None:
    for key, day, channel in dialogue.latest(told):
        for row in _rows_of(key, rows, told):
            if row.last is None or day >= row.last:
                row.last, row.last_kind = day, Channel(channel).label


def _letters(rows: dict[str, Row], told: dict[str, list[str]]) -> None:
    for key, day in dialogue.latest_letters(told):
        for row in _rows_of(key, rows, told):
            if row.last is None or day > row.last:
                row.last, row.last_kind = day, _("Brev")


def _steps(rows: dict[str, Row], told: dict[str, list[str]]) -> None:
    for step in steps.open_at(told):
        for row in _rows_of(step.place_id, rows, told):
            row.step = row.step or step


def _notes(rows: dict[str, Row], told: dict[str, list[str]]) -> None:
    for note in Note.objects.filter(place_id__in=list(told)).exclude(text=""):
        for row in _rows_of(note.place_id, rows, told):
            if not row.note or note.place_id == row.place.id:
                row.note = note.text


def _rows_of(place_id: str, rows: dict[str, Row], told: dict[str, list[str]]) -> Iterable[Row]:
    return (rows[key] for key in told[place_id])
