"""One municipality's page for staff: what stands, whom to reach, what was said and what comes next."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Answer, Letter, Person
from vardevei.figures.domain import sheets
from vardevei.opendata import places
from vardevei.opendata.places import Place
from vardevei.organisations import permission, rules
from vardevei.organisations.domain import confirming, dialogue, lineage
from vardevei.organisations.domain.roles import contacts_at
from vardevei.organisations.models import DialogueEntry, NextStep, Note, Organisation, PlaceDocument, Role
from vardevei.projects import rules as projects
from vardevei.web import access
from vardevei.web.county import frame
from vardevei.web.county.overview import reached, rows
from vardevei.web.county.overview.addresses import county_of, page_of
from vardevei.web.county.overview.forms import ContactForm
from vardevei.web.tables import Link


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the log. `old` is the name of the municipality it was written about, when that is gone."""

    day: date
    kind: str | Promise
    old: str
    entry: DialogueEntry | None = None
    letter: Letter | None = None
    mine: bool = False


def show(request: HttpRequest, number: str) -> HttpResponse:
    person, place = access.municipality(request, number, rules.SEE_OVERVIEW)
    county, ids = county_of(place), lineage.of(place.place)
    writes = permission.may(person, rules.WRITE_DIALOGUE, place)
    steps = list(NextStep.objects.filter(place_id__in=ids).select_related("who", "done_by", "place"))
    contacts = _contacts(place)
    context: dict[str, object] = {
        "place": place,
        "row": rows.of_place(place.place, timezone.localdate()),
        "writes": writes,
        "sheet_form": sheets.form_of(place.place),
        "form": ContactForm.of(request, about=place, initial={"day": timezone.localdate()}) if writes else None,
        "contacts": contacts,
        "contacts_address": _contacts_address(person, place, county),
        "letters": bool(contacts) and permission.may(person, rules.WRITE_LETTERS, county),
        "log": permission.may(person, rules.SEE_LOG, county),
        "records": permission.may(person, projects.RECORD, place),
        "lines": lines(place, ids, person),
        "reached": reached.table(ids, person),
        "open": [step for step in steps if step.done_at is None],
        "done": [step for step in steps if step.done_at is not None],
        "notes": _notes(place, ids),
        "documents": PlaceDocument.objects.filter(place_id__in=ids).select_related("file"),
        **_beside(place, county),
        "crumbs": [(county.name, frame.address(county)), (place.name, "")],
    }
    return frame.page(request, "county/municipality.html", county, "my-county", context)


def _contacts(place: Organisation) -> list[tuple[Role, Answer | None]]:
    """Each with the answer, when it was that the person is no longer the contact."""
    denied = confirming.denied(place)
    return [(role, denied.get(role.person_id)) for role in contacts_at(place)]


def lines(place: Organisation, ids: list[str], person: Person) -> list[Line]:
    """Everything said, newest first, also about the municipalities this one was made from."""
    entries = DialogueEntry.objects.filter(place_id__in=ids).select_related("by", "struck_by", "place")
    names = {key: places.by_id(key).name() for key in ids}
    sent = dialogue.letters_to(ids).select_related("by")
    found = [_line(entry, place, person) for entry in entries] + [_sent(letter, place, names) for letter in sent]
    return sorted(found, key=lambda line: line.day, reverse=True)


def _line(entry: DialogueEntry, place: Organisation, person: Person) -> Line:
    return Line(
        day=entry.day,
        kind=entry.get_channel_display(),
        old=_old(entry.place, place),
        entry=entry,
        mine=dialogue.may_delete(entry, person),
    )


def _sent(letter: Letter, place: Organisation, names: dict[str, str]) -> Line:
    old = "" if letter.place == place.pk else names[letter.place]
    return Line(timezone.localdate(letter.sent_at), _("Brev"), old, letter=letter)


def _old(about: Organisation, place: Organisation) -> str:
    return "" if about.pk == place.pk else about.name


def _notes(place: Organisation, ids: list[str]) -> list[tuple[Note, str]]:
    """This municipality's note first, then those of the ones it was made from."""
    found = Note.objects.filter(place_id__in=ids).exclude(text="").select_related("by", "place")
    order = sorted(found, key=lambda note: ids.index(note.place_id))
    return [(note, _old(note.place, place)) for note in order]


def _beside(place: Organisation, county: Organisation) -> dict[str, Link | None]:
    """The municipalities before and after in the county, by number."""
    today = timezone.localdate()
    here = [other for other in places.on(today) if places.county_of(other, today).id == county.pk]
    spot = next(spot for spot, other in enumerate(here) if other.id == place.pk)
    return {
        "before": _link(here[spot - 1]) if spot else None,
        "after": _link(here[spot + 1]) if spot + 1 < len(here) else None,
    }


def _link(place: Place) -> Link:
    return Link(place.name(), page_of(Organisation(number=place.number())))


def _contacts_address(person: Person, place: Organisation, county: Organisation) -> str:
    may = permission.may(person, rules.EDIT_CONTACTS, place)
    return reverse("county-contacts", args=[county.number]) if may else ""
