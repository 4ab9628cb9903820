"""The rows of the county's contacts: one for each contact, and one for each municipality that has none."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vardevei.opendata import finding
from vardevei.organisations.domain import language
from vardevei.organisations.domain.contacts import Contacts
from vardevei.organisations.models import Organisation, Role
from vardevei.web import numbers
from vardevei.web.alphabet import alphabetical
from vardevei.web.tables import Column, Gap, Link, Row, Table

NONE = format_html('<span class="none">{}</span>', "–")  # left out where each value has a line of its own
NOBODY: list[Role | None] = [None]
Pair = tuple[Contacts, Role | None]
SORTS: dict[str, Callable[[Pair], Any]] = {
    "kommune": lambda pair: alphabetical(pair[0].organisation.name),
    "navn": lambda pair: (pair[1] is None, alphabetical(pair[1].person.name) if pair[1] else ""),
    "siden": lambda pair: (pair[1] is None, str(pair[1].start if pair[1] else pair[0].vacant_since or "")),
}


def holds(one: Contacts, sought: str) -> bool:
    """Whether the municipality or one of its contacts has the text in its name, address or title."""
    texts = [one.organisation.name, one.organisation.number]
    for role in one.roles:
        texts += [role.person.name, role.person.email or "", role.person.phone, role.title]
    return finding.fold(sought) in finding.fold(" ".join(texts))


def table(chosen: list[Contacts], county: Organisation, request: HttpRequest, *, edits: bool, picks: bool) -> Table:
    order, down = request.GET.get("sorter", "kommune"), request.GET.get("ned") == "1"
    pairs: list[Pair] = [(one, role) for one in chosen for role in (one.roles or NOBODY)]
    pairs.sort(key=SORTS.get(order, SORTS["kommune"]), reverse=down)
    columns = [
        _column(_("Kommune"), "kommune", request),
        _column(_("Kontakt"), "navn", request),
        Column(_("E-post og telefon")),
        _column(_("Kontakt siden"), "siden", request),
        Column(_("Målform")),
        Column(_("Sist bekreftet")),
    ]
    return Table(_("Kontaktene i kommunene"), columns, list(_rows(pairs, county, edits, picks)), hide_caption=True)


def _column(label: str, code: str, request: HttpRequest) -> Column:
    order, down = request.GET.get("sorter", "kommune"), request.GET.get("ned") == "1"
    ask = {"sorter": code} | ({"ned": "1"} if order == code and not down else {})
    ask |= {"q": request.GET["q"]} if request.GET.get("q") else {}
    way = ("descending" if down else "ascending") if order == code else ""
    return Column(label, href=f"?{urlencode(ask)}", sorted=way)


def _rows(pairs: list[Pair], county: Organisation, edits: bool, picks: bool) -> Iterator[Row]:
    seen: set[str] = set()
    for one, role in pairs:
        first = picks and not one.vacant and one.organisation.pk not in seen
        place = _picked(one.organisation) if first else _name(one.organisation)
        seen.add(one.organisation.pk)
        if role:
            yield Row([place, *_contact(role, county, one.organisation, edits)])
        else:
            yield Row([place, *_vacant(one, county, edits)])


def _picked(organisation: Organisation) -> SafeString:
    """The name with a box for choosing whom to write to; one box for each municipality that can be written to."""
    box = format_html(
        '<input class="ds-input" type="checkbox" name="kommune" value="{}" aria-label="{}">',
        organisation.number,
        _("Velg %(name)s") % {"name": organisation.name},
    )
    return format_html('<span class="pick">{} {}</span>', box, _name(organisation))


def _name(organisation: Organisation) -> Link:
    return Link(organisation.name, reverse("staff-municipality", args=[organisation.number]))


def _contact(role: Role, county: Organisation, at: Organisation, edits: bool) -> list[object]:
    person = role.person
    name = person.name or _("Navn mangler")
    link = Link(name, reverse("county-contact", args=[county.number, role.pk])) if edits else name
    return [
        format_html('{}<span class="note">{}</span>', link, role.title) if role.title else link,
        _reach(role),
        numbers.short_day(role.start) if role.start else Gap(_("ikke kjent")),
        language.form_for(person, at).label,
        numbers.short_day(role.confirmed_on) if role.confirmed_on else Gap(_("ikke bekreftet")),
    ]


def _reach(role: Role) -> SafeString:
    """Address and number, each so that a press uses it; an address that does not work says so and what to do."""
    person = role.person
    mail = Link(person.email, f"mailto:{person.email}") if person.email else Gap(_("e-post mangler"))
    phone = Link(person.phone, f"tel:{person.phone.replace(' ', '')}") if person.phone else ""
    if not person.bounced_at:
        return format_html('{}<span class="note">{}</span>', mail, phone)
    return format_html(
        '{}<span class="note">{}</span><span class="note"><b>{}</b> {}. {}</span>',
        mail,
        phone,
        _("Brev kom i retur {day}.").format(day=numbers.day(person.bounced_at)),
        person.bounce_reason.rstrip(" ."),
        _("Ring og spør etter ny adresse, eller avslutt kontakten."),
    )


def _vacant(one: Contacts, county: Organisation, edits: bool) -> list[object]:
    words = _("Ledig siden {day}").format(day=numbers.short_day(one.vacant_since)) if one.vacant_since else _("Ledig")
    new = f"{reverse('county-contact-new', args=[county.number])}?kommune={one.organisation.number}"
    todo = Link(_("Legg inn en kontakt"), new) if edits else Gap(_("ingen å skrive til"))
    return [format_html("<b>{}</b>", words), todo, NONE, language.form_of(one.organisation).label, NONE]
